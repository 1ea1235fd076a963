package dev.s3emulator.internal.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;

/** Percent-encoding as S3 reads and writes it. */
public final class PercentCoding {

  private static final String HEX = "0123456789ABCDEF";

  private PercentCoding() {}

  /**
   * Decodes {@code %XX} once and leaves everything else, also {@code +}, as it is.
   *
   * @return the text, or null when an escape is broken, the bytes are not UTF-8, or a control
   *     character stands there raw: no URL holds one, and to other readers of the request a line
   *     break ends it
   */
  public static @Nullable String decode(String encoded) {
    return decode(encoded, false);
  }

  /** Decodes as {@link #decode(String)} does, and {@code +} to a blank: the form of a query. */
  public static @Nullable String decodeQuery(String encoded) {
    return decode(encoded, true);
  }

  private static @Nullable String decode(String encoded, boolean plusIsBlank) {
    if (isPlain(encoded, plusIsBlank)) {
      return encoded;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
    for (int i = 0; i < encoded.length(); i++) {
      char c = encoded.charAt(i);
      if (c == '%') {
        int octet = i + 2 < encoded.length() ? octetAt(encoded, i + 1) : -1;
        if (octet < 0) {
          return null;
        }
        bytes.write(octet);
        i += 2;
      } else if (c == '+' && plusIsBlank) {
        bytes.write(' ');
      } else if (isControl(c)) {
        return null;
      } else {
        // The transport hands over raw bytes as ISO-8859-1 characters.
        bytes.write(c);
      }
    }
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
    } catch (CharacterCodingException notUtf8) {
      return null;
    }
  }

  private static boolean isControl(char c) {
    return c < ' ' || c == 127;
  }

  private static int octetAt(String encoded, int index) {
    int high = Character.digit(encoded.charAt(index), 16);
    int low = Character.digit(encoded.charAt(index + 1), 16);
    return high < 0 || low < 0 ? -1 : (high << 4) | low;
  }

  private static boolean isPlain(String encoded, boolean plusIsBlank) {
    for (int i = 0; i < encoded.length(); i++) {
      char c = encoded.charAt(i);
      if (c == '%' || c > 126 || c < ' ' || (c == '+' && plusIsBlank)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Encodes as listings do under {@code encoding-type=url}: letters, digits and {@code -_.*} and
   * {@code /} stay, a blank becomes {@code +}, every other byte {@code %XX}.
   */
  public static String encodeForListing(String text) {
    return encode(text, "-_.*/", true);
  }

  /** Encodes everything but the unreserved characters of RFC 3986; a slash becomes {@code %2F}. */
  public static String encode(String text) {
    return encode(text, "-_.~", false);
  }

  private static String encode(String text, String kept, boolean blankAsPlus) {
    if (isKept(text, kept)) {
      return text;
    }
    StringBuilder encoded = new StringBuilder(text.length() + 16);
    for (byte b : text.getBytes(UTF_8)) {
      char c = (char) (b & 0xFF);
      if (isAlphanumeric(c) || kept.indexOf(c) >= 0) {
        encoded.append(c);
      } else if (c == ' ' && blankAsPlus) {
        encoded.append('+');
      } else {
        encoded.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      }
    }
    return encoded.toString();
  }

  private static boolean isKept(String text, String kept) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isAlphanumeric(c) && kept.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
