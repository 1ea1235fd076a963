package dev.s3emulator.internal.domain.attribute;

import java.time.Instant;

/**
 * A period in which a version must not be deleted.
 *
 * @param mode who may shorten it
 * @param retainUntil its end
 */
public record Retention(Mode mode, Instant retainUntil) {

  /** The retention modes, spelled as on the wire. */
  public enum Mode {
    /** Who has the permission may bypass it. */
    GOVERNANCE,
    /** Nobody may shorten it. */
    COMPLIANCE
  }
}
