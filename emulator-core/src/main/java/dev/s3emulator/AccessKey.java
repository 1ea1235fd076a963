package dev.s3emulator;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The credentials that a client signs its requests with. Immutable and safe for use by many
 * threads.
 *
 * @param accessKeyId the public part, such as {@code AKIAIOSFODNN7EXAMPLE}
 * @param secretAccessKey the secret part, which {@link #toString} does not show
 * @param sessionToken what a temporary key comes with; empty for a permanent one
 */
public record AccessKey(String accessKeyId, String secretAccessKey, Optional<String> sessionToken) {

  /** A slash or a comma would end the id inside the credential of a signed request. */
  private static final Pattern ID = Pattern.compile("[\\x21-\\x7e&&[^/,]]+");

  /** The example key of the AWS documentation: everybody can see that it opens nothing. */
  static final AccessKey DEFAULT =
      new AccessKey("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");

  /**
   * Checks all parts.
   *
   * @throws IllegalArgumentException if the id is empty or holds blanks, slashes or commas, or if
   *     the secret or the token is blank
   */
  public AccessKey {
    if (!ID.matcher(accessKeyId).matches()) {
      throw new IllegalArgumentException(
          "The access key id \"" + accessKeyId + "\" is empty or holds a blank, '/' or ','.");
    }
    if (secretAccessKey.isBlank()) {
      throw new IllegalArgumentException(
          "The secret access key of \"" + accessKeyId + "\" is blank.");
    }
    if (sessionToken.filter(String::isBlank).isPresent()) {
      throw new IllegalArgumentException("The session token of \"" + accessKeyId + "\" is blank.");
    }
  }

  /**
   * Makes a permanent key.
   *
   * @throws IllegalArgumentException if the id is empty or holds blanks, slashes or commas, or if
   *     the secret is blank
   */
  public AccessKey(String accessKeyId, String secretAccessKey) {
    this(accessKeyId, secretAccessKey, Optional.empty());
  }

  /** Returns the id, without the secret and the token. */
  @Override
  public String toString() {
    return "AccessKey[" + accessKeyId + (sessionToken.isPresent() ? ", temporary]" : "]");
  }
}
