package dev.s3emulator.internal.operation.object;

import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.multipart.Uploading;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;

/**
 * {@code DELETE /bucket/key?uploadId=…}: 204; the upload and its parts are gone.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_AbortMultipartUpload.html">AWS</a>
 */
final class AbortMultipartUpload implements Operation {

  static final Route ROUTE =
      Route.object("DELETE", "AbortMultipartUpload").query("uploadId").asksPayer();

  private final S3Engine engine;

  AbortMultipartUpload(S3Engine engine) {
    this.engine = engine;
  }

  @Override
  public Route route() {
    return ROUTE;
  }

  @Override
  public void checkHead(S3Request request) {
    if (request.header(S3Headers.IF_MATCH_INITIATED_TIME) != null) {
      // Only directory buckets take it; what others answer is not known. This aborts nothing.
      throw S3Exception.notImplementedHeader(S3Headers.IF_MATCH_INITIATED_TIME);
    }
  }

  @Override
  public S3Response handle(S3Request request) {
    engine.changeBucket(
        request.bucketName(),
        bucket -> Uploading.abort(bucket, request.key(), UploadParameters.uploadId(request)));
    return S3Response.noContent();
  }
}
