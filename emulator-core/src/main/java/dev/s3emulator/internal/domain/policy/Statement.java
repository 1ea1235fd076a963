package dev.s3emulator.internal.domain.policy;

import java.util.List;
import java.util.Optional;

/**
 * One statement of a policy.
 *
 * @param sid the name that the policy gives it
 * @param position its place in the policy, from 1, for those without a name
 * @param principals whom it is about; empty in policies of users, which are about their user
 * @param actions the IAM actions, matched without regard to case
 * @param resources the ARNs
 * @param conditions what must hold besides, all of it
 */
public record Statement(
    Optional<String> sid,
    int position,
    Effect effect,
    Optional<Principals> principals,
    Selection actions,
    Selection resources,
    List<Condition> conditions) {

  /** Keeps a copy of the list. */
  public Statement {
    conditions = List.copyOf(conditions);
  }

  /** Returns how sentences call the statement. */
  public String name() {
    return sid.map(text -> "statement \"" + text + "\"").orElse("statement " + position);
  }
}
