package dev.s3emulator.junit5.internal.endpoint;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.Tag;

/** One bucket on another S3: how it is made, recognized as ours, and removed. */
final class RemoteBucket {

  /** The tag of the buckets that runs of tests have made; its value is the id of the run. */
  static final String MARK = "s3emulator-run";

  private final S3Client client;
  private final URI endpoint;
  private final String name;

  RemoteBucket(S3Client client, URI endpoint, String name) {
    this.client = client;
    this.endpoint = endpoint;
    this.name = name;
  }

  /**
   * Removes the bucket if it exists and an earlier run has made it and was ended before it could
   * remove it.
   *
   * @throws ExtensionConfigurationException if it exists and somebody else has made it
   */
  void removeLeftover() {
    if (!exists()) {
      return;
    }
    if (!isMarked()) {
      throw failure(
          "exists already and was not made by these tests, which therefore leave it alone.", null);
    }
    remove();
  }

  /** Listing tells more than HeadBucket, whose answers have no error code. */
  private boolean exists() {
    return attempt(
        "looked at",
        () -> {
          try {
            client.listObjectsV2(list -> list.bucket(name).maxKeys(1));
            return true;
          } catch (S3Exception refused) {
            String code = code(refused);
            if (code.equals("NoSuchBucket")) {
              return false;
            }
            if (code.equals("AccessDenied") || code.equals("PermanentRedirect")) {
              return true;
            }
            throw refused;
          }
        });
  }

  private boolean isMarked() {
    return attempt(
        "looked at",
        () -> {
          try {
            return client.getBucketTagging(get -> get.bucket(name)).tagSet().stream()
                .anyMatch(tag -> tag.key().equals(MARK));
          } catch (S3Exception untaggedOrNotOurs) {
            return false;
          }
        });
  }

  /** Returns the name. */
  String name() {
    return name;
  }

  void create(boolean objectLock) {
    attempt(
        "created",
        () ->
            client.createBucket(
                create -> {
                  create.bucket(name);
                  if (objectLock) {
                    create.objectLockEnabledForBucket(true);
                  }
                }));
  }

  /** Tags the bucket as ours, besides the tags that it is to have. */
  void mark(Map<String, String> tags, String run) {
    List<Tag> all =
        Stream.concat(tags.entrySet().stream(), Stream.of(Map.entry(MARK, run)))
            .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
            .toList();
    attempt(
        "tagged",
        () -> {
          try {
            client.putBucketTagging(put -> put.bucket(name).tagging(set -> set.tagSet(all)));
          } catch (S3Exception refused) {
            // Without tags a bucket that is left over is not recognized later; all else works.
            if (!isNotImplemented(refused) || !tags.isEmpty()) {
              throw refused;
            }
          }
          return name;
        });
  }

  /** Removes the bucket with all versions, delete markers and uploads, if it is still there. */
  void remove() {
    attempt(
        "removed",
        () -> {
          try {
            deletePolicy();
            abortUploads();
            deleteVersions();
            client.deleteBucket(delete -> delete.bucket(name));
          } catch (S3Exception refused) {
            if (!code(refused).equals("NoSuchBucket")) {
              throw refused;
            }
          }
          return name;
        });
  }

  /** It may deny to delete, and is the one thing that the owner's root may always delete. */
  private void deletePolicy() {
    try {
      client.deleteBucketPolicy(delete -> delete.bucket(name));
    } catch (S3Exception refused) {
      if (!isNotImplemented(refused)) {
        throw refused;
      }
    }
  }

  private void abortUploads() {
    try {
      client
          .listMultipartUploadsPaginator(list -> list.bucket(name).encodingType(EncodingType.URL))
          .uploads()
          .forEach(this::abort);
    } catch (S3Exception refused) {
      // An S3 that cannot list uploads has none, or deletes them with the bucket.
      if (!isNotImplemented(refused)) {
        throw refused;
      }
    }
  }

  private void abort(MultipartUpload upload) {
    client.abortMultipartUpload(
        abort -> abort.bucket(name).key(upload.key()).uploadId(upload.uploadId()));
  }

  private void deleteVersions() {
    client
        .listObjectVersionsPaginator(list -> list.bucket(name).encodingType(EncodingType.URL))
        .stream()
        .map(RemoteBucket::entries)
        .filter(entries -> !entries.isEmpty())
        .forEach(this::delete);
  }

  private static List<ObjectIdentifier> entries(ListObjectVersionsResponse page) {
    return Stream.concat(
            page.versions().stream().map(each -> entry(each.key(), each.versionId())),
            page.deleteMarkers().stream().map(each -> entry(each.key(), each.versionId())))
        .toList();
  }

  private static ObjectIdentifier entry(String key, String versionId) {
    return ObjectIdentifier.builder().key(key).versionId(versionId).build();
  }

  private void delete(List<ObjectIdentifier> entries) {
    List<S3Error> errors = client.deleteObjects(batch(entries, false)).errors();
    if (!errors.isEmpty()) {
      // A second try, because not every S3 knows or allows the header.
      errors = client.deleteObjects(batch(entries, true)).errors();
    }
    if (!errors.isEmpty()) {
      S3Error first = errors.get(0);
      throw failure(
          "cannot be removed: "
              + first.key()
              + " (version "
              + first.versionId()
              + "): "
              + first.message(),
          null);
    }
  }

  private DeleteObjectsRequest batch(List<ObjectIdentifier> entries, boolean bypassGovernance) {
    DeleteObjectsRequest.Builder batch =
        DeleteObjectsRequest.builder()
            .bucket(name)
            .delete(delete -> delete.objects(entries).quiet(true));
    return bypassGovernance ? batch.bypassGovernanceRetention(true).build() : batch.build();
  }

  /** Does something there, and says in one sentence what could not be done. */
  <T> T attempt(String what, Supplier<T> requests) {
    try {
      return requests.get();
    } catch (SdkException refused) {
      throw failure("cannot be " + what + ": " + refused.getMessage(), refused);
    }
  }

  ExtensionConfigurationException failure(String reason, @Nullable Throwable cause) {
    return new ExtensionConfigurationException(
        "The bucket \"" + name + "\" at " + endpoint + " " + reason, cause);
  }

  private static String code(S3Exception refused) {
    return Optional.ofNullable(refused.awsErrorDetails())
        .map(AwsErrorDetails::errorCode)
        .orElse("");
  }

  private static boolean isNotImplemented(S3Exception refused) {
    return refused.statusCode() == 501 || code(refused).equals("NotImplemented");
  }
}
