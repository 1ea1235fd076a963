package dev.s3emulator.internal.auth.policy;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The JSON of policies, in which a list of one may stand without its brackets. */
final class JsonTexts {

  private JsonTexts() {}

  /** Returns the elements of a list, or the value itself. */
  static List<? extends JsonValue> list(JsonValue value) {
    return value instanceof JsonArray array ? array : List.of(value);
  }

  /** Returns the text in a field. */
  static Optional<String> optional(JsonObject object, String name) {
    @Nullable JsonValue value = object.get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof JsonString text) {
      return Optional.of(text.getString());
    }
    throw new PolicySyntaxException(Refusals.SYNTAX);
  }

  /** Returns the texts in a value, or in the list that it is. */
  static List<String> texts(JsonValue value) {
    List<String> texts = new ArrayList<>();
    for (JsonValue each : list(value)) {
      if (!(each instanceof JsonString text)) {
        throw new PolicySyntaxException(Refusals.SYNTAX);
      }
      texts.add(text.getString());
    }
    return texts;
  }

  /** Returns texts as {@link #texts}, where numbers and flags may stand without quotes. */
  static List<String> scalars(JsonValue value) {
    List<String> texts = new ArrayList<>();
    for (JsonValue each : list(value)) {
      if (each instanceof JsonString text) {
        texts.add(text.getString());
      } else if (each instanceof JsonNumber
          || each.equals(JsonValue.TRUE)
          || each.equals(JsonValue.FALSE)) {
        texts.add(each.toString());
      } else {
        throw new PolicySyntaxException(Refusals.SYNTAX);
      }
    }
    return texts;
  }
}
