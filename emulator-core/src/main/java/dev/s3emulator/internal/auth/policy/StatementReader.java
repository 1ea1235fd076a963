package dev.s3emulator.internal.auth.policy;

import dev.s3emulator.internal.domain.policy.Condition;
import dev.s3emulator.internal.domain.policy.Effect;
import dev.s3emulator.internal.domain.policy.PolicyVersion;
import dev.s3emulator.internal.domain.policy.Principals;
import dev.s3emulator.internal.domain.policy.Selection;
import dev.s3emulator.internal.domain.policy.Statement;
import dev.s3emulator.internal.domain.policy.TextPattern;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the statements of one policy. */
final class StatementReader {

  private static final List<String> ELEMENTS =
      List.of(
          "Sid",
          "Effect",
          "Principal",
          "NotPrincipal",
          "Action",
          "NotAction",
          "Resource",
          "NotResource",
          "Condition");

  private static final TextPattern.Syntax ACTIONS = new TextPattern.Syntax(true, false, true);
  private static final TextPattern.Syntax RESOURCES = new TextPattern.Syntax(true, true, false);

  private final PolicyVersion version;
  private final Dialect dialect;

  StatementReader(PolicyVersion version, Dialect dialect) {
    this.version = version;
    this.dialect = dialect;
  }

  Statement read(JsonObject json, int position) {
    JsonTexts.requireOnly(json, ELEMENTS);
    Effect effect = effect(json);
    Optional<Principals> principals = principals(json, effect);
    Selection actions = selection(json, "Action", ACTIONS);
    Selection resources = selection(json, "Resource", RESOURCES.variables(version.hasVariables()));
    List<Condition> conditions = ConditionReader.read(json, version);
    Statement statement =
        new Statement(
            JsonTexts.optional(json, "Sid"),
            position,
            effect,
            principals,
            actions,
            resources,
            conditions);
    dialect.bucketArn().ifPresent(arn -> BucketPolicyRules.check(statement, arn));
    return statement;
  }

  private static Effect effect(JsonObject json) {
    String effect =
        JsonTexts.optional(json, "Effect")
            .orElseThrow(() -> new PolicySyntaxException(Refusals.MISSING + "Effect"));
    return switch (effect) {
      case "Allow" -> Effect.ALLOW;
      case "Deny" -> Effect.DENY;
      default -> throw new PolicySyntaxException(Refusals.INVALID_EFFECT + effect);
    };
  }

  private Optional<Principals> principals(JsonObject json, Effect effect) {
    boolean excluded = requireOneOf(json, "Principal");
    @Nullable JsonValue listed = json.get(excluded ? "NotPrincipal" : "Principal");
    if (!dialect.isOfBucket()) {
      if (listed != null) {
        throw new PolicySyntaxException(Refusals.PRINCIPAL_OF_USER);
      }
      return Optional.empty();
    }
    if (listed == null) {
      throw new PolicySyntaxException(Refusals.MISSING + "Principal");
    }
    if (excluded && effect == Effect.ALLOW) {
      throw new PolicySyntaxException(Refusals.ALLOW_WITH_NOT_PRINCIPAL);
    }
    return Optional.of(PrincipalReader.read(listed, excluded));
  }

  private static Selection selection(JsonObject json, String element, TextPattern.Syntax syntax) {
    boolean excluded = requireOneOf(json, element);
    @Nullable JsonValue listed = json.get(excluded ? "Not" + element : element);
    if (listed == null) {
      throw new PolicySyntaxException(Refusals.MISSING + element);
    }
    List<String> texts = JsonTexts.texts(listed);
    if (texts.isEmpty()) {
      throw new PolicySyntaxException(Refusals.MISSING + element + Refusals.CANNOT_BE_EMPTY);
    }
    return new Selection(
        excluded, texts.stream().map(text -> TextPattern.parse(text, syntax)).toList());
  }

  /** Returns whether the element is there with {@code Not} before its name; it cannot be both. */
  private static boolean requireOneOf(JsonObject json, String element) {
    boolean excluded = json.containsKey("Not" + element);
    if (excluded && json.containsKey(element)) {
      throw new PolicySyntaxException(Refusals.SECOND_INSTANCE + element);
    }
    return excluded;
  }
}
