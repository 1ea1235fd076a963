package dev.s3emulator.internal.pipeline;

import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.protocol.RequestBody;
import dev.s3emulator.internal.protocol.chunked.AwsChunkedDecoder;
import dev.s3emulator.internal.protocol.chunked.ChunkedFramingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;

/** Takes an upload out of its aws-chunked framing. The decoder's listener verifies signatures. */
final class ChunkedIntake implements BodyIntake {

  private final AwsChunkedDecoder decoder;
  private final UploadIntake upload;

  ChunkedIntake(AwsChunkedDecoder decoder, UploadIntake upload) {
    this.decoder = decoder;
    this.upload = upload;
  }

  @Override
  public void lend(Executor threads) {
    upload.lend(threads);
  }

  @Override
  public void receive(ByteBuffer bytes) throws IOException {
    try {
      decoder.decode(bytes, this::store);
    } catch (ChunkedFramingException malformed) {
      throw asS3Exception(malformed);
    } catch (UncheckedIOException storage) {
      throw storage.getCause();
    }
  }

  private void store(ByteBuffer data) {
    try {
      upload.receive(data);
    } catch (IOException storage) {
      throw new UncheckedIOException(storage);
    }
  }

  @Override
  public RequestBody finish() throws IOException {
    try {
      decoder.finish();
    } catch (ChunkedFramingException malformed) {
      throw asS3Exception(malformed);
    }
    return upload.finish(decoder.trailers());
  }

  @Override
  public void close() {
    upload.close();
  }

  private static S3Exception asS3Exception(ChunkedFramingException malformed) {
    return switch (malformed.kind()) {
      // What S3 says of a body that breaks the grammar is not known; it reads on and misses bytes.
      case INCOMPLETE_BODY, MALFORMED_FRAMING ->
          S3Exception.of(S3Error.INCOMPLETE_BODY, "The request body terminated unexpectedly");
      case INVALID_CHUNK_SIZE ->
          S3Exception.of(S3Error.INVALID_CHUNK_SIZE)
              .with("Chunk", malformed.chunk())
              .with("BadChunkSize", malformed.badChunkSize());
      case MALFORMED_TRAILER -> S3Exception.of(S3Error.MALFORMED_TRAILER);
      case TRAILER_NOT_SUPPORTED ->
          S3Exception.invalidRequest(
              "The value specified in the x-amz-trailer header is not supported");
    };
  }
}
