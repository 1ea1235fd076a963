package dev.s3emulator.internal.domain.policy;

import java.util.List;

/**
 * The actions or the resources of a statement.
 *
 * @param excluded whether the statement is about all others, as with {@code NotAction}
 * @param patterns what is listed
 */
public record Selection(boolean excluded, List<TextPattern> patterns) {

  /** Keeps a copy of the list. */
  public Selection {
    patterns = List.copyOf(patterns);
  }

  /**
   * Returns whether a statement with this selection is about an action or a resource. It is not
   * because of a pattern with a variable that the request has no value for.
   */
  public boolean contains(String text, ConditionValues context) {
    for (TextPattern pattern : patterns) {
      if (pattern.matches(text, context)) {
        return !excluded;
      }
    }
    return excluded && patterns.stream().allMatch(pattern -> pattern.isResolvable(context));
  }
}
