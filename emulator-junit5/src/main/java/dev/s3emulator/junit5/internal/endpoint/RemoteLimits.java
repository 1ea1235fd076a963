package dev.s3emulator.junit5.internal.endpoint;

import static java.util.Map.entry;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectAclResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/**
 * Refuses what a bucket of the model has and is not repeated on another S3: a test there must not
 * run on less than it asks for.
 */
final class RemoteLimits {

  /** A bucket of the model with which others are compared. */
  static final String PLAIN = "s3emulator-plain-bucket";

  private static final Map<String, BiFunction<S3Client, String, SdkPojo>> CONFIGURATIONS =
      Map.ofEntries(
          entry(
              "accelerate",
              (s3, name) -> s3.getBucketAccelerateConfiguration(get -> get.bucket(name))),
          entry(
              "analytics",
              (s3, name) -> s3.listBucketAnalyticsConfigurations(list -> list.bucket(name))),
          entry("cors", (s3, name) -> s3.getBucketCors(get -> get.bucket(name))),
          entry("encryption", (s3, name) -> s3.getBucketEncryption(get -> get.bucket(name))),
          entry(
              "intelligent-tiering",
              (s3, name) ->
                  s3.listBucketIntelligentTieringConfigurations(list -> list.bucket(name))),
          entry(
              "inventory",
              (s3, name) -> s3.listBucketInventoryConfigurations(list -> list.bucket(name))),
          entry(
              "lifecycle",
              (s3, name) -> s3.getBucketLifecycleConfiguration(get -> get.bucket(name))),
          entry("logging", (s3, name) -> s3.getBucketLogging(get -> get.bucket(name))),
          entry(
              "metrics",
              (s3, name) -> s3.listBucketMetricsConfigurations(list -> list.bucket(name))),
          entry(
              "notification",
              (s3, name) -> s3.getBucketNotificationConfiguration(get -> get.bucket(name))),
          entry("replication", (s3, name) -> s3.getBucketReplication(get -> get.bucket(name))),
          entry(
              "requestPayment", (s3, name) -> s3.getBucketRequestPayment(get -> get.bucket(name))),
          entry("website", (s3, name) -> s3.getBucketWebsite(get -> get.bucket(name))));

  private final RemoteBucket bucket;
  private final S3Client model;

  /**
   * Makes it for one bucket.
   *
   * @param model talks to the emulator that has it, and a plain one besides
   */
  RemoteLimits(RemoteBucket bucket, S3Client model) {
    this.bucket = bucket;
    this.model = model;
  }

  /** Checks the configurations of the bucket. */
  void requireRepeatable() {
    if (!isPublicAccessBlockRepeated()) {
      throw refusal("the configuration \"publicAccessBlock\"");
    }
    if (answer(RemoteLimits::ownershipControls, bucket.name()).isEmpty()) {
      throw refusal("the lack of \"ownershipControls\"");
    }
    CONFIGURATIONS.entrySet().stream()
        .filter(configuration -> !isPlain(configuration.getValue()))
        .map(Map.Entry::getKey)
        .min(Comparator.naturalOrder())
        .ifPresent(
            name -> {
              throw refusal("the configuration \"" + name + "\"");
            });
  }

  /** Checks what the model tells of a version. */
  void requireRepeatable(String key, String versionId, HeadObjectResponse version) {
    if (version.serverSideEncryption() != ServerSideEncryption.AES256) {
      throw refusal("the encryption of \"" + key + "\"");
    }
    if (version.eTag().contains("-")) {
      throw refusal("the parts of \"" + key + "\"");
    }
    if (version.restore() != null) {
      throw refusal("the restoration of \"" + key + "\"");
    }
    GetObjectAclResponse acl =
        model.getObjectAcl(get -> get.bucket(bucket.name()).key(key).versionId(versionId));
    if (acl.grants().stream().anyMatch(grant -> !acl.owner().id().equals(grant.grantee().id()))) {
      throw refusal("the ACL of \"" + key + "\"");
    }
  }

  /** One that is there and another one than usual; that there is none is repeated. */
  private boolean isPublicAccessBlockRepeated() {
    BiFunction<S3Client, String, SdkPojo> block =
        (s3, name) -> s3.getPublicAccessBlock(get -> get.bucket(name));
    return answer(block, bucket.name()).isEmpty() || isPlain(block);
  }

  private static SdkPojo ownershipControls(S3Client s3, String name) {
    return s3.getBucketOwnershipControls(get -> get.bucket(name));
  }

  private boolean isPlain(BiFunction<S3Client, String, SdkPojo> shown) {
    Optional<SdkPojo> ofBucket = answer(shown, bucket.name());
    Optional<SdkPojo> ofPlain = answer(shown, PLAIN);
    if (ofBucket.isEmpty() || ofPlain.isEmpty()) {
      return ofBucket.isEmpty() == ofPlain.isEmpty();
    }
    return ofBucket.get().equalsBySdkFields(ofPlain.get());
  }

  private Optional<SdkPojo> answer(BiFunction<S3Client, String, SdkPojo> shown, String name) {
    try {
      return Optional.of(shown.apply(model, name));
    } catch (S3Exception none) {
      return Optional.empty();
    }
  }

  private RuntimeException refusal(String what) {
    return bucket.failure("cannot get " + what + ", which is not repeated on another S3.", null);
  }
}
