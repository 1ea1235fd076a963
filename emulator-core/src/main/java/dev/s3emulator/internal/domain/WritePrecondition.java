package dev.s3emulator.internal.domain;

import java.util.Optional;

/**
 * The conditions of a write. S3 takes one of them: {@code If-None-Match: *}, or {@code If-Match}
 * with an entity tag.
 *
 * @param ifMatch the tag that the current object must have
 * @param onlyIfAbsent whether there must be no current object
 */
public record WritePrecondition(Optional<ETagCondition> ifMatch, boolean onlyIfAbsent) {

  /** No condition. */
  public static final WritePrecondition NONE = new WritePrecondition(Optional.empty(), false);

  /**
   * Returns the precondition of these header values.
   *
   * @throws S3Exception NotImplemented for both headers, or for values that S3 does not take
   */
  public static WritePrecondition of(Optional<String> ifMatch, Optional<String> ifNoneMatch) {
    if (ifMatch.isEmpty() && ifNoneMatch.isEmpty()) {
      return NONE;
    }
    if (ifMatch.isPresent() && ifNoneMatch.isPresent()) {
      throw S3Exception.notImplementedHeader("If-Match,If-None-Match")
          .with("additionalMessage", "Multiple conditional request headers present in the request");
    }
    if (ifNoneMatch.isPresent()) {
      if (!ETagCondition.parse(ifNoneMatch.get()).any()) {
        throw valueNotAccepted("If-None-Match");
      }
      return new WritePrecondition(Optional.empty(), true);
    }
    ETagCondition condition = ETagCondition.parse(ifMatch.get());
    if (condition.any()) {
      // A delete takes If-Match: *, a write does not.
      throw valueNotAccepted("If-Match");
    }
    return new WritePrecondition(Optional.of(condition), false);
  }

  private static S3Exception valueNotAccepted(String header) {
    return S3Exception.notImplementedHeader(header)
        .with(
            "additionalMessage",
            "We don't accept the provided value of " + header + " header for this API");
  }

  /**
   * Checks the current entry of the key; a delete marker counts as absent.
   *
   * @throws S3Exception PreconditionFailed, or NoSuchKey when If-Match meets no object
   */
  public void require(Bucket bucket, ObjectKey key) {
    VersionEntry current = bucket.current(key).orElse(null);
    boolean present = current instanceof ObjectVersion;
    if (onlyIfAbsent && present) {
      throw S3Exception.preconditionFailed("If-None-Match");
    }
    if (ifMatch.isPresent()) {
      if (!(current instanceof ObjectVersion version)) {
        throw S3Exception.noSuchKey(key);
      }
      if (!ifMatch.get().matches(version.eTag())) {
        throw S3Exception.preconditionFailed("If-Match");
      }
    }
  }
}
