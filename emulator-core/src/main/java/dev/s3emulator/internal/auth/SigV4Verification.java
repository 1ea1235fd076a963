package dev.s3emulator.internal.auth;

import dev.s3emulator.internal.auth.sigv4.AmzDate;
import dev.s3emulator.internal.auth.sigv4.ChunkSignatures;
import dev.s3emulator.internal.auth.sigv4.CredentialErrors;
import dev.s3emulator.internal.auth.sigv4.CredentialScope;
import dev.s3emulator.internal.auth.sigv4.SigV4Authorization;
import dev.s3emulator.internal.auth.sigv4.SignatureDiagnosis;
import dev.s3emulator.internal.auth.sigv4.SignedRequest;
import dev.s3emulator.internal.auth.sigv4.SigningKey;
import dev.s3emulator.internal.auth.sigv4.SigningKeys;
import dev.s3emulator.internal.domain.Region;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.protocol.Caller;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.protocol.RequestTarget;
import dev.s3emulator.internal.protocol.SigningService;
import dev.s3emulator.internal.protocol.chunked.ChunkListener;
import dev.s3emulator.internal.protocol.chunked.PayloadForm;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The end that both forms of Signature Version 4 share: from the scope to the signature. */
final class SigV4Verification {

  private static final String STREAMING = "STREAMING-";

  private final AuthenticationRules rules;
  private final SigningKeys keys = new SigningKeys();

  SigV4Verification(AuthenticationRules rules) {
    this.rules = rules;
  }

  /**
   * Checks scope and scope date.
   *
   * @param service the service that the request must be signed for
   */
  void checkScope(
      CredentialScope scope,
      AmzDate time,
      RequestHead head,
      RequestTarget target,
      SigningService service,
      CredentialErrors errors) {
    Region region = rules.expectedRegion(target);
    try {
      scope.check(region, service, errors);
    } catch (S3Exception refused) {
      throw AuthenticationRules.withRegionHeader(refused, head.method(), region);
    }
    scope.checkDate(time, errors);
  }

  /** Checks unsigned headers, access key, token and signature, in this order. */
  Verified verify(
      RequestHead head,
      SigV4Authorization authorization,
      AmzDate time,
      String payloadHash,
      @Nullable String token) {
    String accessKeyId = authorization.scope().accessKeyId();
    Optional<Credential> known = rules.credentials().find(accessKeyId);
    if (rules.isTakenOnTrust(known)) {
      return new Verified(rules.stranger(accessKeyId), Optional.empty());
    }
    authorization.signedHeaders().requireAllOf(head.headers());
    Credential credential = rules.require(known, accessKeyId, token);
    SignedRequest request = SignedRequest.of(head, authorization, time, payloadHash);
    SigningKey key = keys.of(credential.secretAccessKey(), authorization.scope());
    if (!request.isSignedWith(key)) {
      throw SignatureDiagnosis.explain(
          request, head, authorization.signedHeaders(), credential.secretAccessKey(), others());
    }
    return new Verified(credential.caller(), chunks(request, key, payloadHash));
  }

  private SignatureDiagnosis.OtherSecrets others() {
    return found ->
        rules
            .credentials()
            .all()
            .forEach(other -> found.accept(other.accessKeyId(), other.secretAccessKey()));
  }

  private static Optional<ChunkListener> chunks(
      SignedRequest request, SigningKey key, String payloadHash) {
    return payloadHash.startsWith(STREAMING)
        ? PayloadForm.parse(payloadHash)
            .filter(PayloadForm::isSigned)
            .map(form -> new ChunkSignatures(request, key))
        : Optional.empty();
  }

  /** Who signed, and what verifies the body. */
  record Verified(Caller caller, Optional<ChunkListener> chunks) {}
}
