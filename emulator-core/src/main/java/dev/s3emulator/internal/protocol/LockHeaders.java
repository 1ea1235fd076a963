package dev.s3emulator.internal.protocol;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.DefaultRetention;
import dev.s3emulator.internal.domain.Locking;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.attribute.ObjectLock;
import dev.s3emulator.internal.domain.attribute.ObjectLock.LegalHold;
import dev.s3emulator.internal.domain.attribute.Retention;
import dev.s3emulator.internal.domain.attribute.Retention.Mode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The headers about Object Lock (protocol-notes 22). */
public final class LockHeaders {

  private LockHeaders() {}

  /** Returns whether a request asks to get past retentions in the mode GOVERNANCE. */
  public static boolean bypassesGovernance(S3Request request) {
    return "true".equalsIgnoreCase(request.header(S3Headers.BYPASS_GOVERNANCE_RETENTION));
  }

  /**
   * Returns the lock that a request asks for the version which it writes.
   *
   * @param now the time with its fractions of seconds
   * @throws S3Exception InvalidRequest if the bucket has no Object Lock, InvalidArgument for what
   *     is malformed or does not fit together
   */
  public static ObjectLock read(S3Request request, Bucket bucket, Instant now) {
    Headers headers = request.head().headers();
    if (!headers.containsPrefix(S3Headers.OBJECT_LOCK_PREFIX)) {
      return ObjectLock.NONE;
    }
    Locking.requireEnabled(bucket);
    return new ObjectLock(
        retention(headers, now),
        headers.get(S3Headers.OBJECT_LOCK_LEGAL_HOLD).map(LockHeaders::legalHold));
  }

  /**
   * Checks the headers of an upload before its body comes. S3 wants a checksum of what it locks,
   * also where the lock is the bucket's default retention, as its users report.
   *
   * @param now the time with its fractions of seconds
   * @throws S3Exception as {@link #read}, and InvalidRequest if there is neither a checksum nor
   *     Content-MD5
   */
  public static void checkUpload(S3Request request, Bucket bucket, Instant now) {
    Headers headers = request.head().headers();
    boolean named = headers.containsPrefix(S3Headers.OBJECT_LOCK_PREFIX);
    if (named || locksByDefault(bucket)) {
      // This comes before the bucket is looked at, as users report, too.
      requireChecksum(headers, "Put Object");
    }
    if (named) {
      read(request, bucket, now);
    }
  }

  /**
   * Checks the headers of a part before its body comes.
   *
   * @param lock what the creation of its upload asked for
   * @throws S3Exception InvalidRequest if a lock needs a checksum and there is none
   */
  public static void checkPart(S3Request request, Bucket bucket, ObjectLock lock) {
    if (!lock.equals(ObjectLock.NONE) || locksByDefault(bucket)) {
      requireChecksum(request.head().headers(), "Put Part");
    }
  }

  private static boolean locksByDefault(Bucket bucket) {
    return bucket.settings().objectLockEnabled()
        && bucket.settings().configuration(DefaultRetention.class).isPresent();
  }

  private static void requireChecksum(Headers headers, String noun) {
    if (!IntegrityHeaders.parse(headers).present()) {
      throw S3Exception.invalidRequest(
          "Content-MD5 OR x-amz-checksum- HTTP header is required for "
              + noun
              + " requests with Object Lock parameters");
    }
  }

  /**
   * Returns the retention that somebody asks for.
   *
   * @throws S3Exception InvalidArgument if it has ended already
   */
  public static Retention requireFuture(Mode mode, Instant until, Instant now) {
    if (!until.isAfter(now)) {
      throw S3Exception.invalidArgument(
          "The retain until date must be in the future!", "RetainUntilDate", Dates.pacific(until));
    }
    return new Retention(mode, until.truncatedTo(ChronoUnit.MILLIS));
  }

  private static Optional<Retention> retention(Headers headers, Instant now) {
    Optional<String> mode = headers.get(S3Headers.OBJECT_LOCK_MODE);
    Optional<String> until = headers.get(S3Headers.OBJECT_LOCK_RETAIN_UNTIL_DATE);
    if (mode.isEmpty() && until.isEmpty()) {
      return Optional.empty();
    }
    if (mode.isEmpty()) {
      throw partnerMissing(S3Headers.OBJECT_LOCK_MODE);
    }
    if (until.isEmpty()) {
      throw partnerMissing(S3Headers.OBJECT_LOCK_RETAIN_UNTIL_DATE);
    }
    return Optional.of(requireFuture(mode(mode.get()), date(until.get()), now));
  }

  /** S3 names the header that is missing (recorded-answers 7.11). */
  private static S3Exception partnerMissing(String header) {
    return S3Exception.invalidArgument(
        "x-amz-object-lock-retain-until-date and x-amz-object-lock-mode must both be supplied",
        header);
  }

  private static Mode mode(String text) {
    return Mode.of(text)
        .orElseThrow(
            () ->
                S3Exception.invalidArgument(
                    "Unknown wormMode directive.", S3Headers.OBJECT_LOCK_MODE, text));
  }

  private static Instant date(String text) {
    return Dates.parseIso(text)
        .orElseThrow(
            () ->
                S3Exception.invalidArgument(
                    "The retain until date must be provided in ISO 8601 format",
                    S3Headers.OBJECT_LOCK_RETAIN_UNTIL_DATE,
                    text));
  }

  private static LegalHold legalHold(String text) {
    return LegalHold.of(text)
        .orElseThrow(
            () ->
                S3Exception.invalidArgument(
                    "Legal Hold must be either of 'ON' or 'OFF'",
                    S3Headers.OBJECT_LOCK_LEGAL_HOLD,
                    text));
  }
}
