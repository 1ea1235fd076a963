package dev.s3emulator.internal.domain;

import dev.s3emulator.internal.domain.attribute.ObjectLock;
import dev.s3emulator.internal.domain.attribute.ObjectLock.LegalHold;
import dev.s3emulator.internal.domain.attribute.Retention;
import dev.s3emulator.internal.domain.attribute.Retention.Mode;
import dev.s3emulator.internal.domain.attribute.VersionAttributes;
import java.time.Instant;
import java.util.Optional;

/**
 * The rules of Object Lock, as pure functions (delete-semantics 6).
 *
 * <p>A lock protects one version from being deleted by its id, and nothing else: a simple delete
 * hides it behind a marker, an overwrite puts another version above it, and markers are never
 * locked. A legal hold lasts until it is lifted, a retention until its end, which it does not
 * include. Only a retention in the mode GOVERNANCE can be bypassed, or shortened by who bypasses
 * it; a longer one is welcome from everybody.
 */
public final class Locking {

  private Locking() {}

  /**
   * Requires that a bucket has Object Lock.
   *
   * @throws S3Exception InvalidRequest if it has not
   */
  public static void requireEnabled(Bucket bucket) {
    if (!bucket.settings().objectLockEnabled()) {
      throw S3Exception.invalidRequest("Bucket is missing Object Lock Configuration");
    }
  }

  /**
   * Returns what keeps a version from being deleted, in a sentence for people, or nothing.
   *
   * @param bypassGovernance whether who asks may bypass the mode GOVERNANCE, and wants to
   * @param now the time with its fractions of seconds
   */
  public static Optional<String> obstacle(
      ObjectVersion version, boolean bypassGovernance, Instant now) {
    ObjectLock lock = version.attributes().lock();
    if (lock.legalHold().filter(LegalHold.ON::equals).isPresent()) {
      return Optional.of("A legal hold is on the version " + version.versionId() + ".");
    }
    return lock.retention()
        .filter(retention -> binds(retention, bypassGovernance, now))
        .map(retention -> describe(version, retention));
  }

  /**
   * Requires that nothing keeps a version from being deleted.
   *
   * @throws S3Exception AccessDenied
   */
  static void requireDeletable(ObjectVersion version, boolean bypassGovernance, Instant now) {
    Optional<String> obstacle = obstacle(version, bypassGovernance, now);
    if (obstacle.isPresent()) {
      throw refusal(obstacle.get());
    }
  }

  /**
   * Returns the version with another retention, or without one.
   *
   * @param bypassGovernance whether who asks may bypass the mode GOVERNANCE, and wants to
   * @throws S3Exception AccessDenied if this would weaken the retention that it has
   */
  public static ObjectVersion retain(
      ObjectVersion version, Optional<Retention> wanted, boolean bypassGovernance, Instant now) {
    ObjectLock lock = version.attributes().lock();
    Optional<Retention> binding =
        lock.retention().filter(retention -> binds(retention, bypassGovernance, now));
    if (binding.isPresent() && wanted.filter(binding.get()::isKeptBy).isEmpty()) {
      throw refusal(describe(version, binding.get()));
    }
    return version.with(version.attributes().with(new ObjectLock(wanted, lock.legalHold())));
  }

  /** Returns the version with a legal hold, or with the mark that one was lifted. */
  public static ObjectVersion hold(ObjectVersion version, LegalHold hold) {
    Optional<Retention> retention = version.attributes().lock().retention();
    return version.with(version.attributes().with(new ObjectLock(retention, Optional.of(hold))));
  }

  /**
   * Returns the attributes of a new version, which has the bucket's retention if none was named.
   */
  static VersionAttributes atCreation(
      Bucket bucket, VersionAttributes attributes, Instant creation) {
    if (!bucket.settings().objectLockEnabled() || attributes.lock().retention().isPresent()) {
      return attributes;
    }
    return bucket
        .settings()
        .configuration(DefaultRetention.class)
        .map(period -> Optional.of(period.from(creation)))
        .map(retention -> new ObjectLock(retention, attributes.lock().legalHold()))
        .map(attributes::with)
        .orElse(attributes);
  }

  private static boolean binds(Retention retention, boolean bypassGovernance, Instant now) {
    return now.isBefore(retention.retainUntil())
        && !(bypassGovernance && retention.mode() == Mode.GOVERNANCE);
  }

  private static String describe(ObjectVersion version, Retention retention) {
    return "The version "
        + version.versionId()
        + " is retained in the mode "
        + retention.mode()
        + " until "
        + retention.retainUntil()
        + (retention.mode() == Mode.GOVERNANCE ? ", which the request does not bypass." : ".");
  }

  private static S3Exception refusal(String reason) {
    return S3Exception.of(
            S3Error.ACCESS_DENIED, "Access Denied because object protected by object lock.")
        .because(reason);
  }
}
