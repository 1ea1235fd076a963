package dev.s3emulator.internal.auth.permission;

import dev.s3emulator.internal.auth.policy.PolicyQuestion;
import dev.s3emulator.internal.domain.VersioningState;
import java.util.Optional;

/**
 * A delete in a bucket that was never versioned is both kinds of delete at once: it needs one
 * permission, and either denial blocks it (delete-semantics 10).
 */
final class Deletes {

  private Deletes() {}

  /** Returns the question whose denial counts as well. */
  static Optional<PolicyQuestion> other(Question question) {
    return ObjectActions.delete(question.action())
            && question.bucket().versioning() == VersioningState.UNVERSIONED
        ? Optional.of(
            PolicyQuestions.about(
                ObjectActions.otherDelete(question.action()), question.forPolicies()))
        : Optional.empty();
  }
}
