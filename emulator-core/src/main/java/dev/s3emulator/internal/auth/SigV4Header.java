package dev.s3emulator.internal.auth;

import dev.s3emulator.internal.auth.sigv4.AmzDate;
import dev.s3emulator.internal.auth.sigv4.CredentialErrors;
import dev.s3emulator.internal.auth.sigv4.SigV4Authorization;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.protocol.RequestTarget;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.SigningService;
import dev.s3emulator.internal.protocol.chunked.PayloadForm;
import java.util.Optional;

/** Signature Version 4 in the header Authorization; the order of checks is S3's. */
final class SigV4Header {

  private static final String UNSIGNED = "UNSIGNED-PAYLOAD";

  private final AuthenticationRules rules;
  private final SigV4Verification verification;

  SigV4Header(AuthenticationRules rules, SigV4Verification verification) {
    this.rules = rules;
    this.verification = verification;
  }

  /**
   * Authenticates a request.
   *
   * @param service the service that the request must be signed for
   * @param components the header behind the name of the algorithm
   */
  Authentication authenticate(
      RequestHead head, RequestTarget target, SigningService service, String components) {
    String payloadHash = payloadHash(head);
    RequestDate date = RequestDate.of(head);
    rules.checkSkew(date.time(), date.asSent());
    AmzDate time = date.amzDate();
    SigV4Authorization authorization = SigV4Authorization.parse(components);
    verification.checkScope(
        authorization.scope(), time, head, target, service, CredentialErrors.HEADER);
    SigV4Verification.Verified verified =
        verification.verify(
            head, authorization, time, payloadHash, head.headers().first(S3Headers.SECURITY_TOKEN));
    return new Authentication(
        verified.caller(),
        AuthenticationType.HEADER,
        Optional.of(SignatureVersion.V4),
        Optional.of(time.time()),
        Optional.empty(),
        verified.chunks());
  }

  private static String payloadHash(RequestHead head) {
    String value = head.headers().first(S3Headers.CONTENT_SHA256);
    if (value == null) {
      throw S3Exception.invalidRequest(
          "Missing required header for this request: x-amz-content-sha256");
    }
    if (!isHash(value) && !value.equals(UNSIGNED) && !isStreaming(value)) {
      throw S3Exception.invalidArgument(
          "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER,"
              + " STREAMING-AWS4-HMAC-SHA256-PAYLOAD, STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER,"
              + " STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD,"
              + " STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD-TRAILER or a valid sha256 value.",
          S3Headers.CONTENT_SHA256,
          value);
    }
    return value;
  }

  private static boolean isStreaming(String value) {
    PayloadForm form = PayloadForm.parse(value).orElse(null);
    if (form != null && form.isSigV4A()) {
      throw Authenticator.sigV4aNotEmulated();
    }
    return form != null;
  }

  private static boolean isHash(String value) {
    if (value.length() != 64) {
      return false;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c > 'f' || Character.digit(c, 16) < 0) {
        return false;
      }
    }
    return true;
  }
}
