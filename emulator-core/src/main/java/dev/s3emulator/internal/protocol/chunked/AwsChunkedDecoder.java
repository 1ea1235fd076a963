package dev.s3emulator.internal.protocol.chunked;

import static dev.s3emulator.internal.protocol.chunked.ChunkedFramingException.incomplete;
import static dev.s3emulator.internal.protocol.chunked.ChunkedFramingException.malformed;

import java.nio.ByteBuffer;
import java.util.Map;

/**
 * Decodes one aws-chunked body that comes in pieces of any size.
 *
 * <p>The grammar, where the parts in brackets depend on the {@link PayloadForm}:
 *
 * <pre>
 * body     = *( size [";chunk-signature=" signature] CRLF data CRLF )
 *            "0" [";chunk-signature=" signature] CRLF
 *            [*( name ":" value CRLF )] ["x-amz-trailer-signature:" signature CRLF]
 *            CRLF
 * </pre>
 *
 * <p>Framing and lengths are checked as soon as they are seen; signatures and the values of the
 * trailers are not checked here. After a {@link ChunkedFramingException} the decoder must not be
 * used. Not thread-safe.
 */
public final class AwsChunkedDecoder {
  /** The least size of every data chunk but the last. */
  private static final int MIN_CHUNK_SIZE = 8192;

  private enum State {
    CHUNK_HEADER,
    DATA,
    DATA_CR,
    DATA_LF,
    TRAILERS,
    END
  }

  private final PayloadForm form;
  private final long decodedLength;
  private final ChunkListener listener;
  private final LineReader lines = new LineReader();
  private final TrailerSection trailers;

  private State state = State.CHUNK_HEADER;
  private int chunk;
  private long chunkSize;
  private long chunkRemaining;
  private long announcedData;
  private boolean afterLineFeedAlone;
  private boolean mayEnd;

  /**
   * Creates a decoder for one body.
   *
   * @param announced the trailers of {@code x-amz-trailer}
   * @param decodedLength the value of {@code x-amz-decoded-content-length}
   */
  public AwsChunkedDecoder(
      PayloadForm form, TrailerNames announced, long decodedLength, ChunkListener listener) {
    this.form = form;
    this.decodedLength = decodedLength;
    this.listener = listener;
    this.trailers = new TrailerSection(form, announced);
  }

  /**
   * Consumes a piece of the body, handing slices of it to the sink.
   *
   * @throws ChunkedFramingException if the body is wrong; the input may then be partly consumed
   */
  public void decode(ByteBuffer in, DataSink out) {
    while (in.hasRemaining()) {
      switch (state) {
        case CHUNK_HEADER -> chunkHeader(in);
        case DATA -> data(in, out);
        case DATA_CR -> expect(in, '\r', State.DATA_LF);
        case DATA_LF -> expect(in, '\n', State.CHUNK_HEADER);
        case TRAILERS -> trailerLine(in);
        case END -> throw malformed("data after the end of the body");
      }
    }
  }

  /**
   * Tells the decoder that the HTTP body has ended.
   *
   * @throws ChunkedFramingException if the aws-chunked body has not
   */
  public void finish() {
    if (state == State.TRAILERS && mayEnd && !lines.isInLine()) {
      endTrailers();
    }
    if (state != State.END) {
      throw incomplete("the body ends in chunk " + Math.max(1, chunk));
    }
  }

  /**
   * Returns the trailers after the end of the body: values by lower-case name, in the order sent,
   * without the trailer signature. The map cannot be changed.
   *
   * @throws IllegalStateException if the body has not ended
   */
  public Map<String, String> trailers() {
    if (state != State.END) {
      throw new IllegalStateException("the body has not ended; call finish() first");
    }
    return trailers.trailers();
  }

  private void chunkHeader(ByteBuffer in) {
    String line = lines.read(in);
    if (line == null) {
      return;
    }
    if (lines.endedWithLineFeedAlone()) {
      throw malformed("a chunk header that ends in LF without CR");
    }
    ChunkHeader header = ChunkHeader.parse(line, form.isSigned());
    chunk++;
    checkSize(header.size());
    chunkSize = header.size();
    chunkRemaining = chunkSize;
    announcedData += chunkSize;
    listener.chunkStarted(chunk, chunkSize, header.signature());
    if (chunkSize == 0) {
      listener.chunkEnded(chunk);
      state = State.TRAILERS;
    } else {
      state = State.DATA;
    }
  }

  private void checkSize(long size) {
    // S3 tolerates one short data chunk, until another comes after it.
    if (size > 0 && chunk > 1 && chunkSize < MIN_CHUNK_SIZE) {
      throw ChunkedFramingException.invalidChunkSize(chunk, chunkSize);
    }
    if (size > decodedLength - announcedData) {
      throw incomplete("more data than the decoded content length " + decodedLength);
    }
    if (size == 0 && announcedData < decodedLength) {
      throw incomplete(announcedData + " bytes instead of " + decodedLength);
    }
  }

  private void data(ByteBuffer in, DataSink out) {
    int length = (int) Math.min(in.remaining(), chunkRemaining);
    ByteBuffer slice = in.slice(in.position(), length);
    in.position(in.position() + length);
    chunkRemaining -= length;
    listener.chunkData(slice.duplicate());
    out.data(slice);
    if (chunkRemaining == 0) {
      listener.chunkEnded(chunk);
      state = State.DATA_CR;
    }
  }

  private void expect(ByteBuffer in, char expected, State next) {
    if (in.get() != expected) {
      throw malformed("no CRLF after the data of chunk " + chunk);
    }
    state = next;
  }

  /**
   * Reads a trailer or the empty line that ends the body.
   *
   * <p>Some clients end a trailer with LF, some with LF CRLF (protocol-notes 2; MinIO's Go client
   * does the latter). So an empty line after a line that ended with LF may be a part of its line
   * break or the end, and which of them is known only with the next line or the end of the input.
   */
  private void trailerLine(ByteBuffer in) {
    String line = lines.read(in);
    if (line == null) {
      return;
    }
    if (!line.isEmpty()) {
      trailers.add(line);
      afterLineFeedAlone = lines.endedWithLineFeedAlone();
      mayEnd = false;
    } else if (afterLineFeedAlone) {
      afterLineFeedAlone = false;
      mayEnd = true;
    } else {
      endTrailers();
    }
  }

  private void endTrailers() {
    trailers.end();
    state = State.END;
    if (form.hasTrailer()) {
      listener.trailersEnded(trailers.trailers(), trailers.signature());
    }
  }
}
