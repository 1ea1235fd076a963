package dev.s3emulator.internal.operation.object;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.ObjectVersion;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.VersionId;
import dev.s3emulator.internal.domain.attribute.ObjectLock;
import dev.s3emulator.internal.lookup.VersionParameter;
import dev.s3emulator.internal.protocol.Dates;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import java.util.Optional;

/** What the answers of GetObject and HeadObject say about locks. */
final class LockEcho {

  private LockEcho() {}

  /**
   * Returns as much of a version's lock as the caller may see: S3 leaves the headers away for who
   * may not ask for retention and legal hold themselves.
   */
  static ObjectLock visible(S3Request request, Bucket bucket, ObjectVersion version) {
    ObjectLock lock = version.attributes().lock();
    return lock.equals(ObjectLock.NONE)
        ? lock
        : new ObjectLock(
            lock.retention().filter(any -> allows(request, bucket, "s3:GetObjectRetention")),
            lock.legalHold().filter(any -> allows(request, bucket, "s3:GetObjectLegalHold")));
  }

  private static boolean allows(S3Request request, Bucket bucket, String action) {
    Optional<String> versionId = VersionParameter.of(request).map(VersionId::toString);
    try {
      request.access().require(action, bucket, request.key(), versionId);
      return true;
    } catch (S3Exception refused) {
      return false;
    }
  }

  /** Adds the headers; a retention stays visible when it has ended, a hold when it was lifted. */
  static void add(S3Response.Builder response, ObjectLock lock) {
    lock.retention()
        .ifPresent(
            retention ->
                response
                    .header(S3Headers.OBJECT_LOCK_MODE, retention.mode().name())
                    .header(
                        S3Headers.OBJECT_LOCK_RETAIN_UNTIL_DATE,
                        Dates.iso(retention.retainUntil())));
    lock.legalHold()
        .ifPresent(hold -> response.header(S3Headers.OBJECT_LOCK_LEGAL_HOLD, hold.name()));
  }
}
