package dev.s3emulator.internal.auth;

import dev.s3emulator.internal.auth.sigv2.StringToSign;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.protocol.QueryParameters;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.protocol.RequestTarget;
import dev.s3emulator.internal.protocol.S3Headers;
import java.util.Optional;

/** Signature Version 2 in the header Authorization; the order of checks is S3's. */
final class SigV2Header {

  /** The scheme of the header, which S3 compares without case. */
  static final String SCHEME = "AWS";

  private final AuthenticationRules rules;
  private final SigV2Verification verification;

  SigV2Header(AuthenticationRules rules, SigV2Verification verification) {
    this.rules = rules;
    this.verification = verification;
  }

  /**
   * Authenticates a request.
   *
   * @param keyAndSignature the header behind the scheme
   */
  Authentication authenticate(
      RequestHead head, RequestTarget target, QueryParameters query, String keyAndSignature) {
    String authorization = head.headers().get(S3Headers.AUTHORIZATION).orElse("");
    if (keyAndSignature.indexOf(' ') >= 0) {
      throw notOneBlank(authorization);
    }
    int colon = keyAndSignature.indexOf(':');
    if (colon <= 0 || colon == keyAndSignature.length() - 1) {
      throw S3Exception.invalidArgument(
          "AWS authorization header is invalid.  Expected AwsAccessKeyId:signature",
          S3Headers.AUTHORIZATION,
          authorization);
    }
    RequestDate date = RequestDate.of(head);
    rules.checkSkew(date.time(), date.asSent());
    return new Authentication(
        verification.verify(
            StringToSign.ofHeader(head, target, query),
            keyAndSignature.substring(0, colon),
            keyAndSignature.substring(colon + 1),
            head.headers().first(S3Headers.SECURITY_TOKEN)),
        AuthenticationType.HEADER,
        Optional.of(SignatureVersion.V2),
        Optional.of(date.time()),
        Optional.empty(),
        Optional.empty());
  }

  static S3Exception notOneBlank(String authorization) {
    return S3Exception.invalidArgument(
        "Authorization header is invalid -- one and only one ' ' (space) required",
        S3Headers.AUTHORIZATION,
        authorization);
  }
}
