package dev.s3emulator.internal.testing;

/** Writes policies for tests. */
public final class PolicyTexts {

  private PolicyTexts() {}

  /** A policy of these statements. */
  public static String of(String... statements) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":[" + String.join(",", statements) + "]}";
  }

  /** A statement of a user's policy. */
  public static String allow(String action, String resource) {
    return statement("Allow", action, resource);
  }

  /** A statement of a user's policy. */
  public static String deny(String action, String resource) {
    return statement("Deny", action, resource);
  }

  private static String statement(String effect, String action, String resource) {
    return "{\"Effect\":\""
        + effect
        + "\",\"Action\":\""
        + action
        + "\",\"Resource\":\""
        + resource
        + "\"}";
  }

  /**
   * A statement of a bucket's policy.
   *
   * @param principal as JSON
   * @param resources as JSON
   */
  public static String statement(String effect, String principal, String action, String resources) {
    return "{\"Effect\":\""
        + effect
        + "\",\"Principal\":"
        + principal
        + ",\"Action\":\""
        + action
        + "\",\"Resource\":"
        + resources
        + "}";
  }
}
