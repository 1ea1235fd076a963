package dev.s3emulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * One {@code --user} of the command line: {@code
 * name=alt,access-key=…,secret-key=…,account-id=…,canonical-id=…,display-name=…,email=…,iam-user=true,policy=FILE}.
 */
final class UserOption {

  private static final String OPTION = "--user";

  private static final String NAME = "name";
  private static final String ACCESS_KEY = "access-key";
  private static final String SECRET_KEY = "secret-key";
  private static final String ACCOUNT_ID = "account-id";
  private static final String CANONICAL_ID = "canonical-id";
  private static final String DISPLAY_NAME = "display-name";
  private static final String EMAIL = "email";
  private static final String IAM_USER = "iam-user";

  private static final String POLICY = "policy";

  private static final Set<String> PARTS =
      Set.of(
          NAME,
          ACCESS_KEY,
          SECRET_KEY,
          ACCOUNT_ID,
          CANONICAL_ID,
          DISPLAY_NAME,
          EMAIL,
          IAM_USER,
          POLICY);

  private UserOption() {}

  /**
   * Returns the user.
   *
   * @throws IllegalArgumentException if a part is unknown, empty, given twice or wrong; the message
   *     is one sentence that names it
   */
  static User parse(String option) {
    Map<String, String> parts = OptionParts.of(OPTION, option, PARTS);
    String name = parts.remove(NAME);
    if (name == null) {
      throw wrong("has no name: \"" + option + "\"");
    }
    User user = User.named(name);
    String id = parts.remove(ACCESS_KEY);
    String secret = parts.remove(SECRET_KEY);
    if ((id == null) != (secret == null)) {
      throw wrong("\"" + name + "\" has only one of access-key and secret-key");
    }
    if (id != null && secret != null) {
      user = user.accessKey(id, secret);
    }
    for (Map.Entry<String, String> part : parts.entrySet()) {
      user = with(user, part.getKey(), part.getValue());
    }
    requireIamUserForPolicy(user, parts.containsKey(POLICY));
    return user;
  }

  private static User with(User user, String part, String value) {
    return switch (part) {
      case ACCOUNT_ID -> user.accountId(value);
      case CANONICAL_ID -> user.canonicalId(value);
      case DISPLAY_NAME -> user.displayName(value);
      case EMAIL -> user.email(value);
      case IAM_USER -> iamUser(user, value);
      case POLICY -> user.policies(policy(user, value));
      default -> throw new AssertionError(part);
    };
  }

  private static User iamUser(User user, String value) {
    return switch (value) {
      case "true" -> user.iamUser();
      case "false" -> user;
      default ->
          throw wrong("\"" + user.name() + "\" has iam-user=" + value + ", not true or false");
    };
  }

  /** A root has no policies, so one that is given is a mistake. */
  private static void requireIamUserForPolicy(User user, boolean hasPolicy) {
    if (hasPolicy && user.isRoot()) {
      throw wrong("\"" + user.name() + "\" has a policy, but is no iam-user");
    }
  }

  private static String policy(User user, String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException | InvalidPathException unreadable) {
      throw wrong("\"" + user.name() + "\" has a policy that cannot be read: " + file);
    }
  }

  private static IllegalArgumentException wrong(String what) {
    return OptionParts.wrong(OPTION, what);
  }
}
