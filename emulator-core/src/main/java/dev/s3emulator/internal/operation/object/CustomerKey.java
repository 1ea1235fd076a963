package dev.s3emulator.internal.operation.object;

import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.attribute.Encryption;
import dev.s3emulator.internal.domain.checksum.ChecksumAlgorithm;
import dev.s3emulator.internal.domain.checksum.ChecksumDigest;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.S3Request;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The three headers of a key that the customer keeps (SSE-C), as they were sent (protocol-notes
 * 20). Only the MD5 of the key outlives the request.
 */
final class CustomerKey {

  private static final int KEY_BYTES = 32;
  private static final String AES256 = Encryption.Algorithm.AES256.wireName();

  private final @Nullable String algorithm;
  private final @Nullable String key;
  private final @Nullable String md5;

  private CustomerKey(@Nullable String algorithm, @Nullable String key, @Nullable String md5) {
    this.algorithm = algorithm;
    this.key = key;
    this.md5 = md5;
  }

  /** Returns the key of the object that a request writes or reads. */
  static Optional<CustomerKey> of(S3Request request) {
    return of(request.head().headers(), S3Headers.SERVER_SIDE_ENCRYPTION_CUSTOMER_PREFIX);
  }

  /** Returns the key of the object that a request copies. */
  static Optional<CustomerKey> ofCopySource(S3Request request) {
    return of(request.head().headers(), S3Headers.COPY_SOURCE_CUSTOMER_KEY_PREFIX);
  }

  private static Optional<CustomerKey> of(Headers headers, String prefix) {
    String algorithm = headers.first(prefix + "algorithm");
    String key = headers.first(prefix + "key");
    String md5 = headers.first(prefix + "key-MD5");
    return algorithm == null && key == null && md5 == null
        ? Optional.empty()
        : Optional.of(new CustomerKey(algorithm, key, md5));
  }

  /**
   * Checks that a request may read the content of an object.
   *
   * @throws S3Exception InvalidRequest without a key where one is needed, or with one where none
   *     is; AccessDenied with another one
   */
  static void requireToRead(Optional<CustomerKey> sent, Encryption stored) {
    if (stored.customerKeyMd5().isEmpty()) {
      if (sent.isPresent()) {
        sent.get().requireValid();
        throw S3Exception.invalidRequest(
            "The encryption parameters are not applicable to this object.");
      }
      return;
    }
    if (sent.isEmpty()) {
      throw S3Exception.invalidRequest(
          "The object was stored using a form of Server Side Encryption. The correct parameters"
              + " must be provided to retrieve the object.");
    }
    if (sent.get().isOtherThan(stored)) {
      throw S3Exception.of(
          S3Error.ACCESS_DENIED,
          "Requests specifying Server Side Encryption with Customer provided keys must provide the"
              + " correct secret key.");
    }
    sent.get().requireValid();
  }

  /**
   * Checks that a request about a part gives the key with which its upload was created.
   *
   * @throws S3Exception InvalidRequest if not
   */
  static void requireForPart(Optional<CustomerKey> sent, Encryption upload) {
    if (sent.isPresent() != upload.isOfCustomer()) {
      throw S3Exception.invalidRequest(
          "The multipart upload initiate requested encryption. Subsequent part requests must"
              + " include the appropriate encryption parameters.");
    }
    if (sent.isPresent()) {
      if (sent.get().isOtherThan(upload)) {
        throw S3Exception.invalidRequest(
            "The provided encryption parameters did not match the ones used originally.");
      }
      sent.get().requireValid();
    }
  }

  /** S3 compares first: of a key that is another one it does not say what else is wrong with it. */
  private boolean isOtherThan(Encryption stored) {
    return md5 != null && !md5.equals(stored.customerKeyMd5().orElse(null));
  }

  /**
   * Returns the MD5 of the key.
   *
   * @throws S3Exception InvalidArgument or InvalidEncryptionAlgorithmError if this is no valid key
   */
  String requireValid() {
    if (algorithm == null) {
      throw invalid(
          "Requests specifying Server Side Encryption with Customer provided keys must provide a"
              + " valid encryption algorithm.");
    }
    if (!algorithm.equals(AES256)) {
      throw S3Exception.of(S3Error.INVALID_ENCRYPTION_ALGORITHM)
          .with("ArgumentName", S3Headers.SERVER_SIDE_ENCRYPTION)
          .with("ArgumentValue", algorithm);
    }
    if (key == null) {
      throw invalid(
          "Requests specifying Server Side Encryption with Customer provided keys must provide an"
              + " appropriate secret key.");
    }
    byte[] bytes = decoded(key);
    // A key that is too short and does not match either has been seen to be told the latter.
    if (md5 != null && bytes.length > 0 && !md5.equals(md5Of(bytes))) {
      throw invalid("The calculated MD5 hash of the key did not match the hash that was provided.");
    }
    if (md5 == null || bytes.length != KEY_BYTES) {
      throw invalid("The secret key was invalid for the specified algorithm.");
    }
    return md5;
  }

  /** What is not base64 is as invalid as no bytes. */
  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException otherText) {
      return new byte[0];
    }
  }

  private static String md5Of(byte[] key) {
    ChecksumDigest digest = ChecksumAlgorithm.MD5.newDigest();
    digest.update(ByteBuffer.wrap(key));
    return Base64.getEncoder().encodeToString(digest.digest());
  }

  /** S3 names this header, though another one is wrong. */
  private static S3Exception invalid(String message) {
    return S3Exception.invalidArgument(message, S3Headers.SERVER_SIDE_ENCRYPTION);
  }
}
