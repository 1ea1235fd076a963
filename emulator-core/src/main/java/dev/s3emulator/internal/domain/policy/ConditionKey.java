package dev.s3emulator.internal.domain.policy;

import java.util.Locale;

/**
 * What a condition looks at.
 *
 * @param name the name in lower case, such as {@code aws:sourceip} or {@code s3:existingobjecttag}
 * @param tag the key of the tag behind the slash as it was written, empty in other keys
 */
public record ConditionKey(String name, String tag) {

  /** Returns the key that a policy names. */
  public static ConditionKey parse(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? new ConditionKey(text.toLowerCase(Locale.ROOT), "")
        : new ConditionKey(
            text.substring(0, slash).toLowerCase(Locale.ROOT), text.substring(slash + 1));
  }

  /** Returns the key with its tag. */
  @Override
  public String toString() {
    return tag.isEmpty() ? name : name + "/" + tag;
  }
}
