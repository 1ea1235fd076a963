package dev.s3emulator.internal.domain.attribute;

import java.util.Arrays;
import java.util.Optional;

/**
 * What keeps a version from being deleted.
 *
 * @param retention until when it is retained; stays after that time has passed
 * @param legalHold whether a legal hold is on, empty as long as none was ever set
 */
public record ObjectLock(Optional<Retention> retention, Optional<LegalHold> legalHold) {

  /** Neither retention nor legal hold was ever set. */
  public static final ObjectLock NONE = new ObjectLock(Optional.empty(), Optional.empty());

  /** A legal hold, as its document spells it. */
  public enum LegalHold {
    /** The version must not be deleted. */
    ON,
    /** A hold was lifted. */
    OFF;

    /** Returns the hold of this name. */
    public static Optional<LegalHold> of(String wireName) {
      return Arrays.stream(values()).filter(hold -> hold.name().equals(wireName)).findFirst();
    }
  }
}
