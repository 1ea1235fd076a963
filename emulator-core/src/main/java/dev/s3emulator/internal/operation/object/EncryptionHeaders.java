package dev.s3emulator.internal.operation.object;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.attribute.Encryption;
import dev.s3emulator.internal.domain.attribute.Encryption.Algorithm;
import dev.s3emulator.internal.domain.configuration.BucketEncryption;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.protocol.KmsContext;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.S3Request;
import java.util.Locale;
import java.util.Optional;

/**
 * What the headers of a write say about the encryption of its object (protocol-notes 20). What they
 * leave open is up to the bucket.
 */
record EncryptionHeaders(
    Optional<Algorithm> algorithm,
    Optional<String> kmsKeyId,
    Optional<String> kmsContext,
    Optional<Boolean> bucketKey,
    Optional<CustomerKey> customerKey) {

  private static final EncryptionHeaders NONE =
      new EncryptionHeaders(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * Returns what a request asks for.
   *
   * @throws S3Exception InvalidArgument or InvalidEncryptionAlgorithmError for what does not fit
   *     together
   */
  static EncryptionHeaders of(S3Request request) {
    Headers headers = request.head().headers();
    if (!headers.containsPrefix(S3Headers.SERVER_SIDE_ENCRYPTION)) {
      return NONE;
    }
    Optional<String> algorithm = headers.get(S3Headers.SERVER_SIDE_ENCRYPTION);
    Optional<CustomerKey> customerKey = CustomerKey.of(request);
    if (customerKey.isPresent() && algorithm.isPresent()) {
      throw S3Exception.invalidArgument(
          "Server Side Encryption with Customer provided key is incompatible with the encryption"
              + " method specified",
          S3Headers.SERVER_SIDE_ENCRYPTION,
          algorithm.get());
    }
    Optional<Algorithm> known = algorithm.map(EncryptionHeaders::parseAlgorithm);
    if (known.filter(Algorithm::usesKms).isEmpty()) {
      requireNoKmsKey(headers);
    }
    return new EncryptionHeaders(
        known,
        headers.get(S3Headers.SERVER_SIDE_ENCRYPTION_KMS_KEY).filter(id -> !id.isEmpty()),
        headers.get(S3Headers.SERVER_SIDE_ENCRYPTION_CONTEXT).map(KmsContext::require),
        headers.get(S3Headers.SERVER_SIDE_ENCRYPTION_BUCKET_KEY).map(EncryptionHeaders::parseFlag),
        customerKey);
  }

  /**
   * Refuses the headers that belong to writes only.
   *
   * @throws S3Exception InvalidArgument
   */
  static void refuse(S3Request request) {
    Headers headers = request.head().headers();
    if (!headers.containsPrefix(S3Headers.SERVER_SIDE_ENCRYPTION)) {
      return;
    }
    String encryption = headers.first(S3Headers.SERVER_SIDE_ENCRYPTION);
    if (encryption != null) {
      throw S3Exception.invalidArgument(
          "x-amz-server-side-encryption header is not supported for this operation.",
          S3Headers.SERVER_SIDE_ENCRYPTION,
          encryption);
    }
    requireNoKmsKey(headers);
  }

  /**
   * Returns how the object will be encrypted.
   *
   * @param bucket where it is stored
   * @throws S3Exception if the bucket does not take the customer's key, or if it is no valid one;
   *     KMS.NotFoundException if there cannot be such a KMS key
   */
  Encryption in(Bucket bucket, S3Request request) {
    BucketEncryption ofBucket = BucketEncryption.of(bucket.settings());
    if (customerKey.isPresent()) {
      // S3 says this before it looks at the key.
      requireNotBlocked(bucket, request);
      return Encryption.ofCustomer(customerKey.get().requireValid());
    }
    if (algorithm.isEmpty()) {
      return ofBucket.forUpload(bucket.settings(), account(bucket, request), bucketKey);
    }
    return algorithm.get().usesKms()
        ? ofBucket.withKms(
            bucket.settings(),
            account(bucket, request),
            algorithm.get(),
            kmsKeyId,
            kmsContext,
            bucketKey)
        : Encryption.SSE_S3;
  }

  /**
   * Checks that the bucket takes objects with a key of the customer.
   *
   * @throws S3Exception AccessDenied if such uploads are blocked
   */
  static void requireNotBlocked(Bucket bucket, S3Request request) {
    if (!BucketEncryption.of(bucket.settings()).blocksCustomerKeys()) {
      return;
    }
    String user = request.caller().isAnonymous() ? "anonymous" : request.caller().arn();
    boolean copies = request.header(S3Headers.COPY_SOURCE) != null;
    throw S3Exception.of(
            S3Error.ACCESS_DENIED,
            "User: "
                + user
                + " is not authorized to perform: "
                + (copies ? "s3:CopyObject" : "s3:PutObject")
                + " on resource: \""
                + bucket.settings().arn()
                + "/"
                + request.key()
                + "\" because this bucket has blocked upload requests that specify Server Side"
                + " Encryption with Customer provided keys (SSE-C). Please specify a different"
                + " server-side encryption type")
        .because("The encryption configuration of the bucket blocks SSE-C.");
  }

  /** A key without an account is looked for in that of the caller; a stranger has none. */
  private static String account(Bucket bucket, S3Request request) {
    String account = request.requester().accountId();
    return account.isEmpty() ? bucket.settings().owner().accountId() : account;
  }

  private static void requireNoKmsKey(Headers headers) {
    if (headers.contains(S3Headers.SERVER_SIDE_ENCRYPTION_KMS_KEY)
        || headers.contains(S3Headers.SERVER_SIDE_ENCRYPTION_CONTEXT)) {
      throw S3Exception.invalidArgument(
          "Server Side Encryption with AWS KMS managed key requires HTTP header"
              + " x-amz-server-side-encryption : aws:kms",
          S3Headers.SERVER_SIDE_ENCRYPTION);
    }
  }

  private static Algorithm parseAlgorithm(String name) {
    if (name.isEmpty()) {
      throw S3Exception.invalidArgument(
          "The encryption method specified is not supported",
          S3Headers.SERVER_SIDE_ENCRYPTION,
          name);
    }
    return Algorithm.of(name)
        .orElseThrow(
            () ->
                S3Exception.of(S3Error.INVALID_ENCRYPTION_ALGORITHM)
                    .with("ArgumentName", S3Headers.SERVER_SIDE_ENCRYPTION)
                    .with("ArgumentValue", name));
  }

  private static Boolean parseFlag(String header) {
    return switch (header.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      // What S3 says of it is not known; these are its words about other headers.
      default ->
          throw S3Exception.invalidArgument(
              "Value for x-amz-server-side-encryption-bucket-key-enabled header is invalid.",
              S3Headers.SERVER_SIDE_ENCRYPTION_BUCKET_KEY,
              header);
    };
  }
}
