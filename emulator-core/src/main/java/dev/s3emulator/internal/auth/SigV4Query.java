package dev.s3emulator.internal.auth;

import dev.s3emulator.internal.auth.sigv4.AmzDate;
import dev.s3emulator.internal.auth.sigv4.CredentialErrors;
import dev.s3emulator.internal.auth.sigv4.CredentialScope;
import dev.s3emulator.internal.auth.sigv4.SigV4Authorization;
import dev.s3emulator.internal.auth.sigv4.SignedHeaders;
import dev.s3emulator.internal.auth.sigv4.SignedRequest;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.protocol.QueryParameters;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.protocol.RequestTarget;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.SigningService;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Signature Version 4 in the query, as in presigned URLs; the order of checks is S3's. */
final class SigV4Query {

  /** The parameter by which such a request is known. */
  static final String ALGORITHM = "X-Amz-Algorithm";

  private static final String SIGV4A = "AWS4-ECDSA-P256-SHA256";
  private static final long LONGEST = 604_800;
  private static final String UNSIGNED = "UNSIGNED-PAYLOAD";

  private final AuthenticationRules rules;
  private final SigV4Verification verification;

  SigV4Query(AuthenticationRules rules, SigV4Verification verification) {
    this.rules = rules;
    this.verification = verification;
  }

  Authentication authenticate(
      RequestHead head, RequestTarget target, SigningService service, QueryParameters query) {
    checkAlgorithm(query);
    String credential = required(query, "X-Amz-Credential");
    String signature = required(query, "X-Amz-Signature");
    String date = required(query, "X-Amz-Date");
    String signedHeaders = required(query, "X-Amz-SignedHeaders");
    String lifetime = required(query, "X-Amz-Expires");
    AmzDate time = time(date);
    Instant end = time.time().plusSeconds(seconds(lifetime));
    rules.checkBegun(time.time(), end);
    rules.checkNotExpired(end, lifetime);
    CredentialScope scope = CredentialScope.parse(credential, CredentialErrors.QUERY);
    verification.checkScope(scope, time, head, target, service, CredentialErrors.QUERY);
    SigV4Authorization authorization =
        new SigV4Authorization(scope, SignedHeaders.parse(signedHeaders), signature);
    SigV4Verification.Verified verified =
        verification.verify(
            head, authorization, time, payloadHash(head, authorization, query), token(head, query));
    return new Authentication(
        verified.caller(),
        AuthenticationType.QUERY_STRING,
        Optional.of(SignatureVersion.V4),
        Optional.of(time.time()),
        Optional.of(end),
        verified.chunks());
  }

  private static void checkAlgorithm(QueryParameters query) {
    String algorithm = query.get(ALGORITHM).orElse("");
    if (algorithm.equals(SIGV4A)) {
      throw Authenticator.sigV4aNotEmulated();
    }
    if (!algorithm.equals(SignedRequest.ALGORITHM)) {
      throw error("X-Amz-Algorithm only supports \"AWS4-HMAC-SHA256 and AWS4-ECDSA-P256-SHA256\"");
    }
  }

  private static String required(QueryParameters query, String name) {
    String value = query.first(name);
    if (value == null || value.isEmpty()) {
      throw error(
          "Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential,"
              + " X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires"
              + " parameters.");
    }
    return value;
  }

  private static AmzDate time(String date) {
    AmzDate time = AmzDate.parse(date);
    if (time == null) {
      throw error("X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"");
    }
    return time;
  }

  private static long seconds(String lifetime) {
    long seconds;
    try {
      // As S3 reads it: +300 and 0300 are numbers.
      seconds = Long.parseLong(lifetime);
    } catch (NumberFormatException noNumber) {
      throw error("X-Amz-Expires should be a number");
    }
    if (seconds < 0) {
      throw error("X-Amz-Expires must be non-negative");
    }
    if (seconds > LONGEST) {
      throw error(
          "X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires"
              + " must be less than 604800 seconds");
    }
    return seconds;
  }

  /** The hash may come in a signed header or, from some SDKs, among the parameters. */
  private static String payloadHash(
      RequestHead head, SigV4Authorization authorization, QueryParameters query) {
    String header = head.headers().first(S3Headers.CONTENT_SHA256);
    if (header != null && authorization.signedHeaders().names().contains("x-amz-content-sha256")) {
      return header;
    }
    return query.get("X-Amz-Content-Sha256").orElse(UNSIGNED);
  }

  private static @Nullable String token(RequestHead head, QueryParameters query) {
    String token = query.first("X-Amz-Security-Token");
    return token != null ? token : head.headers().first(S3Headers.SECURITY_TOKEN);
  }

  private static S3Exception error(String message) {
    return S3Exception.of(S3Error.AUTHORIZATION_QUERY_PARAMETERS, message);
  }
}
