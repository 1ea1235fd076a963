package dev.s3emulator.journal;

import java.util.Optional;

/**
 * Who made a request.
 *
 * @param accountId the account in whose name it was made, 12 digits; empty for an anonymous caller
 * @param userName the user of the account; empty for its root
 * @param accessKeyId the key that signed the request, as sent; empty if it was not signed
 */
public record RecordedCaller(
    String accountId, Optional<String> userName, Optional<String> accessKeyId) {

  /** Returns the user, or the account if it is its root. */
  @Override
  public String toString() {
    return userName.orElse(accountId.isEmpty() ? "anonymous" : accountId);
  }
}
