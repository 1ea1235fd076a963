package dev.s3emulator.internal.domain.attribute;

import java.util.Arrays;
import java.util.Optional;

/**
 * How an object is encrypted at rest, as its answers tell it. The emulator encrypts nothing: keys
 * are names.
 *
 * @param algorithm the value of {@code x-amz-server-side-encryption}; of SSE-C the customer's
 *     algorithm
 * @param kmsKeyId the ARN of the KMS key
 * @param kmsContext the additional encryption context of the KMS key, in base64 as it was sent
 * @param bucketKeyEnabled whether a bucket key is used
 * @param customerKeyMd5 the MD5 of the customer's key in base64, present for SSE-C only
 */
public record Encryption(
    Algorithm algorithm,
    Optional<String> kmsKeyId,
    Optional<String> kmsContext,
    boolean bucketKeyEnabled,
    Optional<String> customerKeyMd5) {

  /** What S3 does when nobody asks for anything. */
  public static final Encryption SSE_S3 =
      new Encryption(Algorithm.AES256, Optional.empty(), Optional.empty(), false, Optional.empty());

  /** Returns the encryption with a customer's key, of which only the MD5 is kept. */
  public static Encryption ofCustomer(String keyMd5) {
    return new Encryption(
        Algorithm.AES256, Optional.empty(), Optional.empty(), false, Optional.of(keyMd5));
  }

  /** Returns whether the customer keeps the key. */
  public boolean isOfCustomer() {
    return customerKeyMd5.isPresent();
  }

  /**
   * Returns whether the entity tag is the MD5 of the content. S3 has it so with its own keys only.
   */
  public boolean showsMd5() {
    return algorithm == Algorithm.AES256 && customerKeyMd5.isEmpty();
  }

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

    /** Returns whether it uses a key of the Key Management Service. */
    public boolean usesKms() {
      return this != AES256;
    }

    /** Returns the algorithm of this name. */
    public static Optional<Algorithm> of(String wireName) {
      return Arrays.stream(values()).filter(one -> one.wireName.equals(wireName)).findFirst();
    }
  }
}
