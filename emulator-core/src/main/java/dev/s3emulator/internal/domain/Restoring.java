package dev.s3emulator.internal.domain;

import dev.s3emulator.internal.domain.attribute.Restoration;
import dev.s3emulator.internal.domain.attribute.Restoration.Status;
import dev.s3emulator.internal.domain.attribute.Restoration.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The rule of restoring archived versions (protocol-notes 19). */
public final class Restoring {

  private static final String CLASS_NOT_ALLOWED =
      "Restore is not allowed for the object's current storage class";

  private Restoring() {}

  /** What a restoration did. */
  public enum Outcome {
    /** It has begun, or goes on faster. */
    STARTED,
    /** The copy was there and stays longer, or shorter. */
    EXTENDED
  }

  /**
   * Restores a version, or changes how long its copy stays.
   *
   * @param command what is asked for
   * @throws S3Exception InvalidObjectState if it is not archived, RestoreAlreadyInProgress,
   *     InvalidArgument for a tier that its class does not have
   */
  public static Change<Outcome> restore(
      Bucket bucket, ObjectKey key, ObjectVersion version, Command command, Instant now) {
    Duration duration = duration(version.metadata().storageClass(), command.tier());
    Optional<Restoration> known =
        version.attributes().restoration().filter(copy -> copy.at(now) != Status.EXPIRED);
    if (known.isPresent() && known.get().at(now) == Status.RESTORED) {
      return change(
          bucket, key, version, known.get().extended(command.days(), now), Outcome.EXTENDED);
    }
    Restoration begun = Restoration.begin(command.tier(), command.days(), duration, now);
    if (known.isPresent() && !isUpgrade(known.get(), begun)) {
      throw S3Exception.of(S3Error.RESTORE_ALREADY_IN_PROGRESS);
    }
    return change(bucket, key, version, begun, Outcome.STARTED);
  }

  /**
   * Checks that a version is of a class that is restored.
   *
   * @param withDays whether the request says for how long
   * @throws S3Exception InvalidObjectState if it is not; for INTELLIGENT_TIERING, whose archive
   *     tiers are not emulated, what S3 says as long as an object is not in one of them
   */
  public static void requireArchived(StorageClass storageClass, boolean withDays) {
    if (storageClass == StorageClass.INTELLIGENT_TIERING) {
      throw withDays
          ? S3Exception.of(
              S3Error.INVALID_ARGUMENT,
              "INTELLIGENT_TIERING objects are not subject to restore expiry. Do not specify Days"
                  + " when restoring this object")
          : S3Exception.of(S3Error.OBJECT_ALREADY_IN_ACTIVE_TIER)
              .because("The archive tiers of INTELLIGENT_TIERING are not emulated.");
    }
    if (!storageClass.isArchived()) {
      throw S3Exception.of(S3Error.INVALID_OBJECT_STATE, CLASS_NOT_ALLOWED)
          .because("The storage class is " + storageClass + ", which is no archive.");
    }
  }

  /**
   * Returns how long a restoration takes: the longest time that AWS names as usual, so that a test
   * that moves the clock by as much as the documentation says finds the copy.
   */
  private static Duration duration(StorageClass storageClass, Tier tier) {
    boolean deep = storageClass == StorageClass.DEEP_ARCHIVE;
    return switch (tier) {
      case Expedited -> {
        if (deep) {
          // Its message is known, its code is not.
          throw S3Exception.of(
              S3Error.INVALID_ARGUMENT, "Retrieval option is not supported by this storage class");
        }
        yield Duration.ofMinutes(5);
      }
      case Standard -> Duration.ofHours(deep ? 12 : 5);
      case Bulk -> Duration.ofHours(deep ? 48 : 12);
    };
  }

  /** Only the speed of a restoration that runs may be changed, and only for a faster one. */
  private static boolean isUpgrade(Restoration running, Restoration wanted) {
    return wanted.tier().compareTo(running.tier()) > 0 && wanted.days() == running.days();
  }

  private static Change<Outcome> change(
      Bucket bucket,
      ObjectKey key,
      ObjectVersion version,
      Restoration restoration,
      Outcome outcome) {
    ObjectVersion restored = version.with(version.attributes().with(restoration));
    return new Change<>(bucket.replace(key, restored), outcome);
  }

  /**
   * What a restoration is asked for.
   *
   * @param days how long the copy stays, at least 1
   * @param tier how fast it comes
   */
  public record Command(int days, Tier tier) {}
}
