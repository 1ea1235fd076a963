package dev.s3emulator.internal.persistence;

import dev.s3emulator.internal.domain.ObjectMetadata;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.TagSet;
import dev.s3emulator.internal.domain.attribute.VersionAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Keeps one instance of values that many versions have: a hundred thousand objects that were
 * uploaded alike share them before a restart, and so they must afterwards.
 */
final class Sharing {

  private static final Set<Class<?>> SHARED =
      Set.of(Owner.class, ObjectMetadata.class, TagSet.class, VersionAttributes.class);

  private final Map<Object, Object> instances = new HashMap<>();

  /** Returns what finds the one instance of a value of this type. */
  UnaryOperator<Object> of(Class<?> type) {
    return SHARED.contains(type) ? this::share : value -> value;
  }

  @SuppressWarnings("unchecked") // Equal values of the state are of one class.
  <T> T share(T value) {
    Object first = instances.putIfAbsent(value, value);
    return first == null ? value : (T) first;
  }

  void clear() {
    instances.clear();
  }
}
