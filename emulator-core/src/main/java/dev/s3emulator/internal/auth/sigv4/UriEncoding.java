package dev.s3emulator.internal.auth.sigv4;

/**
 * The percent-encoding of canonical requests: what was sent is decoded once and encoded once, so
 * that {@code $} and {@code %24} are the same (protocol-notes 1). It works on bytes, which stand as
 * ISO-8859-1 characters.
 */
final class UriEncoding {

  private static final String HEX = "0123456789ABCDEF";

  private UriEncoding() {}

  /** Returns the canonical form of a path: slashes stay, no segment is normalized. */
  static String path(String raw) {
    return encode(raw, '/', false);
  }

  /** Returns the canonical form of a name or a value of a query. */
  static String query(String raw) {
    // A plus is a blank, as in every query that S3 reads.
    return encode(raw, '-', true);
  }

  private static String encode(String raw, char kept, boolean plusIsBlank) {
    int first = 0;
    while (first < raw.length() && isUnreserved(raw.charAt(first), kept)) {
      first++;
    }
    if (first == raw.length()) {
      return raw;
    }
    StringBuilder encoded = new StringBuilder(raw.length() + 16).append(raw, 0, first);
    for (int i = first; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '%' && isEscape(raw, i)) {
        c = (char) Integer.parseInt(raw, i + 1, i + 3, 16);
        i += 2;
      } else if (c == '+' && plusIsBlank) {
        c = ' ';
      }
      append(encoded, c, kept);
    }
    return encoded.toString();
  }

  /** Returns the text with everything encoded once more, as a signer for another service does. */
  static String again(String encoded, boolean keepSlash) {
    StringBuilder twice = new StringBuilder(encoded.length() + 16);
    for (int i = 0; i < encoded.length(); i++) {
      append(twice, encoded.charAt(i), keepSlash ? '/' : '-');
    }
    return twice.toString();
  }

  private static void append(StringBuilder encoded, char c, char kept) {
    if (isUnreserved(c, kept)) {
      encoded.append(c);
    } else {
      encoded.append('%').append(HEX.charAt((c >> 4) & 15)).append(HEX.charAt(c & 15));
    }
  }

  private static boolean isEscape(String raw, int percent) {
    return percent + 2 < raw.length()
        && isHexDigit(raw.charAt(percent + 1))
        && isHexDigit(raw.charAt(percent + 2));
  }

  private static boolean isHexDigit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  private static boolean isUnreserved(char c, char kept) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~'
        || c == kept;
  }
}
