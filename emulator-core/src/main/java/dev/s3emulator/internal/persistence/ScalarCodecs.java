package dev.s3emulator.internal.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.s3emulator.internal.domain.ObjectKey;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The codecs of values that are one string, one number or one truth. */
final class ScalarCodecs {

  static final Codec<String> STRING = text(Function.identity(), Function.identity());
  static final Codec<Long> LONG =
      of((value, out) -> out.number(value), json -> ((JsonNumber) json).longValueExact());
  static final Codec<Integer> INTEGER =
      of((value, out) -> out.number(value), json -> ((JsonNumber) json).intValueExact());
  static final Codec<Boolean> BOOLEAN = of((value, out) -> out.bool(value), ScalarCodecs::truth);
  static final Codec<OptionalInt> OPTIONAL_INT = new OptionalIntCodec();

  /** A key is text where it can be; the bytes of any other are Base64 in an array. */
  static final Codec<ObjectKey> KEY = of(ScalarCodecs::writeKey, ScalarCodecs::readKey);

  private ScalarCodecs() {}

  private static <T> Codec<T> of(BiConsumer<T, JsonText> writer, Function<JsonValue, T> reader) {
    return new Codec<>() {
      @Override
      public void write(T value, JsonText out) {
        writer.accept(value, out);
      }

      @Override
      public T read(JsonValue json) {
        return reader.apply(json);
      }
    };
  }

  /** Returns the codec of a type that is a string. */
  static <T> Codec<T> text(Function<T, String> toText, Function<String, T> parse) {
    return of(
        (value, out) -> out.string(toText.apply(value)),
        json -> parse.apply(((JsonString) json).getString()));
  }

  /** Returns the codec of a type whose {@code toString} can be parsed. */
  static <T> Codec<T> parsed(Function<String, Optional<T>> parse) {
    return text(
        Object::toString,
        text ->
            parse
                .apply(text)
                .orElseThrow(() -> new IllegalArgumentException("\"" + text + "\" is none")));
  }

  /** Returns the codec of an enum, whose constants go by their names. */
  static Codec<Object> ofEnum(Class<?> type) {
    Map<String, Object> constants = new HashMap<>();
    Arrays.stream(type.getEnumConstants())
        .forEach(constant -> constants.put(((Enum<?>) constant).name(), constant));
    return text(
        constant -> ((Enum<?>) constant).name(),
        name -> {
          Object constant = constants.get(name);
          if (constant == null) {
            throw new IllegalArgumentException("\"" + name + "\" is no " + type.getSimpleName());
          }
          return constant;
        });
  }

  private static boolean truth(JsonValue json) {
    if (json != JsonValue.TRUE && json != JsonValue.FALSE) {
      throw new IllegalArgumentException("it is neither true nor false");
    }
    return json == JsonValue.TRUE;
  }

  private static void writeKey(ObjectKey key, JsonText out) {
    String text = key.toString();
    if (ObjectKey.of(text).equals(key)) {
      out.string(text);
    } else {
      out.beginArray().string(Base64.getEncoder().encodeToString(key.toUtf8())).endArray();
    }
  }

  private static ObjectKey readKey(JsonValue json) {
    return json instanceof JsonString text
        ? ObjectKey.ofUtf8(text.getString().getBytes(UTF_8))
        : ObjectKey.ofUtf8(Base64.getDecoder().decode(json.asJsonArray().getString(0)));
  }

  /** A number that may be missing. */
  private static final class OptionalIntCodec implements Codec<OptionalInt> {
    @Override
    public void write(OptionalInt value, JsonText out) {
      out.number(value.orElseThrow());
    }

    @Override
    public OptionalInt read(JsonValue json) {
      return OptionalInt.of(INTEGER.read(json));
    }

    @Override
    public boolean isLeftOut(OptionalInt value) {
      return value.isEmpty();
    }

    @Override
    public OptionalInt leftOut() {
      return OptionalInt.empty();
    }
  }
}
