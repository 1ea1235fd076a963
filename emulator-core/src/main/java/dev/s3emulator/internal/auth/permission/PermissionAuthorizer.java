package dev.s3emulator.internal.auth.permission;

import dev.s3emulator.internal.auth.AccessDecision;
import dev.s3emulator.internal.auth.AccessRequest;
import dev.s3emulator.internal.auth.Authorizer;
import dev.s3emulator.internal.auth.Identities;
import dev.s3emulator.internal.auth.policy.PolicyQuestion;
import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.Ownership;
import dev.s3emulator.internal.domain.configuration.BucketPolicy;
import dev.s3emulator.internal.protocol.Caller;
import dev.s3emulator.internal.protocol.S3Request;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Decides in the order of AWS (protocol-notes 25).
 *
 * <ol>
 *   <li>What any policy denies is denied.
 *   <li>Within the account that owns what is used, one source has to allow it: the policies of the
 *       caller, the policy of the bucket, or an ACL. The account's root needs none.
 *   <li>Across accounts both sides have to: the caller's own account, and the bucket's policy or an
 *       ACL. Nobody has no account, so the second side suffices.
 * </ol>
 *
 * <p>Pure but for the policies of users, which it looks up. Safe for use by many threads.
 */
public final class PermissionAuthorizer implements Authorizer {

  private static final AccessDecision ALLOWED_TO_OWNER =
      AccessDecision.allow("The caller is the root of the account that owns the bucket.");

  private final UserPolicyPermissions userPolicies;
  private final InstantSource clock;

  /**
   * Makes the authorizer of one server.
   *
   * @param clock the emulator's time, which conditions of policies may ask for
   */
  public PermissionAuthorizer(Identities identities, InstantSource clock) {
    this.clock = clock;
    userPolicies = new UserPolicyPermissions(identities);
  }

  @Override
  public AccessDecision decide(AccessRequest asked) {
    AccessRequest request = withPrincipal(asked);
    Bucket bucket = request.bucket().orElse(null);
    if (bucket == null) {
      return decideWithoutBucket(request);
    }
    return needsNoQuestion(request, bucket)
        ? ALLOWED_TO_OWNER
        : decide(Question.of(request, bucket, clock.instant()));
  }

  /** Nobody who acts for an account, as the lenient mode lets him, is judged as its root. */
  private static AccessRequest withPrincipal(AccessRequest asked) {
    Caller caller = asked.caller();
    if (!caller.isAnonymous() || caller.hasNoAccount()) {
      return asked;
    }
    S3Request request = asked.request();
    return new AccessRequest(
        request.as(Caller.root(caller.account()), request.access()),
        asked.authentication(),
        asked.needed(),
        asked.bucket(),
        asked.key(),
        asked.versionId());
  }

  /** Nearly all requests are the owner's, to a bucket that nothing was said about. */
  private static boolean needsNoQuestion(AccessRequest request, Bucket bucket) {
    Owner owner = bucket.settings().owner();
    Caller caller = request.caller();
    return caller.userName().isEmpty()
        && caller.account().accountId().equals(owner.accountId())
        && bucket.settings().configuration(BucketPolicy.class).isEmpty()
        && (!ObjectActions.areUpToTheObjectsOwner(request.needed())
            || Ownership.in(bucket).disablesAcls());
  }

  private AccessDecision decideWithoutBucket(AccessRequest request) {
    PolicyQuestion question = PolicyQuestions.of(request, clock.instant());
    Verdict own = userPolicies.ask(question, Optional.empty());
    return own.allows()
        ? AccessDecision.allow(own.reason())
        : Refusals.ofUser(question, own, own.denies());
  }

  private AccessDecision decide(Question question) {
    Verdict bucket = BucketPolicyPermissions.ask(question);
    if (bucket.denies()) {
      return Refusals.byBucketPolicy(question, bucket);
    }
    Verdict user = userPolicies.ask(question.forPolicies(), Deletes.other(question));
    if (user.denies()) {
      return Refusals.byUserPolicy(question, user);
    }
    return question.isOfOwner()
        ? withinAccount(question, user, bucket)
        : acrossAccounts(question, user, bucket);
  }

  private static AccessDecision withinAccount(Question question, Verdict user, Verdict bucket) {
    if (user.allows()) {
      return AccessDecision.allow(user.reason());
    }
    if (bucket.allows()) {
      return AccessDecision.allow(bucket.reason());
    }
    Verdict acl = AclPermissions.ask(question);
    return acl.allows()
        ? AccessDecision.allow(acl.reason())
        : Refusals.byNothing(question, user, bucket, acl);
  }

  private static AccessDecision acrossAccounts(Question question, Verdict user, Verdict bucket) {
    if (!user.allows() && !question.caller().isAnonymous()) {
      return Refusals.byNothing(question, user);
    }
    if (bucket.allows()) {
      return AccessDecision.allow(bucket.reason());
    }
    Verdict acl = AclPermissions.ask(question);
    if (acl.allows()) {
      return AccessDecision.allow(acl.reason());
    }
    // What the own account allows does not explain a refusal; nobody has none that could.
    return user.allows()
        ? Refusals.byNothing(question, bucket, acl)
        : Refusals.byNothing(question, user, bucket, acl);
  }
}
