package dev.s3emulator;

/** Who may delete a version, or shorten its retention, before the retention has ended. */
public enum RetentionMode {
  /** Whoever has the permission {@code s3:BypassGovernanceRetention} and asks for it. */
  GOVERNANCE,
  /** Nobody. */
  COMPLIANCE
}
