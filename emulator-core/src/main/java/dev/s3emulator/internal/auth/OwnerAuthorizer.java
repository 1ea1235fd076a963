package dev.s3emulator.internal.auth;

import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.protocol.Caller;

/**
 * The rule of S3 while there are no policies and no ACLs: everything belongs to the account of its
 * bucket's owner, and to nobody else (protocol-notes 25).
 */
public final class OwnerAuthorizer implements Authorizer {

  private final AuthenticationMode mode;

  /** Makes the rule; only the strict mode refuses anonymous requests. */
  public OwnerAuthorizer(AuthenticationMode mode) {
    this.mode = mode;
  }

  @Override
  public AccessDecision decide(AccessRequest request) {
    if (request.caller().isAnonymous()) {
      return mode == AuthenticationMode.STRICT
          ? AccessDecision.deny(
              "The request is not signed, and no policy or ACL allows everybody to do this.")
          : AccessDecision.allow("The lenient mode lets anonymous requests in.");
    }
    return request
        .bucket()
        .map(bucket -> decide(request, bucket.name(), bucket.settings().owner()))
        .orElseGet(() -> AccessDecision.allow("Accounts may do this for themselves."));
  }

  private static AccessDecision decide(AccessRequest request, String bucket, Owner owner) {
    Caller caller = request.caller();
    if (owner.accountId().equals(caller.account().accountId())) {
      return AccessDecision.allow("The bucket " + bucket + " belongs to the caller's account.");
    }
    return AccessDecision.deny(
        "The bucket "
            + bucket
            + " belongs to the account "
            + owner.accountId()
            + ", and nothing allows "
            + request.action()
            + " to "
            + caller.arn()
            + ".");
  }
}
