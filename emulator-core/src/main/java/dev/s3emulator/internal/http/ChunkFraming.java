package dev.s3emulator.internal.http;

import java.nio.ByteBuffer;

/**
 * Checks the framing of a body in HTTP's chunked coding, byte by byte as it arrives.
 *
 * <p>Undertow takes what is not a digit for the end of a size, skips whatever stands behind a
 * chunk, and collects trailers without bound. A server that reads a body otherwise than the proxy
 * before it lets one client smuggle requests into another's connection; so what breaks the grammar
 * of RFC 9112 is refused here. Used by one thread at a time.
 */
final class ChunkFraming {

  /** The longest line of a size with its extensions, and all trailers together, in bytes. */
  static final int MAX_LINES = 8 * 1024;

  private static final long MAX_SIZE = 1L << 52;

  private enum State {
    SIZE,
    EXTENSION,
    SIZE_END,
    DATA,
    DATA_CR,
    DATA_LF,
    TRAILER_OR_END,
    TRAILER_NAME,
    TRAILER_VALUE,
    TRAILER_END,
    END_LF,
    DONE
  }

  private State state = State.SIZE;
  private long size;
  private int digits;
  private int lines;

  /**
   * Reads the bytes from {@code from} to {@code to}; what comes behind the body is not looked at.
   *
   * @return whether they follow the grammar; if not, the body cannot be read on
   */
  boolean accept(ByteBuffer bytes, int from, int to) {
    int at = from;
    while (at < to && state != State.DONE) {
      if (state == State.DATA) {
        int length = (int) Math.min(size, to - at);
        size -= length;
        at += length;
        state = size == 0 ? State.DATA_CR : State.DATA;
      } else if (!accept(bytes.get(at++))) {
        return false;
      }
    }
    return true;
  }

  private boolean accept(byte b) {
    return switch (state) {
      case SIZE -> size(b);
      case EXTENSION -> ++lines <= MAX_LINES && (b == '\r' ? next(State.SIZE_END) : isText(b));
      case SIZE_END -> b == '\n' && next(size == 0 ? State.TRAILER_OR_END : State.DATA);
      case DATA_CR -> b == '\r' && next(State.DATA_LF);
      case DATA_LF -> b == '\n' && newChunk();
      case TRAILER_OR_END ->
          b == '\r' ? next(State.END_LF) : isNameCharacter(b) && next(State.TRAILER_NAME);
      case TRAILER_NAME ->
          ++lines <= MAX_LINES && (b == ':' ? next(State.TRAILER_VALUE) : isNameCharacter(b));
      case TRAILER_VALUE ->
          ++lines <= MAX_LINES && (b == '\r' ? next(State.TRAILER_END) : isText(b));
      case TRAILER_END -> b == '\n' && next(State.TRAILER_OR_END);
      case END_LF -> b == '\n' && next(State.DONE);
      case DATA, DONE -> throw new AssertionError(state);
    };
  }

  private boolean size(byte b) {
    int digit = b < 0 ? -1 : Character.digit(b, 16);
    if (digit >= 0) {
      digits++;
      size = size << 4 | digit;
      return size <= MAX_SIZE && digits <= MAX_LINES;
    }
    if (digits == 0) {
      return false;
    }
    return switch (b) {
      case '\r' -> next(State.SIZE_END);
      case ';', ' ', '\t' -> next(State.EXTENSION);
      default -> false;
    };
  }

  private boolean newChunk() {
    digits = 0;
    lines = 0;
    return next(State.SIZE);
  }

  private boolean next(State following) {
    state = following;
    return true;
  }

  private static boolean isText(byte b) {
    return b < 0 || (b >= ' ' && b != 127) || b == '\t';
  }

  private static boolean isNameCharacter(byte b) {
    return b > ' ' && b < 127 && b != ':';
  }
}
