package dev.s3emulator.internal.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.s3emulator.internal.domain.S3Exception;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The form of {@code x-amz-server-side-encryption-context}: a JSON object of strings in base64.
 *
 * <p>It is only checked, never read, so it needs no parser: escapes, strings and the object are
 * looked at one after the other.
 */
public final class KmsContext {

  /** Stands for a string whose end was found; no JSON text holds it. */
  private static final String STRING = "\0";

  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:[\"\\\\/bfnrt]|u[0-9a-fA-F]{4})");
  private static final Pattern QUOTED = Pattern.compile("\"[^\"\\\\\\x00-\\x1f]*+\"");
  private static final Pattern MAP = Pattern.compile("\\{(?:\0:\0(?:,\0:\0)*+)?\\}");

  private KmsContext() {}

  /**
   * Returns the value of the header.
   *
   * @throws S3Exception InvalidArgument if it has another form
   */
  public static String require(String header) {
    if (!isMap(header)) {
      throw S3Exception.invalidArgument(
          "The header 'x-amz-server-side-encryption-context' shall be Base64-encoded UTF-8 string"
              + " holding JSON which represents a string-string map",
          S3Headers.SERVER_SIDE_ENCRYPTION_CONTEXT,
          header);
    }
    return header;
  }

  private static boolean isMap(String base64) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(base64));
      String json = UTF_8.newDecoder().decode(bytes).toString();
      if (json.contains(STRING)) {
        return false;
      }
      String withoutEscapes = ESCAPE.matcher(json).replaceAll("x");
      String withoutStrings = QUOTED.matcher(withoutEscapes).replaceAll(STRING);
      return MAP.matcher(withoutStrings.replaceAll("[ \\t\\r\\n]", "")).matches();
    } catch (IllegalArgumentException | CharacterCodingException otherBytes) {
      return false;
    }
  }
}
