package dev.s3emulator.internal.domain.attribute;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * A period in which a version must not be deleted.
 *
 * @param mode who may shorten it
 * @param retainUntil its end, in milliseconds
 */
public record Retention(Mode mode, Instant retainUntil) {

  /** Returns whether another retention in its place keeps the mode and ends no earlier. */
  public boolean isKeptBy(Retention other) {
    return other.mode == mode && !other.retainUntil.isBefore(retainUntil);
  }

  /** The retention modes, spelled as on the wire. */
  public enum Mode {
    /** Who has the permission may bypass it. */
    GOVERNANCE,
    /** Nobody may shorten it. */
    COMPLIANCE;

    /** Returns the mode of this name. */
    public static Optional<Mode> of(String wireName) {
      return Arrays.stream(values()).filter(mode -> mode.name().equals(wireName)).findFirst();
    }
  }
}
