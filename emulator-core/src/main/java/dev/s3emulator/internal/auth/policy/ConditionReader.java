package dev.s3emulator.internal.auth.policy;

import dev.s3emulator.internal.domain.policy.Condition;
import dev.s3emulator.internal.domain.policy.Condition.Quantifier;
import dev.s3emulator.internal.domain.policy.ConditionKey;
import dev.s3emulator.internal.domain.policy.ConditionOperator;
import dev.s3emulator.internal.domain.policy.PolicyVersion;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the conditions of a statement. */
final class ConditionReader {

  private static final String IF_EXISTS = "IfExists";

  private ConditionReader() {}

  static List<Condition> read(JsonObject statement, PolicyVersion version) {
    @Nullable JsonValue block = statement.get("Condition");
    if (block == null) {
      return List.of();
    }
    List<Condition> conditions = new ArrayList<>();
    for (Map.Entry<String, JsonValue> byOperator : JsonTexts.object(block).entrySet()) {
      Condition.Test test = test(byOperator.getKey());
      for (Map.Entry<String, JsonValue> byKey :
          JsonTexts.object(byOperator.getValue()).entrySet()) {
        conditions.add(condition(test, byKey.getKey(), byKey.getValue(), version));
      }
    }
    return conditions;
  }

  private static Condition.Test test(String written) {
    Quantifier quantifier = Quantifier.ONE;
    String name = written;
    for (Quantifier each : List.of(Quantifier.ALL, Quantifier.ANY)) {
      if (written.startsWith(each.prefix())) {
        quantifier = each;
        name = written.substring(each.prefix().length());
      }
    }
    boolean ifExists = name.endsWith(IF_EXISTS);
    Optional<ConditionOperator> operator =
        ConditionOperator.named(
            ifExists ? name.substring(0, name.length() - IF_EXISTS.length()) : name);
    // Null itself asks whether the key exists.
    if (operator.isEmpty()
        || (operator.get() == ConditionOperator.NULL
            && (ifExists || quantifier != Quantifier.ONE))) {
      throw new PolicySyntaxException(Refusals.INVALID_CONDITION_TYPE + written);
    }
    return new Condition.Test(quantifier, operator.get(), ifExists);
  }

  private static Condition condition(
      Condition.Test test, String key, JsonValue values, PolicyVersion version) {
    return new Condition(
        test, ConditionKey.parse(key), JsonTexts.scalars(values), version.hasVariables());
  }
}
