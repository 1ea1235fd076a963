package dev.s3emulator.internal.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** RFC 2047, with which S3 carries text beyond ASCII in the values of user metadata. */
public final class EncodedWords {

  private static final Pattern WORD = Pattern.compile("=\\?([^?\\s]+)\\?([BbQq])\\?([^?\\s]*)\\?=");

  private EncodedWords() {}

  /**
   * Returns the text with its encoded words decoded. White space between two of them vanishes; what
   * cannot be decoded stays as it is.
   */
  public static String decode(String value) {
    if (!value.contains("=?")) {
      return value;
    }
    Matcher words = WORD.matcher(value);
    StringBuilder text = new StringBuilder(value.length());
    int end = 0;
    boolean afterWord = false;
    while (words.find()) {
      String decoded = decode(words.group(1), words.group(2), words.group(3));
      if (decoded == null) {
        continue;
      }
      String between = value.substring(end, words.start());
      text.append(afterWord && between.isBlank() ? "" : between).append(decoded);
      end = words.end();
      afterWord = true;
    }
    return text.append(value, end, value.length()).toString();
  }

  private static @Nullable String decode(String charset, String encoding, String encoded) {
    try {
      byte[] bytes =
          encoding.equalsIgnoreCase("B") ? Base64.getDecoder().decode(encoded) : quoted(encoded);
      return new String(bytes, Charset.forName(charset));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return null;
    } catch (IllegalArgumentException malformed) {
      return null;
    }
  }

  private static byte[] quoted(String encoded) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
    for (int i = 0; i < encoded.length(); i++) {
      char c = encoded.charAt(i);
      if (c == '=' && i + 2 < encoded.length()) {
        bytes.write(HexFormat.fromHexDigits(encoded, i + 1, i + 3));
        i += 2;
      } else if (c == '=' || c > 127) {
        throw new IllegalArgumentException("Not the Q encoding");
      } else {
        bytes.write(c == '_' ? ' ' : c);
      }
    }
    return bytes.toByteArray();
  }

  /**
   * Returns the text as it may stand in a header: ASCII as it is, other text as one encoded word.
   *
   * <p>S3 uses Q for text that is mostly ASCII and B for other text. Whether it splits a long text
   * into several words is not known; one word is what every client decodes.
   */
  public static String encode(String text) {
    int foreign = (int) text.chars().filter(c -> !isPrintable(c)).count();
    if (foreign == 0) {
      return text;
    }
    byte[] bytes = text.getBytes(UTF_8);
    return foreign * 2 < text.length()
        ? "=?UTF-8?Q?" + quote(bytes) + "?="
        : "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes) + "?=";
  }

  private static String quote(byte[] bytes) {
    StringBuilder quoted = new StringBuilder(bytes.length * 2);
    for (byte b : bytes) {
      if (b == ' ') {
        quoted.append('_');
      } else if (!isPrintable(b) || b == '=' || b == '?' || b == '_') {
        quoted.append('=').append(HexFormat.of().withUpperCase().toHexDigits(b));
      } else {
        quoted.append((char) b);
      }
    }
    return quoted.toString();
  }

  private static boolean isPrintable(int c) {
    return (c >= ' ' && c < 127) || c == '\t';
  }
}
