package dev.s3emulator.internal.protocol.chunked;

import static dev.s3emulator.internal.protocol.chunked.ChunkedFramingException.malformed;

import org.jspecify.annotations.Nullable;

/** A parsed line {@code HEXSIZE[;chunk-signature=SIGNATURE]}. */
record ChunkHeader(long size, @Nullable String signature) {
  private static final String SIGNATURE = "chunk-signature=";

  /** Parses the line. Extensions other than the signature are ignored, as HTTP has it. */
  static ChunkHeader parse(String line, boolean signed) {
    int semicolon = line.indexOf(';');
    long size = parseSize(semicolon < 0 ? line : line.substring(0, semicolon));
    if (!signed) {
      return new ChunkHeader(size, null);
    }
    if (semicolon >= 0) {
      for (String extension : line.substring(semicolon + 1).split(";", -1)) {
        if (extension.startsWith(SIGNATURE) && extension.length() > SIGNATURE.length()) {
          return new ChunkHeader(size, extension.substring(SIGNATURE.length()));
        }
      }
    }
    throw malformed("a signed chunk without chunk-signature");
  }

  private static long parseSize(String text) {
    if (text.isEmpty()) {
      throw malformed("a chunk header without a size");
    }
    long size = 0;
    for (int i = 0; i < text.length(); i++) {
      char digit = text.charAt(i);
      // Character.digit alone would also take digits of other scripts.
      int value = digit < 0x80 ? Character.digit(digit, 16) : -1;
      if (value < 0) {
        throw malformed("a chunk size that is not hexadecimal");
      }
      if (size > Long.MAX_VALUE >> 4) {
        throw malformed("a chunk size beyond 63 bits");
      }
      size = size << 4 | value;
    }
    return size;
  }
}
