package dev.s3emulator.walk;

import dev.s3emulator.S3EmulatorServer;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * What a call is made to.
 *
 * @param bucket the name of a bucket, which may be missing
 * @param key a key, whose object may be missing
 */
record Target(
    S3EmulatorServer server, S3Client s3, S3AsyncClient async, String bucket, String key) {

  /** An id of an upload that S3 never gave. */
  static final String NO_UPLOAD = "no-upload";

  /** Returns the address of the bucket. */
  URI url(String rest) {
    return server.endpoint().resolve("/" + bucket + rest);
  }

  /** Does what a call needs to be there, as far as that can be done here. */
  void prepare(Runnable preparation) {
    prepared(
        () -> {
          preparation.run();
          return "";
        });
  }

  /** Makes what a call needs, as far as that can be done here. */
  private <T> Optional<T> prepared(Supplier<T> preparation) {
    try {
      return Optional.of(preparation.get());
    } catch (AwsServiceException refused) {
      return Optional.empty();
    }
  }

  /** Starts an upload to the key. */
  String upload() {
    return prepared(() -> s3.createMultipartUpload(it -> it.bucket(bucket).key(key)).uploadId())
        .orElse(NO_UPLOAD);
  }
}
