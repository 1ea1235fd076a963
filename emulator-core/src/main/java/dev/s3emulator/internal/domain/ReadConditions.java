package dev.s3emulator.internal.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * The conditions of a read, by headers or for the source of a copy (protocol-notes 12).
 *
 * @param ifMatch the tags of which the object must have one
 * @param ifUnmodifiedSince when it may have been modified at the latest; not looked at beside an
 *     If-Match
 * @param ifNoneMatch the tags of which it must have none
 * @param ifModifiedSince after when it must have been modified; not looked at beside an
 *     If-None-Match
 */
public record ReadConditions(
    Optional<ETagCondition> ifMatch,
    Optional<Instant> ifUnmodifiedSince,
    Optional<ETagCondition> ifNoneMatch,
    Optional<Instant> ifModifiedSince) {

  /** No condition. */
  public static final ReadConditions NONE =
      new ReadConditions(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** A condition that an object does not meet. */
  public enum Failure {
    /** The entity tag is another one. */
    IF_MATCH("If-Match", false),
    /** It was modified later. */
    IF_UNMODIFIED_SINCE("If-Unmodified-Since", false),
    /** The client has it already, by its entity tag. */
    IF_NONE_MATCH("If-None-Match", true),
    /** The client has it already, by its time. */
    IF_MODIFIED_SINCE("If-Modified-Since", true);

    private final String header;
    private final boolean notModified;

    Failure(String header, boolean notModified) {
      this.header = header;
      this.notModified = notModified;
    }

    /** Returns whether GET and HEAD answer 304 instead of 412; a copy always answers 412. */
    public boolean isNotModified() {
      return notModified;
    }

    /**
     * Returns 412 PreconditionFailed.
     *
     * @param prefix what stands before the name of the header, {@code x-amz-copy-source-} or
     *     nothing
     */
    public S3Exception asPreconditionFailed(String prefix) {
      return S3Exception.preconditionFailed(prefix + header);
    }
  }

  /**
   * Returns the first condition that an object does not meet, in S3's order.
   *
   * @param lastModified when the object was modified, in whole seconds
   * @param now the time; an If-Modified-Since after it is ignored
   */
  public Optional<Failure> failure(ETag eTag, Instant lastModified, Instant now) {
    if (ifMatch.isPresent()) {
      if (!ifMatch.get().matches(eTag)) {
        return Optional.of(Failure.IF_MATCH);
      }
    } else if (ifUnmodifiedSince.isPresent() && lastModified.isAfter(ifUnmodifiedSince.get())) {
      return Optional.of(Failure.IF_UNMODIFIED_SINCE);
    }
    if (ifNoneMatch.isPresent()) {
      return ifNoneMatch.get().matches(eTag)
          ? Optional.of(Failure.IF_NONE_MATCH)
          : Optional.empty();
    }
    return ifModifiedSince
        .filter(since -> !since.isAfter(now) && !lastModified.isAfter(since))
        .map(since -> Failure.IF_MODIFIED_SINCE);
  }
}
