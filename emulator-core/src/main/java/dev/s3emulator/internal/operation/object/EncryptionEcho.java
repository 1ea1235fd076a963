package dev.s3emulator.internal.operation.object;

import dev.s3emulator.internal.domain.attribute.Encryption;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.S3Response;

/** Shows in an answer how an object is encrypted; operations differ in how much they show. */
final class EncryptionEcho {

  private EncryptionEcho() {}

  /** Adds what reads and answers about parts show. */
  static S3Response.Builder add(S3Response.Builder response, Encryption encryption) {
    encryption
        .customerKeyMd5()
        .ifPresent(
            md5 ->
                response
                    .header(
                        S3Headers.SERVER_SIDE_ENCRYPTION_CUSTOMER_PREFIX + "algorithm",
                        encryption.algorithm().wireName())
                    .header(S3Headers.SERVER_SIDE_ENCRYPTION_CUSTOMER_PREFIX + "key-MD5", md5));
    return addWithoutCustomer(response, encryption);
  }

  /** Adds what the answer to the request shows that said it, the context of the KMS key too. */
  static S3Response.Builder addWithContext(S3Response.Builder response, Encryption encryption) {
    encryption
        .kmsContext()
        .ifPresent(context -> response.header(S3Headers.SERVER_SIDE_ENCRYPTION_CONTEXT, context));
    return add(response, encryption);
  }

  /** Adds what CompleteMultipartUpload shows: nothing where the key is the customer's. */
  static S3Response.Builder addWithoutCustomer(S3Response.Builder response, Encryption encryption) {
    if (encryption.isOfCustomer()) {
      return response;
    }
    response.header(S3Headers.SERVER_SIDE_ENCRYPTION, encryption.algorithm().wireName());
    encryption
        .kmsKeyId()
        .ifPresent(arn -> response.header(S3Headers.SERVER_SIDE_ENCRYPTION_KMS_KEY, arn));
    // A bucket key that is not used is not mentioned.
    if (encryption.bucketKeyEnabled()) {
      response.header(S3Headers.SERVER_SIDE_ENCRYPTION_BUCKET_KEY, "true");
    }
    return response;
  }
}
