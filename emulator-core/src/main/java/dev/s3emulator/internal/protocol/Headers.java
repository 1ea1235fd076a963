package dev.s3emulator.internal.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * HTTP headers in the order in which they came. Names compare without case and keep their spelling.
 *
 * <p>A request has some fifteen headers, so a linear search over an array beats any map.
 */
public final class Headers {

  /** No headers. */
  public static final Headers EMPTY = new Headers(new String[0]);

  private final String[] namesAndValues;

  private Headers(String[] namesAndValues) {
    this.namesAndValues = namesAndValues;
  }

  /** Returns headers from alternating names and values. */
  public static Headers of(String... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException("A header name lacks its value");
    }
    return new Headers(namesAndValues.clone());
  }

  /** Returns a builder without headers. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the first value of {@code name}, or null. */
  public @Nullable String first(String name) {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i].equalsIgnoreCase(name)) {
        return namesAndValues[i + 1];
      }
    }
    return null;
  }

  /** Returns the first value of {@code name}. */
  public Optional<String> get(String name) {
    return Optional.ofNullable(first(name));
  }

  /** Returns whether there is a header of this name, also an empty one. */
  public boolean contains(String name) {
    return first(name) != null;
  }

  /** Returns whether there is a header whose lower-case name starts with {@code prefix}. */
  public boolean containsPrefix(String prefix) {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i].regionMatches(true, 0, prefix, 0, prefix.length())) {
        return true;
      }
    }
    return false;
  }

  /** Returns all values of {@code name}. */
  public List<String> all(String name) {
    List<String> values = new ArrayList<>(1);
    forEach(
        (each, value) -> {
          if (each.equalsIgnoreCase(name)) {
            values.add(value);
          }
        });
    return values;
  }

  /** Returns the headers whose lower-case name starts with {@code prefix}, names in lower case. */
  public Headers withPrefix(String prefix) {
    Builder matching = new Builder();
    forEach(
        (name, value) -> {
          if (name.regionMatches(true, 0, prefix, 0, prefix.length())) {
            matching.add(name.toLowerCase(Locale.ROOT), value);
          }
        });
    return matching.build();
  }

  /** Calls {@code action} with each name and value in order. */
  public void forEach(BiConsumer<String, String> action) {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      action.accept(namesAndValues[i], namesAndValues[i + 1]);
    }
  }

  /** Returns the number of headers. */
  public int size() {
    return namesAndValues.length / 2;
  }

  /** Returns the headers line by line. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    forEach((name, value) -> text.append(name).append(": ").append(value).append('\n'));
    return text.toString();
  }

  /** Collects headers; used by one thread. */
  public static final class Builder {
    private final List<String> namesAndValues = new ArrayList<>(24);

    private Builder() {}

    /** Adds a header behind those of the same name. */
    public Builder add(String name, String value) {
      namesAndValues.add(name);
      namesAndValues.add(value);
      return this;
    }

    /** Adds all of {@code headers}. */
    public Builder addAll(Headers headers) {
      headers.forEach(this::add);
      return this;
    }

    /** Puts the header in the place of all of the same name. */
    public Builder set(String name, String value) {
      for (int i = namesAndValues.size() - 2; i >= 0; i -= 2) {
        if (namesAndValues.get(i).equalsIgnoreCase(name)) {
          namesAndValues.remove(i + 1);
          namesAndValues.remove(i);
        }
      }
      return add(name, value);
    }

    /** Returns the headers. */
    public Headers build() {
      return new Headers(namesAndValues.toArray(new String[0]));
    }
  }
}
