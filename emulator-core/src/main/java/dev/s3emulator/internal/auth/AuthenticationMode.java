package dev.s3emulator.internal.auth;

/** How much of a signature counts. */
public enum AuthenticationMode {
  /**
   * Any access key acts as the default account, as long as its signature is well-formed. A request
   * that is signed with a known key is verified, save for the skew of its clock and its region.
   */
  LENIENT,

  /** As S3: only known keys, with the clock of the emulator and the region of the bucket. */
  STRICT
}
