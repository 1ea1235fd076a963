package dev.s3emulator.internal.domain.configuration;

import dev.s3emulator.internal.domain.BucketConfiguration;
import dev.s3emulator.internal.domain.BucketSettings;
import dev.s3emulator.internal.domain.KmsKey;
import dev.s3emulator.internal.domain.Region;
import dev.s3emulator.internal.domain.attribute.Encryption;
import dev.s3emulator.internal.domain.attribute.Encryption.Algorithm;
import java.util.Optional;

/**
 * How a bucket encrypts the objects whose upload does not say how.
 *
 * @param algorithm the algorithm
 * @param kmsKeyId the name of the KMS key as it was given; empty for the one of AWS
 * @param bucketKeyEnabled whether KMS keys are used by way of a bucket key, unless an upload says
 *     otherwise
 * @param customerKeys whether uploads may bring keys of their own; empty if it was never said
 */
public record BucketEncryption(
    Algorithm algorithm,
    Optional<String> kmsKeyId,
    boolean bucketKeyEnabled,
    Optional<CustomerKeys> customerKeys)
    implements BucketConfiguration {

  /** What every bucket has until it is told otherwise. */
  public static final BucketEncryption DEFAULT =
      new BucketEncryption(Algorithm.AES256, Optional.empty(), false, Optional.empty());

  /** Whether uploads may bring keys of their own. */
  public enum CustomerKeys {
    /** They may: nothing is blocked. */
    ALLOWED("NONE"),
    /** They may not. */
    BLOCKED("SSE-C");

    private final String wireName;

    CustomerKeys(String wireName) {
      this.wireName = wireName;
    }

    /** Returns the name of what is blocked. */
    public String wireName() {
      return wireName;
    }
  }

  /** Returns what a bucket has. */
  public static BucketEncryption of(BucketSettings bucket) {
    return bucket.configuration(BucketEncryption.class).orElse(DEFAULT);
  }

  /** Returns whether uploads with a key of the customer are refused. */
  public boolean blocksCustomerKeys() {
    return customerKeys.equals(Optional.of(CustomerKeys.BLOCKED));
  }

  /** Returns this with another answer to whether uploads may bring keys of their own. */
  public BucketEncryption with(Optional<CustomerKeys> others) {
    return new BucketEncryption(algorithm, kmsKeyId, bucketKeyEnabled, others);
  }

  /**
   * Returns how an object is encrypted whose upload does not name an algorithm.
   *
   * @param accountId the account of the uploader, in which S3 looks for a key without an account
   * @param bucketKey what the upload says about the bucket key
   * @throws dev.s3emulator.internal.domain.S3Exception KMS.NotFoundException if the configured key
   *     cannot be one, which S3 does not look at when it is configured
   */
  public Encryption forUpload(
      BucketSettings bucket, String accountId, Optional<Boolean> bucketKey) {
    return algorithm.usesKms()
        ? withKms(bucket, accountId, algorithm, kmsKeyId, Optional.empty(), bucketKey)
        : Encryption.SSE_S3;
  }

  /**
   * Returns how an object is encrypted whose upload asks for a KMS key.
   *
   * @param keyId the key; empty for the one of AWS, whatever key the bucket has
   * @throws dev.s3emulator.internal.domain.S3Exception KMS.NotFoundException if it cannot be one
   */
  public Encryption withKms(
      BucketSettings bucket,
      String accountId,
      Algorithm wanted,
      Optional<String> keyId,
      Optional<String> context,
      Optional<Boolean> bucketKey) {
    String arn =
        KmsKey.arn(keyId.orElse(KmsKey.AWS_MANAGED), new Region(bucket.region()), accountId);
    // There are no bucket keys for two layers; what S3 answers who asks for one is not known.
    boolean usesBucketKey = wanted == Algorithm.KMS && bucketKey.orElse(bucketKeyEnabled);
    return new Encryption(wanted, Optional.of(arn), context, usesBucketKey, Optional.empty());
  }
}
