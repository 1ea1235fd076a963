package dev.s3emulator.junit5;

import java.lang.reflect.Field;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;

/** What happens around classes and tests, whether an annotation or a field asked for it. */
final class EmulatorCallbacks {

  private final Declarations declarations;

  EmulatorCallbacks(Declarations declarations) {
    this.declarations = declarations;
  }

  /** Opens what belongs to the class, and fails for what its tests could not open. */
  void beforeAll(ExtensionContext context) {
    declarations.of(context).ifPresent(declaration -> openOrCheck(declaration, context));
    Class<?> type = context.getRequiredTestClass();
    ServerNeeds.in(context).requireNoneOfClass(type);
    FieldInjection.staticFields(type).forEach(field -> inject(field, null, context, context));
    for (Field field : FieldInjection.instanceFields(type)) {
      Optional<Declaration> own = declarations.ofField(field, context);
      own.filter(declaration -> !declaration.outlivesTests())
          .ifPresent(each -> check(each, context));
      if (own.or(() -> declarations.of(context)).filter(Declaration::outlivesTests).isPresent()) {
        context.getTestInstance().ifPresent(instance -> inject(field, instance, context, context));
      }
    }
  }

  /** Keeps JUnit from calling a constructor that would need what is not there. */
  void beforeConstructor(Class<?> type, ExtensionContext context) {
    ServerNeeds.in(context).requireNoneOfConstructor(type);
  }

  /** Prepares what the test uses and sets the fields of its instances. */
  void beforeEach(ExtensionContext context) {
    ServerNeeds.in(context).requireNoneOfTest(context);
    TestEmulators used = used(context);
    declarations
        .of(context)
        .ifPresent(declaration -> used.use(EmulatorStore.open(declaration, context)));
    for (Object instance : context.getRequiredTestInstances().getAllInstances()) {
      ExtensionContext place = placeOf(instance, context);
      FieldInjection.staticFields(instance.getClass())
          .forEach(
              field ->
                  declarations
                      .ofField(field, place)
                      .ifPresent(own -> used.use(EmulatorStore.open(own, context))));
      FieldInjection.instanceFields(instance.getClass())
          .forEach(field -> inject(field, instance, place, context));
    }
  }

  void afterEach(ExtensionContext context) {
    used(context).finish();
  }

  /** Looks for internal errors since the last test, as those of {@code @AfterAll}. */
  void afterAll(ExtensionContext context) {
    declarations
        .of(context)
        // Others may be using an emulator of the run just now.
        .filter(declaration -> declaration.scope() == EmulatorScope.CLASS)
        .flatMap(declaration -> EmulatorStore.find(declaration, context))
        .flatMap(EmulatorHandle::server)
        .ifPresent(InternalErrors::requireNone);
  }

  boolean supports(ParameterContext parameter, ExtensionContext context) {
    return declarations.ofParameter(parameter, context).isPresent()
        || (declarations.of(context).isPresent()
            && EmulatorHandle.hasValue(InjectionPoint.of(parameter), Services.of(context)));
  }

  Object resolve(ParameterContext parameter, ExtensionContext context) {
    InjectionPoint point = InjectionPoint.of(parameter);
    return declarations
        .ofParameter(parameter, context)
        .or(() -> declarations.of(context))
        .flatMap(declaration -> value(declaration, point, context))
        .orElseThrow(point::hasNoFactory);
  }

  private void inject(
      Field field, @Nullable Object instance, ExtensionContext place, ExtensionContext current) {
    declarations
        .ofField(field, place)
        .or(() -> shared(field, place, current))
        .ifPresent(
            declaration ->
                FieldInjection.set(field, instance, point -> value(declaration, point, current)));
  }

  /** A field that does not say which emulator it means gets one only if no other could be meant. */
  private Optional<Declaration> shared(
      Field field, ExtensionContext place, ExtensionContext current) {
    Optional<Declaration> declaration =
        FieldInjection.isShared(field) ? declarations.of(place) : Optional.empty();
    record Key(Field field) {}
    if (declaration.isPresent()
        && EmulatorStore.of(current)
                .getOrComputeIfAbsent(new Key(field), key -> this, EmulatorCallbacks.class)
            != this) {
      throw InjectionPoint.of(field)
          .wrong("the class has several emulators; ask one of the extensions for the client.");
    }
    return declaration;
  }

  private Optional<Object> value(
      Declaration declaration, InjectionPoint point, ExtensionContext context) {
    EmulatorHandle handle = EmulatorStore.open(declaration, context);
    if (Contexts.isTest(context)) {
      used(context).use(handle);
    }
    return handle.value(point);
  }

  /** The method may have an emulator of its own, which is also that of the innermost instance. */
  private static ExtensionContext placeOf(Object instance, ExtensionContext context) {
    return instance == context.getRequiredTestInstance()
        ? context
        : Contexts.of(instance.getClass(), context);
  }

  private static void openOrCheck(Declaration declaration, ExtensionContext context) {
    if (declaration.outlivesTests()) {
      EmulatorStore.open(declaration, context);
    } else {
      check(declaration, context);
    }
  }

  /** Wrong values fail the class, not each of its tests. */
  private static void check(Declaration declaration, ExtensionContext context) {
    OtherS3.of(context);
    ServerStart.of(declaration.options()).close();
  }

  private TestEmulators used(ExtensionContext context) {
    record Key(EmulatorCallbacks callbacks, String test) {}
    return EmulatorStore.of(context)
        .getOrComputeIfAbsent(
            new Key(this, context.getUniqueId()),
            key -> new TestEmulators(context),
            TestEmulators.class);
  }
}
