package dev.s3emulator.internal.pipeline;

import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.protocol.RequestBody;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Map;

/** Collects a bounded document in memory. */
final class DocumentIntake implements BodyIntake {

  private final long maxBytes;
  private final BodyDigests digests;
  private final ByteArrayOutputStream document = new ByteArrayOutputStream(1024);

  DocumentIntake(long maxBytes, BodyDigests digests) {
    this.maxBytes = maxBytes;
    this.digests = digests;
  }

  /** Returns the answer to a document that is larger than its operation takes. */
  static S3Exception tooLarge(long maxBytes) {
    return S3Exception.of(S3Error.MAX_MESSAGE_LENGTH_EXCEEDED)
        .with("MaxMessageLengthBytes", maxBytes);
  }

  @Override
  public void receive(ByteBuffer bytes) {
    if (document.size() + (long) bytes.remaining() > maxBytes) {
      throw tooLarge(maxBytes);
    }
    digests.update(bytes);
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(copy);
    document.writeBytes(copy);
  }

  @Override
  public RequestBody finish() {
    // The operation compares the digests, since S3 reports a schema violation first.
    return new RequestBody.Document(document.toByteArray(), () -> digests.verify(Map.of()));
  }

  @Override
  public void close() {}
}
