package dev.s3emulator.internal.auth;

import dev.s3emulator.internal.auth.sigv2.StringToSign;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.protocol.QueryParameters;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.protocol.RequestTarget;
import dev.s3emulator.internal.protocol.S3Headers;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** Signature Version 2 in the query, as in presigned URLs of old clients. */
final class SigV2Query {

  /** The parameter that holds the signature. */
  static final String SIGNATURE = "Signature";

  /** The parameter that names the key. */
  static final String ACCESS_KEY = "AWSAccessKeyId";

  private final AuthenticationRules rules;
  private final SigV2Verification verification;

  SigV2Query(AuthenticationRules rules, SigV2Verification verification) {
    this.rules = rules;
    this.verification = verification;
  }

  Authentication authenticate(RequestHead head, RequestTarget target, QueryParameters query) {
    String signature = required(query, SIGNATURE);
    String accessKeyId = required(query, ACCESS_KEY);
    String expires = required(query, "Expires");
    Instant end = time(expires);
    rules.checkNotExpired(end, null);
    String token = query.first(S3Headers.SECURITY_TOKEN);
    return new Authentication(
        verification.verify(
            StringToSign.ofQuery(head, target, query, expires),
            accessKeyId,
            signature,
            token != null ? token : head.headers().first(S3Headers.SECURITY_TOKEN)),
        AuthenticationType.QUERY_STRING,
        Optional.of(SignatureVersion.V2),
        Optional.empty(),
        Optional.of(end),
        Optional.empty());
  }

  private static String required(QueryParameters query, String name) {
    String value = query.first(name);
    if (value == null || value.isEmpty()) {
      throw S3Exception.of(
          S3Error.ACCESS_DENIED,
          "Query-string authentication requires the Signature, Expires and AWSAccessKeyId"
              + " parameters");
    }
    return value;
  }

  private static Instant time(String expires) {
    try {
      return Instant.ofEpochSecond(Long.parseLong(expires));
    } catch (NumberFormatException | DateTimeException noTime) {
      // The text that S3 has for this is not known.
      throw S3Exception.of(
          S3Error.ACCESS_DENIED, "Invalid date (should be seconds since epoch): " + expires);
    }
  }
}
