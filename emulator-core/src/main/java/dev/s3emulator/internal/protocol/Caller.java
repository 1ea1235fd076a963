package dev.s3emulator.internal.protocol;

import dev.s3emulator.internal.domain.Owner;
import java.util.Optional;

/**
 * Who makes a request.
 *
 * @param account the account in whose name it is made
 * @param userName the user of the account, empty for its root
 * @param accessKeyId the key that signed the request
 * @param arn the principal as policies name it, empty for nobody
 */
public record Caller(
    Owner account, Optional<String> userName, Optional<String> accessKeyId, String arn) {

  /** Nobody: the request is not signed. The id is the one that S3 shows for such owners. */
  public static final Caller ANONYMOUS =
      new Caller(
          new Owner("", "65a011a29cdf8ec533ec3d1ccaae921c", ""),
          Optional.empty(),
          Optional.empty(),
          "");

  /** Returns the root of an account, without an access key. */
  public static Caller root(Owner account) {
    return new Caller(
        account,
        Optional.empty(),
        Optional.empty(),
        "arn:aws:iam::" + account.accountId() + ":root");
  }

  /**
   * Returns nobody, who is let in and acts for an account: so the lenient mode takes anonymous
   * requests.
   */
  public static Caller anonymousIn(Owner account) {
    return new Caller(account, Optional.empty(), Optional.empty(), "");
  }

  /** Returns a user of an account, without an access key. */
  public static Caller user(Owner account, String name) {
    return new Caller(
        account,
        Optional.of(name),
        Optional.empty(),
        "arn:aws:iam::" + account.accountId() + ":user/" + name);
  }

  /** Returns this caller with another access key. */
  public Caller withAccessKey(String id) {
    return new Caller(account, userName, Optional.of(id), arn);
  }

  /** Returns whether this is nobody. */
  public boolean isAnonymous() {
    return arn.isEmpty();
  }

  /** Returns whether this is nobody who acts for no account either. */
  public boolean hasNoAccount() {
    return account.accountId().isEmpty();
  }
}
