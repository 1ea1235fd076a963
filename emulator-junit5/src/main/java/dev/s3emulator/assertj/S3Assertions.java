package dev.s3emulator.assertj;

import dev.s3emulator.S3EmulatorServer;

/**
 * The way into the assertions about what an emulator holds and what it was asked.
 *
 * <pre>{@code
 * assertThat(emulator).bucket("photos").key("old.jpg").isHiddenByDeleteMarker().hasVersions(1);
 * assertThat(emulator).received(DELETE_OBJECTS).onBucket("photos").times(1);
 * }</pre>
 *
 * <p>{@code assertThat} can be imported statically from here and from AssertJ's own class at the
 * same time. Needs AssertJ 3 on the class path.
 */
public final class S3Assertions {

  private S3Assertions() {}

  /** Begins assertions about a server. */
  public static EmulatorAssert assertThat(S3EmulatorServer emulator) {
    return new EmulatorAssert(emulator);
  }
}
