package dev.s3emulator.internal.pipeline;

import dev.s3emulator.internal.auth.AccessRequest;
import dev.s3emulator.internal.auth.Authentication;
import dev.s3emulator.internal.auth.AuthenticationMode;
import dev.s3emulator.internal.auth.Authorizer;
import dev.s3emulator.internal.auth.FormAuthentication;
import dev.s3emulator.internal.auth.Identities;
import dev.s3emulator.internal.auth.VersionedAction;
import dev.s3emulator.internal.auth.mfa.SecondFactors;
import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.AccessCheck;
import dev.s3emulator.internal.protocol.Caller;
import dev.s3emulator.internal.protocol.NeededAction;
import dev.s3emulator.internal.protocol.QueryParameters;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.protocol.RequestTarget;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.SigningService;
import dev.s3emulator.internal.protocol.form.FormFields;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;
import java.util.Optional;

/** Who makes a request, and may they: the two steps of the pipeline that know {@code auth}. */
final class AccessControl {

  /** What a request may do before its caller is known: nothing. */
  static final AccessCheck UNIDENTIFIED = new UnidentifiedAccess();

  private final S3Engine engine;
  private final Identities identities;
  private final AuthenticationMode mode;
  private final CallerSource callers;
  private final SecondFactors secondFactors;
  private final Authorizer authorizer;

  AccessControl(
      S3Engine engine,
      Identities identities,
      AuthenticationMode mode,
      CallerSource callers,
      SecondFactors secondFactors,
      Authorizer authorizer) {
    this.engine = engine;
    this.identities = identities;
    this.mode = mode;
    this.callers = callers;
    this.secondFactors = secondFactors;
    this.authorizer = authorizer;
  }

  /**
   * Finds out who makes a request.
   *
   * @param head the head as received
   * @param service the service that the request must be signed for
   * @throws dev.s3emulator.internal.domain.S3Exception if the request is signed, and wrongly
   */
  Authentication authenticate(
      RequestHead head, RequestTarget target, QueryParameters query, SigningService service) {
    return callers.authenticate(head, target, query, service);
  }

  /**
   * Finds out who sends a form, and how large its file may be.
   *
   * @throws dev.s3emulator.internal.domain.S3Exception if it is signed wrongly, or not as its
   *     policy wants it
   */
  FormAuthentication authenticate(FormFields fields, RequestTarget target) {
    return callers.authenticate(fields, target);
  }

  /** Returns the request with its caller, and with what tells what else the caller may do. */
  S3Request identify(S3Request request, Authentication authentication) {
    Caller caller = authentication.caller();
    if (caller.isAnonymous() && mode == AuthenticationMode.LENIENT) {
      caller = Caller.anonymousIn(identities.defaultCaller().account());
    }
    S3Request asked = request.as(caller, request.access());
    return request.as(
        caller, new RequestAccess(asked, authentication, identities, secondFactors, authorizer));
  }

  /**
   * Requires that the caller may perform what is routed.
   *
   * @throws dev.s3emulator.internal.domain.S3Exception AccessDenied, or what S3 tells anonymous
   *     callers instead
   */
  void authorize(S3Request request, Authentication authentication, Operation operation) {
    if (operation.authorizesItself()) {
      return;
    }
    Route route = operation.route();
    Optional<Bucket> bucket =
        route.bucketMustExist()
            ? Optional.of(engine.state().requireBucket(request.bucketName()))
            : Optional.empty();
    Optional<String> versionId = Optional.ofNullable(request.parameter("versionId"));
    for (NeededAction action : operation.actions(request)) {
      RequestAccess.require(
          authorizer,
          new AccessRequest(
              request,
              authentication,
              versionId.isPresent() ? VersionedAction.of(action) : action,
              bucket,
              Optional.ofNullable(request.target().key()),
              versionId),
          operation::refusalOfAnonymous);
    }
  }
}
