package dev.s3emulator.internal.pipeline;

import dev.s3emulator.internal.domain.ObjectContent;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.protocol.RequestBody;
import dev.s3emulator.store.BlobWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;

/** Streams an upload into the blob store and digests it on the way. */
final class UploadIntake implements BodyIntake {

  private final long maxBytes;
  private final BodyDigests digests;
  private final BlobWriter writer;
  private long received;

  UploadIntake(long maxBytes, BodyDigests digests, BlobWriter writer) {
    this.maxBytes = maxBytes;
    this.digests = digests;
    this.writer = writer;
  }

  /** Returns the answer to an upload that is larger than S3 takes. */
  static S3Exception tooLarge(long proposed, long maxBytes) {
    return S3Exception.of(S3Error.ENTITY_TOO_LARGE)
        .with("ProposedSize", proposed)
        .with("MaxSizeAllowed", maxBytes);
  }

  @Override
  public void receive(ByteBuffer bytes) throws IOException {
    received += bytes.remaining();
    if (received > maxBytes) {
      throw tooLarge(received, maxBytes);
    }
    digests.update(bytes);
    writer.write(bytes);
  }

  @Override
  public RequestBody finish() throws IOException {
    return finish(Map.of());
  }

  RequestBody finish(Map<String, String> trailers) throws IOException {
    ObjectContent content = finishContent(trailers);
    return new RequestBody.Staged(content, digests.sentChecksum());
  }

  /** Ends the upload and returns what was stored. */
  ObjectContent finishContent(Map<String, String> trailers) throws IOException {
    digests.verify(trailers);
    return ObjectContent.of(writer.commit(), digests.eTag(), digests.checksum());
  }

  @Override
  public void close() {
    writer.close();
  }
}
