package dev.s3emulator.junit5.internal.endpoint;

import dev.s3emulator.model.BucketView;
import dev.s3emulator.model.ObjectView;
import dev.s3emulator.model.VersionView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectLockConfiguration;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.Tagging;

/**
 * Fills a bucket on another S3 with what a bucket of an emulator has: each key goes through its
 * history again, from old to new. Version ids and times are the other's own.
 */
final class RemoteSeeding {

  private final RemoteBucket remote;
  private final S3Client client;
  private final S3Client model;
  private final RemoteLimits limits;
  private Optional<String> versioning = Optional.empty();

  /**
   * Makes a seeding of a new bucket.
   *
   * @param model reads what the other is to have
   * @param limits refuses what it cannot get
   */
  RemoteSeeding(RemoteBucket remote, S3Client client, S3Client model, RemoteLimits limits) {
    this.remote = remote;
    this.client = client;
    this.model = model;
    this.limits = limits;
  }

  void fill(BucketView bucket) {
    // Object Lock has switched it on.
    versioning = bucket.objectLock() ? bucket.versioning() : Optional.empty();
    remote.attempt(
        "filled",
        () -> {
          for (ObjectView object : bucket.objects()) {
            List<VersionView> history = new ArrayList<>(object.versions());
            Collections.reverse(history);
            history.forEach(entry -> write(bucket, object.key(), entry));
          }
          switchVersioning(bucket.name(), bucket.versioning());
          if (bucket.objectLock()) {
            copyLockConfiguration(bucket.name());
          }
          // Comes last: it may deny what went before.
          bucket
              .policy()
              .ifPresent(
                  text -> client.putBucketPolicy(put -> put.bucket(bucket.name()).policy(text)));
          return bucket;
        });
  }

  /** Comes last, so that it gives no version a retention that it does not have in the model. */
  private void copyLockConfiguration(String bucket) {
    ObjectLockConfiguration configuration =
        model.getObjectLockConfiguration(get -> get.bucket(bucket)).objectLockConfiguration();
    if (configuration.rule() != null) {
      client.putObjectLockConfiguration(
          put -> put.bucket(bucket).objectLockConfiguration(configuration));
    }
  }

  /** The versioning state at the time of a write decides whether it gets an id of its own. */
  private void write(BucketView bucket, String key, VersionView entry) {
    if (bucket.versioning().isPresent()) {
      boolean isNull = entry.versionId().equals("null");
      switchVersioning(bucket.name(), Optional.of(isNull ? "Suspended" : "Enabled"));
    }
    if (entry.deleteMarker()) {
      client.deleteObject(delete -> delete.bucket(bucket.name()).key(key));
    } else {
      client.putObject(copy(bucket.name(), key, entry), RequestBody.fromBytes(entry.content()));
    }
  }

  private void switchVersioning(String bucket, Optional<String> status) {
    if (!status.equals(versioning)) {
      status.ifPresent(
          value ->
              client.putBucketVersioning(
                  put ->
                      put.bucket(bucket)
                          .versioningConfiguration(
                              set -> set.status(BucketVersioningStatus.fromValue(value)))));
      versioning = status;
    }
  }

  private PutObjectRequest copy(String bucket, String key, VersionView entry) {
    HeadObjectResponse from =
        model.headObject(head -> head.bucket(bucket).key(key).versionId(entry.versionId()));
    limits.requireRepeatable(key, entry.versionId(), from);
    PutObjectRequest.Builder to =
        PutObjectRequest.builder()
            .bucket(bucket)
            .key(key)
            .contentType(from.contentType())
            .cacheControl(from.cacheControl())
            .contentDisposition(from.contentDisposition())
            .contentEncoding(from.contentEncoding())
            .contentLanguage(from.contentLanguage())
            .websiteRedirectLocation(from.websiteRedirectLocation())
            .metadata(from.metadata());
    if (from.expiresString() != null) {
      // As it is: S3 keeps texts that are no dates, for which the request has no field.
      to.overrideConfiguration(set -> set.putHeader("Expires", from.expiresString()));
    }
    if (!entry.storageClass().equals("STANDARD")) {
      to.storageClass(entry.storageClass());
    }
    if (!entry.tags().isEmpty()) {
      to.tagging(tagging(entry));
    }
    Instant until = from.objectLockRetainUntilDate();
    // A retention that has ended protects nothing, and no request can set it.
    if (until != null && until.isAfter(Instant.now())) {
      to.objectLockMode(from.objectLockModeAsString()).objectLockRetainUntilDate(until);
    }
    if (from.objectLockLegalHoldStatus() != null) {
      to.objectLockLegalHoldStatus(from.objectLockLegalHoldStatusAsString());
    }
    return to.build();
  }

  private static Tagging tagging(VersionView entry) {
    return Tagging.builder()
        .tagSet(
            entry.tags().entrySet().stream()
                .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList())
        .build();
  }
}
