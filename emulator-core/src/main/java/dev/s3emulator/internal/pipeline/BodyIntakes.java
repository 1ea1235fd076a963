package dev.s3emulator.internal.pipeline;

import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.checksum.ChecksumAlgorithm;
import dev.s3emulator.internal.protocol.IntegrityHeaders;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.chunked.AwsChunkedDecoder;
import dev.s3emulator.internal.protocol.chunked.ChunkListener;
import dev.s3emulator.internal.protocol.chunked.PayloadForm;
import dev.s3emulator.internal.routing.BodyRule;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.store.BlobStore;
import java.io.IOException;
import java.util.Optional;

/** Chooses where the body of a request goes, after checking what its head says about it. */
final class BodyIntakes {

  private final BlobStore blobs;
  private final AccessControl access;

  BodyIntakes(BlobStore blobs, AccessControl access) {
    this.blobs = blobs;
    this.access = access;
  }

  /**
   * Returns where the body goes.
   *
   * @param chunks verifies the signatures of an upload in chunks
   */
  BodyIntake of(S3Request request, Operation operation, ChunkListener chunks) throws IOException {
    BodyRule rule = operation.route().body();
    return switch (rule.kind()) {
      case NONE -> BodyIntake.IGNORED;
      case DOCUMENT -> document(request.head(), rule);
      case UPLOAD -> upload(request.head(), rule, operation.keptChecksum(request), chunks);
      case FORM -> form(request, rule);
    };
  }

  private static BodyIntake document(RequestHead head, BodyRule rule) {
    if (rule.checksumRequired()) {
      requireLength(head);
    }
    IntegrityHeaders integrity =
        rule.checksumsOfObject()
            ? IntegrityHeaders.parseWithoutChecksums(head.headers())
            : IntegrityHeaders.parse(head.headers());
    if (rule.checksumRequired() && !integrity.present()) {
      throw S3Exception.invalidRequest(
          "Missing required header for this request: Content-MD5 OR x-amz-checksum-*");
    }
    if (head.contentLength() > rule.maxBytes()) {
      throw DocumentIntake.tooLarge(rule.maxBytes());
    }
    return new DocumentIntake(rule.maxBytes(), BodyDigests.ofDocument(integrity));
  }

  private BodyIntake upload(
      RequestHead head,
      BodyRule rule,
      Optional<ChecksumAlgorithm> keptChecksum,
      ChunkListener chunks)
      throws IOException {
    IntegrityHeaders integrity = IntegrityHeaders.parse(head.headers());
    Optional<PayloadForm> chunked =
        head.headers().get(S3Headers.CONTENT_SHA256).flatMap(PayloadForm::parse);
    long length = chunked.isPresent() ? decodedLength(head) : plainLength(head);
    if (length > rule.maxBytes()) {
      throw UploadIntake.tooLarge(length, rule.maxBytes());
    }
    UploadIntake upload =
        new UploadIntake(
            rule.maxBytes(),
            BodyDigests.ofUpload(integrity, keptChecksum),
            blobs.newWriter(length));
    return chunked.isPresent()
        ? new ChunkedIntake(
            new AwsChunkedDecoder(chunked.get(), integrity.trailers(), length, chunks), upload)
        : upload;
  }

  private BodyIntake form(S3Request request, BodyRule rule) {
    requireLength(request.head());
    return new FormIntake(request, rule.maxBytes(), access, blobs);
  }

  private static long plainLength(RequestHead head) {
    requireLength(head);
    return head.contentLength();
  }

  /** The length may only be missing when the framing of HTTP tells the end. */
  private static void requireLength(RequestHead head) {
    if (head.contentLength() < 0 && !head.headers().contains(S3Headers.TRANSFER_ENCODING)) {
      throw S3Exception.of(S3Error.MISSING_CONTENT_LENGTH);
    }
  }

  private static long decodedLength(RequestHead head) {
    String value = head.headers().first(S3Headers.DECODED_CONTENT_LENGTH);
    if (value == null || !value.matches("[0-9]{1,18}")) {
      throw S3Exception.of(S3Error.MISSING_CONTENT_LENGTH);
    }
    return Long.parseLong(value);
  }
}
