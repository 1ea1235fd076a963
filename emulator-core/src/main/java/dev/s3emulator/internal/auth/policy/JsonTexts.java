package dev.s3emulator.internal.auth.policy;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The JSON of policies, in which a list of one may stand without its brackets. */
final class JsonTexts {

  private JsonTexts() {}

  /** Reads a document. */
  static JsonObject parse(String text) {
    try {
      requireDistinctNames(text);
      try (JsonReader reader = Json.createReader(new StringReader(text))) {
        return reader.readObject();
      }
    } catch (PolicySyntaxException known) {
      throw known;
    } catch (RuntimeException notJson) {
      // Not only a JsonException: the parser says in another way that a document ends early, or
      // that it is nested too deep.
      throw new PolicySyntaxException(Refusals.INVALID_JSON);
    }
  }

  /** Of two fields with one name the reader drops the first and says nothing. */
  private static void requireDistinctNames(String text) {
    Deque<Set<String>> names = new ArrayDeque<>();
    try (JsonParser parser = Json.createParser(new StringReader(text))) {
      // Asking for more also makes the parser look at what follows the end of the document.
      while (parser.hasNext()) {
        JsonParser.Event event = parser.next();
        if (event == JsonParser.Event.START_OBJECT) {
          names.push(new HashSet<>());
        } else if (event == JsonParser.Event.END_OBJECT) {
          names.pop();
        } else if (event == JsonParser.Event.KEY_NAME && !names.element().add(parser.getString())) {
          throw new PolicySyntaxException(Refusals.SECOND_INSTANCE + parser.getString());
        }
      }
    }
  }

  /** Refuses other fields than these. */
  static void requireOnly(JsonObject object, List<String> known) {
    for (String name : object.keySet()) {
      if (!known.contains(name)) {
        throw new PolicySyntaxException(Refusals.UNKNOWN_FIELD + name);
      }
    }
  }

  /** Returns the object that a value must be. */
  static JsonObject object(JsonValue value) {
    if (value instanceof JsonObject object) {
      return object;
    }
    throw new PolicySyntaxException(Refusals.SYNTAX);
  }

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
