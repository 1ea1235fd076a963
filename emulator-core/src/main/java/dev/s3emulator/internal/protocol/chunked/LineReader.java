package dev.s3emulator.internal.protocol.chunked;

import static dev.s3emulator.internal.protocol.chunked.ChunkedFramingException.malformed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Collects one line after the other from input that comes in pieces. */
final class LineReader {
  /** The most bytes a line may have, line break included. */
  static final int MAX_LINE = 1024;

  private final byte[] line = new byte[MAX_LINE];
  private int length;
  private boolean lineFeedAlone;

  /**
   * Consumes input up to the end of the line.
   *
   * @return the line without its CRLF or LF; null if it goes on after the input
   */
  @Nullable String read(ByteBuffer in) {
    while (in.hasRemaining()) {
      byte next = in.get();
      boolean afterReturn = length > 0 && line[length - 1] == '\r';
      if (next == '\n') {
        lineFeedAlone = !afterReturn;
        return take(afterReturn ? length - 1 : length);
      }
      if (afterReturn) {
        throw malformed("a carriage return without a line feed");
      }
      if (length == MAX_LINE - 1) {
        throw malformed("a line is longer than " + MAX_LINE + " bytes");
      }
      line[length++] = next;
    }
    return null;
  }

  private String take(int end) {
    length = 0;
    return new String(line, 0, end, StandardCharsets.ISO_8859_1);
  }

  /** Tells whether the line read last ended in a line feed without a carriage return. */
  boolean endedWithLineFeedAlone() {
    return lineFeedAlone;
  }

  /** Tells whether input of an unfinished line was consumed. */
  boolean isInLine() {
    return length > 0;
  }
}
