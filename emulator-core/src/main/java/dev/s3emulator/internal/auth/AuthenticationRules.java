package dev.s3emulator.internal.auth;

import dev.s3emulator.internal.domain.Region;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.protocol.Caller;
import dev.s3emulator.internal.protocol.RequestTarget;
import dev.s3emulator.internal.protocol.S3Headers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What all forms of signatures have in common: keys, tokens, the clock and the mode. */
record AuthenticationRules(
    Credentials credentials,
    AuthenticationMode mode,
    Caller defaultCaller,
    InstantSource clock,
    Function<RequestTarget, Region> regions) {

  private static final Duration MAX_SKEW = Duration.ofMinutes(15);

  boolean isStrict() {
    return mode == AuthenticationMode.STRICT;
  }

  /** Returns the region that a request must be signed for, or null if any will do. */
  @Nullable Region expectedRegion(RequestTarget target) {
    // One endpoint serves all regions; clients seldom know which one it stands for.
    return isStrict() ? regions.apply(target) : null;
  }

  /** Returns whether a key counts as the default account's without being verified. */
  boolean isTakenOnTrust(Optional<Credential> known) {
    return known.isEmpty() && !isStrict();
  }

  /** Returns as whom an unknown key acts in the lenient mode. */
  Caller stranger(String accessKeyId) {
    return defaultCaller.withAccessKey(accessKeyId);
  }

  /**
   * Checks that a key may be used with what came as its token.
   *
   * @throws S3Exception InvalidAccessKeyId, InvalidToken or ExpiredToken
   */
  Credential require(Optional<Credential> known, String accessKeyId, @Nullable String token) {
    Credential credential =
        known.orElseThrow(
            () ->
                noSuchKey(accessKeyId)
                    .because("No user of this server has the access key " + accessKeyId + "."));
    String expected = credential.sessionToken().orElse(null);
    if (expected != null && token == null) {
      // S3 looks temporary keys up by their tokens, so without one there is no such key.
      throw noSuchKey(accessKeyId)
          .because(
              "The access key "
                  + accessKeyId
                  + " is temporary, and the request has no x-amz-security-token.");
    }
    if (token != null && !token.equals(expected)) {
      throw S3Exception.of(S3Error.INVALID_TOKEN)
          .with("Token-0", token)
          .because(
              expected == null
                  ? "The access key " + accessKeyId + " is permanent and has no session token."
                  : "The token is not the one of the access key " + accessKeyId + ".");
    }
    requireAlive(credential);
    return credential;
  }

  private static S3Exception noSuchKey(String accessKeyId) {
    return S3Exception.of(S3Error.INVALID_ACCESS_KEY_ID).with("AWSAccessKeyId", accessKeyId);
  }

  private void requireAlive(Credential credential) {
    Instant end = credential.expiration().orElse(null);
    if (end != null && !clock.instant().isBefore(end)) {
      throw S3Exception.of(S3Error.EXPIRED_TOKEN)
          .because(
              "The token ended at " + end + ", and the emulator's clock shows " + serverTime());
    }
  }

  /**
   * Compares the time of a signature in a header with the clock, in the strict mode.
   *
   * @param asSent the header as sent
   */
  void checkSkew(Instant requestTime, String asSent) {
    Instant now = clock.instant();
    if (isStrict() && Duration.between(requestTime, now).abs().compareTo(MAX_SKEW) > 0) {
      throw S3Exception.of(S3Error.REQUEST_TIME_TOO_SKEWED)
          .with("RequestTime", asSent)
          .with("ServerTime", serverTime())
          .with("MaxAllowedSkewMilliseconds", MAX_SKEW.toMillis())
          .because(
              "The request was signed at "
                  + requestTime
                  + ", and the emulator's clock shows "
                  + serverTime()
                  + ". A clock that a test has moved does not move the clients.");
    }
  }

  /** Refuses a presigned URL that begins after now, in the strict mode. */
  void checkBegun(Instant begin, Instant end) {
    if (isStrict() && begin.isAfter(clock.instant().plus(MAX_SKEW))) {
      throw S3Exception.of(S3Error.ACCESS_DENIED, "Request is not yet valid")
          .with("X-Amz-Date", begin.toEpochMilli())
          .with("Expires", end)
          .with("ServerTime", serverTime());
    }
  }

  /**
   * Refuses a presigned URL whose end is past, in both modes: that is what the URL itself says.
   *
   * @param lifetime the value of X-Amz-Expires, or null for Version 2
   */
  void checkNotExpired(Instant end, @Nullable String lifetime) {
    if (clock.instant().isAfter(end)) {
      S3Exception expired = S3Exception.of(S3Error.ACCESS_DENIED, "Request has expired");
      if (lifetime != null) {
        expired.with("X-Amz-Expires", lifetime);
      }
      throw expired
          .with("Expires", end)
          .with("ServerTime", serverTime())
          .because(
              "The presigned URL ended at "
                  + end
                  + ", and the emulator's clock shows "
                  + serverTime()
                  + ".");
    }
  }

  private Instant serverTime() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  /** Returns what tells a HEAD, whose answer has no document, which region it wants. */
  static S3Exception withRegionHeader(S3Exception refused, String method, @Nullable Region region) {
    boolean aboutRegion = refused.elements().stream().anyMatch(e -> e.getKey().equals("Region"));
    return method.equals("HEAD") && aboutRegion && region != null
        ? refused.header(S3Headers.BUCKET_REGION, region.name())
        : refused;
  }
}
