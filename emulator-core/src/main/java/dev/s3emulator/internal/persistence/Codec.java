package dev.s3emulator.internal.persistence;

import jakarta.json.JsonValue;

/**
 * Writes and reads the values of one type. Writing is for many threads at once, reading for one at
 * a time.
 */
interface Codec<T> {

  /** Writes a value. */
  void write(T value, JsonText out);

  /**
   * Reads a value.
   *
   * @throws RuntimeException if the JSON is none of this type
   */
  T read(JsonValue json);

  /** Returns whether a component with this value is left out of its record. */
  default boolean isLeftOut(T value) {
    return false;
  }

  /**
   * Returns the value of a component that was left out.
   *
   * @throws IllegalArgumentException if it never is
   */
  default T leftOut() {
    throw new IllegalArgumentException("it is missing");
  }
}
