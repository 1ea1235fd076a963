package dev.s3emulator.internal.domain.attribute;

import java.util.Optional;

/**
 * How an object is encrypted at rest, as its answers tell it. The emulator encrypts nothing: keys
 * are names.
 *
 * @param algorithm the value of {@code x-amz-server-side-encryption}; of SSE-C the customer's
 *     algorithm
 * @param kmsKeyId the ARN of the KMS key
 * @param bucketKeyEnabled whether a bucket key is used
 * @param customerKeyMd5 the MD5 of the customer's key in base64, present for SSE-C only
 */
public record Encryption(
    Algorithm algorithm,
    Optional<String> kmsKeyId,
    boolean bucketKeyEnabled,
    Optional<String> customerKeyMd5) {

  /** What S3 does when nobody asks for anything. */
  public static final Encryption SSE_S3 =
      new Encryption(Algorithm.AES256, Optional.empty(), false, Optional.empty());

  /** The algorithms by their wire names. */
  public enum Algorithm {
    /** SSE-S3, or SSE-C with a customer's key. */
    AES256("AES256"),
    /** SSE-KMS. */
    KMS("aws:kms"),
    /** Two layers of SSE-KMS. */
    KMS_DSSE("aws:kms:dsse");

    private final String wireName;

    Algorithm(String wireName) {
      this.wireName = wireName;
    }

    /** Returns the name as in headers and documents. */
    public String wireName() {
      return wireName;
    }
  }
}
