package dev.s3emulator.internal.auth.policy;

import dev.s3emulator.internal.auth.policy.PolicyVerdict.Outcome;
import dev.s3emulator.internal.domain.policy.Condition;
import dev.s3emulator.internal.domain.policy.Effect;
import dev.s3emulator.internal.domain.policy.Policy;
import dev.s3emulator.internal.domain.policy.Principals.Match;
import dev.s3emulator.internal.domain.policy.Statement;
import dev.s3emulator.internal.protocol.Caller;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers what one policy says to a question: a statement that denies decides, whichever stand
 * before it. Pure; how several policies work together is for others to say.
 */
public final class PolicyEvaluator {

  private PolicyEvaluator() {}

  /** Returns what a policy says. */
  public static PolicyVerdict evaluate(Policy policy, PolicyQuestion question) {
    @Nullable Statement allowing = null;
    Match allowed = Match.NONE;
    for (Statement statement : policy.statements()) {
      boolean denies = statement.effect() == Effect.DENY;
      if (!denies && allowed == Match.DIRECT) {
        continue;
      }
      Match match = match(statement, question);
      if (match == Match.NONE) {
        continue;
      }
      if (denies) {
        return new PolicyVerdict(Outcome.DENY, Optional.of(statement), question);
      }
      if (match.compareTo(allowed) > 0) {
        allowing = statement;
        allowed = match;
      }
    }
    return new PolicyVerdict(
        switch (allowed) {
          case NONE -> Outcome.NONE;
          case ACCOUNT -> Outcome.ALLOW_ACCOUNT;
          case DIRECT -> Outcome.ALLOW;
        },
        Optional.ofNullable(allowing),
        question);
  }

  /** Returns how a statement is about the question; the cheapest tests come first. */
  private static Match match(Statement statement, PolicyQuestion question) {
    if (!statement.actions().contains(question.action(), question.context())) {
      return Match.NONE;
    }
    Caller caller = question.caller();
    Match match =
        statement
            .principals()
            .map(
                principals ->
                    principals.match(
                        caller.arn(), caller.account().accountId(), caller.account().canonicalId()))
            .orElse(Match.DIRECT);
    if (match == Match.NONE
        || !statement.resources().contains(question.resourceArn(), question.context())) {
      return Match.NONE;
    }
    for (Condition condition : statement.conditions()) {
      if (!condition.holds(question.context())) {
        return Match.NONE;
      }
    }
    return match;
  }
}
