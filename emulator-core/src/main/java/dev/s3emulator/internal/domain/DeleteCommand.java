package dev.s3emulator.internal.domain;

import java.util.Optional;

/**
 * A request to delete one key, alone or as part of a batch.
 *
 * @param key what to delete
 * @param versionId the version to remove for good; empty asks for a simple delete
 * @param ifMatch the entity tag that the current object must have
 * @param authority what the caller may do beyond an ordinary delete
 */
public record DeleteCommand(
    ObjectKey key,
    Optional<VersionId> versionId,
    Optional<ETagCondition> ifMatch,
    Authority authority) {

  /**
   * What the caller presents to get past protections.
   *
   * @param bypassGovernanceRetention whether the request carries the bypass header, and the caller
   *     may use it
   * @param secondFactor what the code of a device proved
   */
  public record Authority(boolean bypassGovernanceRetention, SecondFactor secondFactor) {

    /** Nothing beyond the request itself. */
    public static final Authority ORDINARY = new Authority(false, SecondFactor.ABSENT);
  }

  /** Returns a simple delete without conditions. */
  public static DeleteCommand simple(ObjectKey key) {
    return new DeleteCommand(key, Optional.empty(), Optional.empty(), Authority.ORDINARY);
  }

  /** Returns a versioned delete without conditions. */
  public static DeleteCommand versioned(ObjectKey key, VersionId versionId) {
    return new DeleteCommand(key, Optional.of(versionId), Optional.empty(), Authority.ORDINARY);
  }
}
