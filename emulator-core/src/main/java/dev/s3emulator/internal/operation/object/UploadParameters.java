package dev.s3emulator.internal.operation.object;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.Part;
import dev.s3emulator.internal.domain.Upload;
import dev.s3emulator.internal.domain.multipart.Uploading;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.S3Request;
import java.util.Optional;

/** The query parameters with which requests name an upload and a part of it. */
final class UploadParameters {

  private UploadParameters() {}

  /** Returns the id of the upload, which may be garbage. */
  static String uploadId(S3Request request) {
    String id = request.parameter("uploadId");
    return id == null ? "" : id;
  }

  /**
   * Returns the number of the part.
   *
   * @throws dev.s3emulator.internal.domain.S3Exception InvalidArgument if it is none
   */
  static int partNumber(S3Request request) {
    String number = request.parameter("partNumber");
    return Part.parseNumber(number == null ? "" : number);
  }

  /**
   * Returns the open upload.
   *
   * @throws dev.s3emulator.internal.domain.S3Exception NoSuchUpload if there is none
   */
  static Upload require(S3Engine engine, S3Request request) {
    return Uploading.require(
        engine.state().requireBucket(request.bucketName()), request.key(), uploadId(request));
  }

  /**
   * Returns the open upload to which a request may add a part.
   *
   * @throws dev.s3emulator.internal.domain.S3Exception NoSuchUpload if there is none;
   *     InvalidRequest or AccessDenied if it is encrypted with another key
   */
  static Upload requireForPart(S3Engine engine, S3Request request) {
    EncryptionHeaders.refuse(request);
    Upload upload = require(engine, request);
    Optional<CustomerKey> key = CustomerKey.of(request);
    if (key.isPresent()) {
      Bucket bucket = engine.state().requireBucket(request.bucketName());
      EncryptionHeaders.requireNotBlocked(bucket, request);
    }
    CustomerKey.requireForPart(key, upload.object().attributes().encryption());
    return upload;
  }

  /** Stores a part and returns it. */
  static Part put(S3Engine engine, S3Request request, Part part) {
    return engine.changeBucket(
        request.bucketName(),
        bucket -> Uploading.putPart(bucket, request.key(), uploadId(request), part));
  }
}
