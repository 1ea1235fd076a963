package dev.s3emulator.internal.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.s3emulator.internal.domain.policy.ConditionKey;
import dev.s3emulator.internal.protocol.Caller;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;

/**
 * What a caller has under the keys of conditions.
 *
 * <p>Whether a second factor was shown is a matter of temporary keys that the token service issues
 * for it; there are none here, so {@code aws:MultiFactorAuthPresent} and {@code
 * aws:MultiFactorAuthAge} are absent, as with permanent keys at AWS.
 */
record CallerConditions(Caller caller) {

  private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  Optional<List<String>> of(ConditionKey key) {
    if (caller.isAnonymous()) {
      return key.name().equals("aws:principaltype")
          ? Optional.of(List.of("Anonymous"))
          : Optional.empty();
    }
    return switch (key.name()) {
      case "aws:principalarn" -> Optional.of(List.of(caller.arn()));
      case "aws:principalaccount" -> Optional.of(List.of(caller.account().accountId()));
      case "aws:principaltype" ->
          Optional.of(List.of(caller.userName().isPresent() ? "User" : "Account"));
      case "aws:principalisawsservice" -> Optional.of(List.of("false"));
      case "aws:username" -> caller.userName().map(List::of);
      case "aws:userid" -> Optional.of(List.of(userId()));
      default -> Optional.empty();
    };
  }

  /** Returns the account id for its root, else an id of the form that IAM gives to users. */
  private String userId() {
    if (caller.userName().isEmpty()) {
      return caller.account().accountId();
    }
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(caller.arn().getBytes(UTF_8));
      StringBuilder id = new StringBuilder("AIDA");
      for (int i = 0; i < 17; i++) {
        id.append(BASE_32.charAt(hash[i] & 31));
      }
      return id.toString();
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
