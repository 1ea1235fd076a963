package dev.s3emulator.internal.protocol;

import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.attribute.Grantee;
import java.util.regex.Pattern;

/** How requests name grantees, in headers and in documents. */
public final class GranteeNames {

  // S3 also refuses ids that no account has. The emulator knows only the accounts of its users, and
  // tests grant to accounts of which no user takes part: any id of the right form is one.
  private static final Pattern CANONICAL_ID = Pattern.compile("[0-9a-f]{64}");

  private GranteeNames() {}

  /**
   * Returns the account with a canonical id.
   *
   * @param argument what the error names as the argument
   * @throws S3Exception InvalidArgument if it is not 64 hex digits
   */
  public static Grantee account(String id, String argument) {
    if (!isCanonicalId(id)) {
      throw S3Exception.invalidArgument("Invalid id", argument, id);
    }
    return new Grantee.Account(id);
  }

  /** Returns whether an account could have this canonical id. */
  public static boolean isCanonicalId(String id) {
    return CANONICAL_ID.matcher(id).matches()
        || id.equals(Caller.ANONYMOUS.account().canonicalId());
  }

  /**
   * Returns the group with a URI.
   *
   * @param argument what the error names as the argument
   * @throws S3Exception InvalidArgument if there is none
   */
  public static Grantee group(String uri, String argument) {
    return Grantee.Group.of(uri)
        .orElseThrow(() -> S3Exception.invalidArgument("Invalid group uri", argument, uri));
  }

  /**
   * Returns the account with an email address, as S3 did until October 2025: since then it answers
   * 405 in the regions that ever knew addresses.
   *
   * @param accounts knows the accounts
   * @throws S3Exception UnresolvableGrantByEmailAddress if none has it
   */
  public static Grantee accountByEmail(String address, AccessCheck accounts) {
    return accounts
        .accountByEmail(address)
        .map(Owner::canonicalId)
        .map(Grantee.Account::new)
        .orElseThrow(
            () ->
                S3Exception.of(S3Error.UNRESOLVABLE_GRANT_BY_EMAIL_ADDRESS)
                    .because("No user of the server has the email address " + address + "."));
  }
}
