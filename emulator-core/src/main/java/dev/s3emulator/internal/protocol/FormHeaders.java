package dev.s3emulator.internal.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.protocol.form.FormFields;

/** The fields of a form as the headers that say the same in other uploads. */
public final class FormHeaders {

  private static final String ACL = "acl";

  private FormHeaders() {}

  /**
   * Returns the headers.
   *
   * <p>User metadata is text. All else is bytes as in a head, where UTF-8 stands as ISO-8859-1.
   *
   * @throws S3Exception InvalidArgument if a value could not be sent as a header: it would end up
   *     in the head of an answer
   */
  public static Headers of(FormFields fields) {
    Headers.Builder headers = Headers.builder();
    fields
        .values()
        .forEach(
            (name, value) -> {
              if (isHeader(name)) {
                requireNoControl(name, value);
                headers.add(
                    name.equals(ACL) ? S3Headers.ACL : name,
                    name.startsWith(S3Headers.META_PREFIX)
                        ? value
                        : new String(value.getBytes(UTF_8), ISO_8859_1));
              }
            });
    return headers.build();
  }

  /** The others are about the form itself, or documents. */
  private static boolean isHeader(String name) {
    return switch (name) {
      case "key", "policy", "tagging" -> false;
      default -> true;
    };
  }

  private static void requireNoControl(String name, String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if ((c < ' ' && c != '\t') || c == 0x7F) {
        throw S3Exception.invalidArgument(
            "Header value cannot be represented using ISO-8859-1.", name, value);
      }
    }
  }
}
