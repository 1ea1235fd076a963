package dev.s3emulator.internal.domain.policy;

/** What a statement does about what it describes. */
public enum Effect {
  /** Allows it, unless another statement denies it. */
  ALLOW,
  /** Denies it, whatever other statements say. */
  DENY
}
