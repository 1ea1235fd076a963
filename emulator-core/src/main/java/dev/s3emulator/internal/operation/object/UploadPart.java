package dev.s3emulator.internal.operation.object;

import dev.s3emulator.internal.domain.Part;
import dev.s3emulator.internal.domain.Upload;
import dev.s3emulator.internal.domain.UploadChecksum;
import dev.s3emulator.internal.domain.checksum.Checksum;
import dev.s3emulator.internal.domain.checksum.ChecksumAlgorithm;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.IntegrityHeaders;
import dev.s3emulator.internal.protocol.LockHeaders;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.BodyRule;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;
import java.util.Optional;

/**
 * {@code PUT /bucket/key?partNumber=…&uploadId=…} with a part as its body: 200 without a body.
 *
 * <p>That the upload exists is looked at before the body comes, and again when the part is stored,
 * since the upload may be completed or aborted meanwhile.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPart.html">AWS</a>
 */
final class UploadPart implements Operation {

  static final Route ROUTE =
      Route.object("PUT", "UploadPart")
          .query("partNumber")
          .query("uploadId")
          .action("s3:PutObject")
          .body(BodyRule.UPLOAD)
          .asksPayer();

  private final S3Engine engine;

  UploadPart(S3Engine engine) {
    this.engine = engine;
  }

  @Override
  public Route route() {
    return ROUTE;
  }

  @Override
  public void checkHead(S3Request request) {
    UploadParameters.partNumber(request);
    Upload upload = UploadParameters.requireForPart(engine, request);
    LockHeaders.checkPart(
        request,
        engine.state().requireBucket(request.bucketName()),
        upload.object().attributes().lock());
    UploadChecksum wanted = upload.checksum();
    Optional<ChecksumAlgorithm> sent = IntegrityHeaders.parse(request.head().headers()).algorithm();
    if (wanted.declared() && sent.isPresent() && sent.get() != wanted.algorithm()) {
      throw wanted.mismatch(sent.get());
    }
  }

  /** A part without the checksum of its upload gets it from S3 (recorded-answers 13). */
  @Override
  public Optional<ChecksumAlgorithm> keptChecksum(S3Request request) {
    return Optional.of(UploadParameters.require(engine, request).checksum().algorithm());
  }

  @Override
  public S3Response handle(S3Request request) {
    Upload upload = UploadParameters.require(engine, request);
    Part part =
        UploadParameters.put(
            engine,
            request,
            new Part(UploadParameters.partNumber(request), engine.now(), request.content()));
    S3Response.Builder response =
        EncryptionEcho.add(
            S3Response.ok().header(S3Headers.ETAG, part.eTag().quoted()),
            upload.object().attributes().encryption());
    // Whether S3 shows the checksum that it keeps by itself is not known; this keeps silent.
    Optional<Checksum> shown =
        upload.checksum().declared()
            ? Optional.of(part.content().checksum())
            : request.sentChecksum();
    shown.ifPresent(
        checksum -> response.header(checksum.algorithm().headerName(), checksum.headerValue()));
    return response.build();
  }
}
