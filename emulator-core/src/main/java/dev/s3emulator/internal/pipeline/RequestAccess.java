package dev.s3emulator.internal.pipeline;

import dev.s3emulator.internal.auth.AccessDecision;
import dev.s3emulator.internal.auth.AccessRequest;
import dev.s3emulator.internal.auth.Authentication;
import dev.s3emulator.internal.auth.Authorizer;
import dev.s3emulator.internal.auth.Identities;
import dev.s3emulator.internal.auth.VersionedAction;
import dev.s3emulator.internal.auth.mfa.Presenter;
import dev.s3emulator.internal.auth.mfa.SecondFactors;
import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.MfaToken;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.SecondFactor;
import dev.s3emulator.internal.protocol.AccessCheck;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.protocol.NeededAction;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.S3Request;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Answers what the operation of one request asks about its caller.
 *
 * @param request the request with its caller
 * @param authentication how it is signed
 */
record RequestAccess(
    S3Request request,
    Authentication authentication,
    Identities identities,
    SecondFactors secondFactors,
    Authorizer authorizer)
    implements AccessCheck {

  @Override
  public void require(
      NeededAction action, Bucket bucket, ObjectKey key, Optional<String> versionId) {
    NeededAction needed = versionId.isPresent() ? VersionedAction.of(action) : action;
    require(needed, Optional.of(bucket), Optional.of(key), versionId);
  }

  @Override
  public void requireOnNewBucket(NeededAction action) {
    require(action, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private void require(
      NeededAction action,
      Optional<Bucket> bucket,
      Optional<ObjectKey> key,
      Optional<String> versionId) {
    require(
        authorizer,
        new AccessRequest(request, authentication, action, bucket, key, versionId),
        () -> S3Exception.of(S3Error.ACCESS_DENIED));
  }

  @Override
  public AccessCheck withHeader(String name, String value) {
    RequestHead head = request.head();
    RequestHead more = head.with(Headers.builder().addAll(head.headers()).set(name, value).build());
    return new RequestAccess(
        request.with(more), authentication, identities, secondFactors, authorizer);
  }

  @Override
  public S3Exception discreetly(S3Exception refusal, Bucket bucket) {
    if (refusal.error() != S3Error.NO_SUCH_KEY) {
      return refusal;
    }
    AccessRequest listing =
        new AccessRequest(
            request,
            authentication,
            NeededAction.of("s3:ListBucket"),
            Optional.of(bucket),
            Optional.empty(),
            Optional.empty());
    AccessDecision decision = authorizer.decide(listing);
    return decision.allowed()
        ? refusal
        : (request.caller().isAnonymous()
                ? S3Exception.of(S3Error.ACCESS_DENIED)
                : denied(decision))
            .because(
                "The object is not there, and who may not list the bucket is not told so: "
                    + decision.reason());
  }

  @Override
  public SecondFactor secondFactor(MfaToken token, Bucket bucket) {
    Presenter presenter = new Presenter(request.caller(), isTemporary(), request.head().secure());
    return secondFactors.judge(token, presenter, bucket.settings().owner());
  }

  /** Keys of sessions come with a token, also those that the lenient mode does not know. */
  private boolean isTemporary() {
    return request.header(S3Headers.SECURITY_TOKEN) != null
        || request.query().contains("X-Amz-Security-Token");
  }

  @Override
  public Optional<Owner> accountByEmail(String address) {
    return identities.accountByEmail(address);
  }

  /** Throws unless what is asked for is allowed. */
  static void require(
      Authorizer authorizer, AccessRequest asked, Supplier<S3Exception> refusalOfAnonymous) {
    AccessDecision decision = authorizer.decide(asked);
    if (!decision.allowed()) {
      throw (asked.caller().isAnonymous() ? refusalOfAnonymous.get() : denied(decision))
          .because(decision.reason());
    }
  }

  private static S3Exception denied(AccessDecision decision) {
    return decision
        .message()
        .map(message -> S3Exception.of(S3Error.ACCESS_DENIED, message))
        .orElseGet(() -> S3Exception.of(S3Error.ACCESS_DENIED));
  }
}
