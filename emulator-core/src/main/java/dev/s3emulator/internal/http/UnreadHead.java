package dev.s3emulator.internal.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.s3emulator.internal.pipeline.WireFault;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.protocol.RequestHead;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What can be told of a request whose head Undertow would not read: from the bytes that it was
 * reading, which are the whole head unless it came in pieces.
 *
 * @param fault what is wrong
 * @param method the method, or {@code ?}
 * @param target the target of the request line, or {@code ?}
 */
record UnreadHead(WireFault fault, String method, String target) {

  /** Above this, a head is too large for S3 whatever else is wrong with it. */
  private static final int MAX_HEAD = 8 * 1024;

  private static final String UNKNOWN = "?";
  private static final String HEAD_END = "\r\n\r\n";

  /**
   * Looks at the bytes of a head.
   *
   * @param bytes what was read last; its position is behind the byte that was refused
   * @param readLength how much was read of it, and with it
   */
  static UnreadHead of(@Nullable ByteBuffer bytes, long readLength) {
    long length = bytes == null ? readLength : readLength - bytes.remaining();
    String read = bytes == null ? "" : text(bytes, bytes.limit());
    int refused = bytes == null ? 0 : bytes.position();
    // The head before it may stand in the same bytes.
    int previous = read.lastIndexOf(HEAD_END, refused - HEAD_END.length() - 1);
    int start = previous < 0 ? 0 : previous + HEAD_END.length();
    int methodEnd = read.indexOf(' ', start);
    if (methodEnd < 0 || !isMethod(read, start, methodEnd)) {
      return new UnreadHead(fault(length, false), UNKNOWN, UNKNOWN);
    }
    int targetEnd = targetEnd(read, methodEnd + 1);
    // A broken escape is only noticed with the blank behind the target.
    boolean inTarget = refused > methodEnd + 1 && refused <= targetEnd + 1;
    return new UnreadHead(
        fault(length, inTarget),
        read.substring(start, methodEnd),
        read.substring(methodEnd + 1, targetEnd));
  }

  /** Returns the request as far as it is known. */
  RequestHead toRequestHead(String remoteAddress, boolean secure) {
    int question = target.indexOf('?');
    boolean hasQuery = question > 0;
    return new RequestHead(
        method,
        hasQuery ? target.substring(0, question) : target,
        hasQuery ? target.substring(question + 1) : "",
        Headers.EMPTY,
        secure,
        remoteAddress);
  }

  private static WireFault fault(long length, boolean inTarget) {
    if (length > MAX_HEAD) {
      return WireFault.HEAD_TOO_LARGE;
    }
    return inTarget ? WireFault.BROKEN_URI : WireFault.NOT_HTTP;
  }

  private static String text(ByteBuffer bytes, int end) {
    byte[] copy = new byte[end];
    bytes.duplicate().position(0).get(copy);
    return new String(copy, ISO_8859_1);
  }

  private static boolean isMethod(String text, int from, int to) {
    return to > from && text.substring(from, to).chars().allMatch(c -> c >= 'A' && c <= 'Z');
  }

  private static int targetEnd(String text, int from) {
    for (int at = from; at < text.length(); at++) {
      if (text.charAt(at) <= ' ') {
        return at;
      }
    }
    return text.length();
  }
}
