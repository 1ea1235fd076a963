package dev.s3emulator.internal.http;

/**
 * What may stand in the head of an answer.
 *
 * <p>Values that a client chose come from headers, where HTTP allows no line break, but also from
 * parameters, forms and fixtures, where anything may stand. Undertow writes the low byte of each
 * character; so a character such as U+010A would become a line feed and could begin a header of its
 * own.
 */
final class HeaderText {

  private HeaderText() {}

  /** Returns the value with a blank in the place of each character that no header may hold. */
  static String of(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (!isText(value.charAt(i))) {
        return cleaned(value);
      }
    }
    return value;
  }

  /** Returns whether this is the name of a header. */
  static boolean isName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c <= ' ' || c > 126 || c == ':') {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private static String cleaned(String value) {
    StringBuilder text = new StringBuilder(value.length());
    value.chars().forEach(c -> text.append(isText((char) c) ? (char) c : ' '));
    return text.toString();
  }

  private static boolean isText(char c) {
    return (c >= ' ' && c < 127) || (c > 127 && c < 256) || c == '\t';
  }
}
