package dev.s3emulator.internal.auth.post;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.s3emulator.internal.auth.post.PolicyCondition.Operator;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON of a policy.
 *
 * <p>The texts that errors.tsv has are used as they stand there; what S3 says of conditions of an
 * unknown form is not known.
 */
final class PolicyDocument {

  private static final String NOT_JSON = "Invalid JSON.";
  private static final String SIMPLE =
      "Invalid Simple-Condition: Simple-Conditions must have exactly one property specified.";

  private PolicyDocument() {}

  static PostPolicy read(String base64) {
    JsonObject document = parse(base64);
    Instant expiration = expiration(document.get("expiration"));
    JsonValue listed = document.get("conditions");
    if (listed == null) {
      throw invalid("Policy missing conditions.");
    }
    if (!(listed instanceof JsonArray array)) {
      throw invalid("Invalid 'conditions' value: '" + listed + "'");
    }
    List<PolicyCondition> conditions = new ArrayList<>();
    LengthRange lengths = LengthRange.ANY;
    for (JsonValue each : array) {
      if (each instanceof JsonArray list && operator(list).equals("content-length-range")) {
        lengths = lengths.and(range(list));
      } else {
        conditions.add(condition(each));
      }
    }
    return new PostPolicy(expiration, conditions, lengths);
  }

  private static JsonObject parse(String base64) {
    String json;
    try {
      json = new String(Base64.getMimeDecoder().decode(base64), UTF_8);
    } catch (IllegalArgumentException notBase64) {
      throw invalid(NOT_JSON);
    }
    try (JsonReader reader = Json.createReader(new StringReader(withJsonEscapes(json)))) {
      return reader.readObject();
    } catch (RuntimeException notJson) {
      // Not only a JsonException: the parser says in another way that a document is nested too
      // deep.
      throw invalid(NOT_JSON);
    }
  }

  /** Policies may escape the dollar sign and the vertical tab, which JSON does not. */
  private static String withJsonEscapes(String json) {
    StringBuilder standard = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c != '\\' || i + 1 == json.length()) {
        standard.append(c);
        continue;
      }
      char escaped = json.charAt(++i);
      switch (escaped) {
        case '$' -> standard.append('$');
        case 'v' -> standard.append("\\u000b");
        default -> standard.append('\\').append(escaped);
      }
    }
    return standard.toString();
  }

  private static Instant expiration(@Nullable JsonValue value) {
    if (value == null) {
      throw invalid("Policy missing expiration.");
    }
    String text = value instanceof JsonString string ? string.getString() : value.toString();
    try {
      return Instant.parse(text);
    } catch (DateTimeException otherFormat) {
      throw invalid("Invalid 'expiration' value: '" + text + "'");
    }
  }

  private static PolicyCondition condition(JsonValue value) {
    if (value instanceof JsonObject simple) {
      if (simple.size() != 1) {
        throw invalid(SIMPLE);
      }
      Map.Entry<String, JsonValue> only = simple.entrySet().iterator().next();
      return new PolicyCondition(Operator.EQ, only.getKey(), text(only.getValue()));
    }
    if (value instanceof JsonArray list && list.size() == 3) {
      String field = text(list.get(1));
      if (field.startsWith("$")) {
        return new PolicyCondition(comparison(list), field.substring(1), text(list.get(2)));
      }
    }
    throw invalid("Invalid Condition: " + value);
  }

  private static Operator comparison(JsonArray list) {
    return switch (operator(list)) {
      case "eq" -> Operator.EQ;
      case "starts-with" -> Operator.STARTS_WITH;
      default -> throw invalid("Invalid Condition: " + list);
    };
  }

  private static String operator(JsonArray list) {
    return list.isEmpty() ? "" : text(list.get(0)).toLowerCase(Locale.ROOT);
  }

  private static String text(JsonValue value) {
    if (value instanceof JsonString string) {
      return string.getString();
    }
    throw invalid("Invalid Condition: " + value);
  }

  private static LengthRange range(JsonArray list) {
    if (list.size() == 3) {
      Optional<Long> min = number(list.get(1));
      Optional<Long> max = number(list.get(2));
      if (min.isPresent() && max.isPresent()) {
        return new LengthRange(min.get(), max.get());
      }
    }
    throw invalid("Invalid Condition: " + list);
  }

  /** Sizes are numbers; some clients write them as texts. */
  private static Optional<Long> number(JsonValue value) {
    try {
      long number =
          value instanceof JsonNumber json
              ? json.longValueExact()
              : Long.parseLong(value instanceof JsonString text ? text.getString() : "");
      return number < 0 ? Optional.empty() : Optional.of(number);
    } catch (ArithmeticException | NumberFormatException notASize) {
      return Optional.empty();
    }
  }

  private static S3Exception invalid(String what) {
    return S3Exception.of(S3Error.INVALID_POLICY_DOCUMENT, "Invalid Policy: " + what);
  }
}
