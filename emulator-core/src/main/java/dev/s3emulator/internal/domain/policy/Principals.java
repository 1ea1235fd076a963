package dev.s3emulator.internal.domain.policy;

import java.util.Set;

/**
 * Whom a statement of a bucket policy is about.
 *
 * @param excluded whether it is about all others, as with {@code NotPrincipal}
 * @param everybody whether {@code *} is listed
 * @param accounts the ids of listed accounts, which are also listed by the ARN of their root
 * @param arns the ARNs of listed users and roles
 * @param canonicalIds the canonical ids of listed accounts
 * @param services what else is listed, which no caller of the emulator is: services of AWS, and
 *     providers of identities
 */
public record Principals(
    boolean excluded,
    boolean everybody,
    Set<String> accounts,
    Set<String> arns,
    Set<String> canonicalIds,
    Set<String> services) {

  /** How a statement names somebody. */
  public enum Match {
    /** Not at all. */
    NONE,
    /** By the account, which has to let its users do it. */
    ACCOUNT,
    /** Personally, or because it names everybody. */
    DIRECT
  }

  /** Keeps copies of the sets. */
  public Principals {
    accounts = Set.copyOf(accounts);
    arns = Set.copyOf(arns);
    canonicalIds = Set.copyOf(canonicalIds);
    services = Set.copyOf(services);
  }

  /**
   * Returns how the statement names somebody.
   *
   * @param arn the ARN of a user or of an account's root, empty for nobody in particular
   * @param accountId the account
   * @param canonicalId the canonical id of the account
   */
  public Match match(String arn, String accountId, String canonicalId) {
    if (everybody) {
      return excluded ? Match.NONE : Match.DIRECT;
    }
    if (arn.isEmpty()) {
      return excluded ? Match.DIRECT : Match.NONE;
    }
    boolean account = accounts.contains(accountId) || canonicalIds.contains(canonicalId);
    boolean root = arn.endsWith(":root");
    if (excluded) {
      // Who is excepted must be listed together with the account: a user alone falls with its
      // account, and an account stands for its root only.
      return account && (root || arns.contains(arn)) ? Match.NONE : Match.DIRECT;
    }
    if (account) {
      return root || arns.contains(arn) ? Match.DIRECT : Match.ACCOUNT;
    }
    return arns.contains(arn) ? Match.DIRECT : Match.NONE;
  }
}
