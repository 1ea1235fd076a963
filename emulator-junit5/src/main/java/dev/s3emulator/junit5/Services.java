package dev.s3emulator.junit5;

import dev.s3emulator.junit5.internal.EmulatorTestListener;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The factories of clients and the listeners that a class loader finds; looked up once in a run.
 *
 * @param factories the users' before the emulator's own
 */
record Services(List<S3ClientFactory<?>> factories, List<EmulatorTestListener> listeners) {

  private static final String OWN = "dev.s3emulator.junit5.";

  /** Returns those that the test class sees. */
  static Services of(ExtensionContext context) {
    ClassLoader loader = context.getRequiredTestClass().getClassLoader();
    record Key(ClassLoader loader) {}
    return EmulatorStore.of(context.getRoot())
        .getOrComputeIfAbsent(new Key(loader), key -> load(loader), Services.class);
  }

  private static Services load(ClassLoader loader) {
    return new Services(
        factoriesOf(loader).stream().sorted(Comparator.comparing(Services::isOwn)).toList(),
        ServiceLoader.load(EmulatorTestListener.class, loader).stream()
            .map(ServiceLoader.Provider::get)
            .toList());
  }

  /** Leaves out those that cannot be loaded because the library of their client is absent. */
  private static List<S3ClientFactory<?>> factoriesOf(ClassLoader loader) {
    var found = ServiceLoader.load(S3ClientFactory.class, loader).iterator();
    List<S3ClientFactory<?>> factories = new ArrayList<>();
    while (true) {
      try {
        if (!found.hasNext()) {
          return factories;
        }
        factories.add(found.next());
      } catch (ServiceConfigurationError | NoClassDefFoundError broken) {
        // From JDK 24 on the loader does not wrap it. In both cases it has passed the factory.
        Throwable cause = broken instanceof NoClassDefFoundError ? broken : broken.getCause();
        if (!(cause instanceof NoClassDefFoundError)) {
          throw broken;
        }
      }
    }
  }

  private static boolean isOwn(S3ClientFactory<?> factory) {
    return factory.getClass().getName().startsWith(OWN);
  }

  /** Returns the factory of the client that this point asks for, if there is one for its type. */
  Optional<S3ClientFactory<?>> factory(InjectionPoint point) {
    List<S3ClientFactory<?>> ofType =
        factories.stream()
            .filter(factory -> factory.typeName().equals(point.type().getName()))
            .toList();
    return ofType.isEmpty() ? Optional.empty() : Optional.of(choose(ofType, point));
  }

  private S3ClientFactory<?> choose(List<S3ClientFactory<?>> ofType, InjectionPoint point) {
    Optional<Class<? extends Annotation>> asked =
        factories.stream()
            .flatMap(factory -> factory.qualifier().stream())
            .filter(point.isAnnotated())
            .findFirst();
    List<S3ClientFactory<?>> matching =
        ofType.stream().filter(factory -> factory.qualifier().equals(asked)).toList();
    if (matching.isEmpty()) {
      throw point.wrong(
          "there is no "
              + asked.map(qualifier -> "@" + qualifier.getSimpleName() + " ").orElse("")
              + point.type().getSimpleName()
              + ".");
    }
    if (matching.size() > 1 && !isOwn(matching.get(1))) {
      throw point.wrong(
          "both "
              + matching.get(0).getClass().getName()
              + " and "
              + matching.get(1).getClass().getName()
              + " make it.");
    }
    return matching.get(0);
  }
}
