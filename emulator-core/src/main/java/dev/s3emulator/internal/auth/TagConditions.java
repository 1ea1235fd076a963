package dev.s3emulator.internal.auth;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.BucketSettings;
import dev.s3emulator.internal.domain.ObjectVersion;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.TagSet;
import dev.s3emulator.internal.domain.VersionId;
import dev.s3emulator.internal.domain.VersionStack;
import dev.s3emulator.internal.domain.configuration.AbacStatus;
import dev.s3emulator.internal.protocol.S3Headers;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tags that conditions look at: those that a request brings along in its header, or that stand
 * in for one, those of the object that is there, and those of the bucket if they count
 * (PutBucketAbac).
 */
record TagConditions(AccessRequest asked) {

  Optional<List<String>> ofRequest(String tag) {
    return requested().map(tags -> tags.tags().get(tag)).map(List::of);
  }

  /** Returns a tag of the request as IAM finds it, for which {@code Team} is also {@code team}. */
  Optional<List<String>> ofRequestInAnyCase(String tag) {
    return requested().flatMap(tags -> inAnyCase(tags, tag)).map(List::of);
  }

  Optional<List<String>> keysOfRequest() {
    return requested().map(tags -> List.copyOf(tags.tags().keySet()));
  }

  Optional<List<String>> ofObject(String tag) {
    return existing().map(version -> version.tags().tags().get(tag)).map(List::of);
  }

  Optional<List<String>> ofBucket(String tag) {
    return ofBucket().map(tags -> tags.tags().get(tag)).map(List::of);
  }

  /** Returns a tag of the bucket as IAM finds it. */
  Optional<List<String>> ofBucketInAnyCase(String tag) {
    return ofBucket().flatMap(tags -> inAnyCase(tags, tag)).map(List::of);
  }

  private Optional<TagSet> ofBucket() {
    return asked
        .bucket()
        .map(Bucket::settings)
        .filter(
            settings ->
                settings.configuration(AbacStatus.class).filter(AbacStatus::enabled).isPresent())
        .map(BucketSettings::tags);
  }

  private static Optional<String> inAnyCase(TagSet tags, String tag) {
    return Optional.ofNullable(tags.tags().get(tag))
        .or(
            () ->
                tags.tags().entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(tag))
                    .map(Map.Entry::getValue)
                    .findFirst());
  }

  /**
   * Returns the tags of the header; one that is malformed is refused later, by the operation. They
   * may be those of a new bucket, which may have more than an object.
   */
  private Optional<TagSet> requested() {
    try {
      return asked.request().headerValue(S3Headers.TAGGING).map(TagSet::readHeader);
    } catch (S3Exception malformed) {
      return Optional.empty();
    }
  }

  private Optional<ObjectVersion> existing() {
    return asked
        .bucket()
        .flatMap(bucket -> asked.key().flatMap(bucket::stack))
        .flatMap(
            stack ->
                asked.versionId().isPresent()
                    ? VersionId.parse(asked.versionId().get()).flatMap(stack::find)
                    : Optional.of(stack).map(VersionStack::current))
        .filter(ObjectVersion.class::isInstance)
        .map(ObjectVersion.class::cast);
  }
}
