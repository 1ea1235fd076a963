package dev.s3emulator.internal.protocol.chunked;

/** Thrown when an aws-chunked body, or what its head announces, breaks the rules of the form. */
public final class ChunkedFramingException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What is wrong; S3 has an error of its own for most kinds. */
  public enum Kind {
    /** The body ends early or its data differs from {@code x-amz-decoded-content-length}. */
    INCOMPLETE_BODY,

    /** A chunk before the last data chunk is too small. */
    INVALID_CHUNK_SIZE,

    /** A trailer is announced but absent, present but not announced, or not well-formed. */
    MALFORMED_TRAILER,

    /** {@code x-amz-trailer} names something that is not a checksum. */
    TRAILER_NOT_SUPPORTED,

    /** The bytes do not follow the grammar. */
    MALFORMED_FRAMING
  }

  private final Kind kind;
  private final int chunk;
  private final long badChunkSize;

  private ChunkedFramingException(Kind kind, String message, int chunk, long badChunkSize) {
    super(message);
    this.kind = kind;
    this.chunk = chunk;
    this.badChunkSize = badChunkSize;
  }

  ChunkedFramingException(Kind kind, String message) {
    this(kind, message, 0, 0);
  }

  static ChunkedFramingException malformed(String message) {
    return new ChunkedFramingException(Kind.MALFORMED_FRAMING, message);
  }

  static ChunkedFramingException malformedTrailer(String message) {
    return new ChunkedFramingException(Kind.MALFORMED_TRAILER, message);
  }

  static ChunkedFramingException incomplete(String message) {
    return new ChunkedFramingException(Kind.INCOMPLETE_BODY, message);
  }

  static ChunkedFramingException invalidChunkSize(int chunk, long badChunkSize) {
    return new ChunkedFramingException(
        Kind.INVALID_CHUNK_SIZE,
        "chunk " + chunk + " follows a chunk of only " + badChunkSize + " bytes",
        chunk,
        badChunkSize);
  }

  /** Returns what is wrong. */
  public Kind kind() {
    return kind;
  }

  /**
   * Returns, for {@link Kind#INVALID_CHUNK_SIZE}, the number from 1 of the chunk <em>after</em> the
   * one that is too small, which is the number S3 reports (protocol-notes 2); otherwise 0.
   */
  public int chunk() {
    return chunk;
  }

  /** Returns, for {@link Kind#INVALID_CHUNK_SIZE}, the size that is too small; otherwise 0. */
  public long badChunkSize() {
    return badChunkSize;
  }
}
