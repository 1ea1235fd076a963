package dev.s3emulator.internal.persistence;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A record as an object with its components by name, in their order. What a configuration or an
 * attribute that does not exist yet needs is there already: its components.
 */
final class RecordCodec<T> implements Codec<T> {

  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  private final Class<T> type;
  private final Codecs codecs;
  private final @Nullable T usual;
  private final UnaryOperator<Object> shared;
  private final MethodHandle constructor;
  private final Set<String> names = new HashSet<>();

  /** Made at the first use: a record may have a component of its own type. */
  private volatile @Nullable List<Component> components;

  /**
   * Makes the codec of a record.
   *
   * @param usual the value that nearly all have, which is left out where it is a component; or null
   * @param shared returns the one instance of equal values
   */
  RecordCodec(Class<T> type, Codecs codecs, @Nullable T usual, UnaryOperator<Object> shared) {
    this.type = type;
    this.codecs = codecs;
    this.usual = usual;
    this.shared = shared;
    constructor = constructor(type);
    for (RecordComponent component : type.getRecordComponents()) {
      names.add(component.getName());
    }
  }

  /** Returns the names of the components. */
  Set<String> names() {
    return names;
  }

  @Override
  public void write(T value, JsonText out) {
    out.beginObject();
    writeComponents(value, out);
    out.endObject();
  }

  void writeComponents(T value, JsonText out) {
    for (Component component : components()) {
      Object part = component.get(value);
      if (!component.codec().isLeftOut(part)) {
        component.codec().write(part, out.name(component.name()));
      }
    }
  }

  @Override
  public T read(JsonValue json) {
    return read(json.asJsonObject(), Set.of());
  }

  /**
   * Reads the record of an object.
   *
   * @param others what else the object may have
   */
  T read(JsonObject object, Set<String> others) {
    for (String name : object.keySet()) {
      if (!names.contains(name) && !others.contains(name)) {
        throw new IllegalArgumentException(type.getSimpleName() + " has no \"" + name + "\"");
      }
    }
    List<Component> parts = components();
    Object[] values = new Object[parts.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = parts.get(i).read(object, type);
    }
    try {
      return type.cast(shared.apply((Object) constructor.invokeExact(values)));
    } catch (RuntimeException | Error refused) {
      throw refused;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public boolean isLeftOut(T value) {
    return value.equals(usual);
  }

  @Override
  public T leftOut() {
    return usual == null ? Codec.super.leftOut() : usual;
  }

  private List<Component> components() {
    List<Component> known = components;
    if (known == null) {
      known = new ArrayList<>();
      for (RecordComponent component : type.getRecordComponents()) {
        known.add(
            new Component(
                component.getName(),
                accessor(component.getAccessor()),
                codecs.ofAnything(component.getGenericType())));
      }
      components = known;
    }
    return known;
  }

  private static MethodHandle constructor(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < types.length; i++) {
      types[i] = components[i].getType();
    }
    try {
      Constructor<?> canonical = type.getDeclaredConstructor(types);
      canonical.setAccessible(true);
      return LOOKUP
          .unreflectConstructor(canonical)
          .asSpreader(Object[].class, types.length)
          .asType(MethodType.methodType(Object.class, Object[].class));
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static MethodHandle accessor(Method method) {
    try {
      method.setAccessible(true);
      return LOOKUP.unreflect(method).asType(MethodType.methodType(Object.class, Object.class));
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** A component: how to get it, and how to write and read it. */
  private record Component(String name, MethodHandle accessor, Codec<Object> codec) {

    Object get(Object record) {
      try {
        return (Object) accessor.invokeExact(record);
      } catch (RuntimeException | Error failure) {
        throw failure;
      } catch (Throwable impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    Object read(JsonObject object, Type of) {
      JsonValue json = object.get(name);
      try {
        return json == null ? codec.leftOut() : codec.read(json);
      } catch (IllegalArgumentException | ClassCastException wrong) {
        throw new IllegalArgumentException(
            "\"" + name + "\" of " + of.getTypeName() + ": " + wrong.getMessage(), wrong);
      }
    }
  }
}
