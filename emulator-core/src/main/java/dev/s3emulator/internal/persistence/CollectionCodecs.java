package dev.s3emulator.internal.persistence;

import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The codecs of what holds none, one or many values of a type. Nothing is left out. */
final class CollectionCodecs {

  private CollectionCodecs() {}

  static Codec<Optional<Object>> optional(Codec<Object> element) {
    return new Codec<>() {
      @Override
      public void write(Optional<Object> value, JsonText out) {
        element.write(value.orElseThrow(), out);
      }

      @Override
      public Optional<Object> read(JsonValue json) {
        return Optional.of(element.read(json));
      }

      @Override
      public boolean isLeftOut(Optional<Object> value) {
        return value.isEmpty();
      }

      @Override
      public Optional<Object> leftOut() {
        return Optional.empty();
      }
    };
  }

  static Codec<List<Object>> list(Codec<Object> element) {
    return new ArrayCodec<>(element, List::copyOf);
  }

  static Codec<Set<Object>> set(Codec<Object> element) {
    return new ArrayCodec<>(
        element, values -> Collections.unmodifiableSet(new LinkedHashSet<>(values)));
  }

  /** Values one after the other. */
  private static final class ArrayCodec<C extends Collection<Object>> implements Codec<C> {
    private final Codec<Object> element;
    private final Function<List<Object>, C> collect;

    ArrayCodec(Codec<Object> element, Function<List<Object>, C> collect) {
      this.element = element;
      this.collect = collect;
    }

    @Override
    public void write(C values, JsonText out) {
      out.beginArray();
      values.forEach(value -> element.write(value, out));
      out.endArray();
    }

    @Override
    public C read(JsonValue json) {
      List<Object> values = new ArrayList<>();
      json.asJsonArray().forEach(value -> values.add(element.read(value)));
      return collect.apply(values);
    }

    @Override
    public boolean isLeftOut(C values) {
      return values.isEmpty();
    }

    @Override
    public C leftOut() {
      return collect.apply(List.of());
    }
  }
}
