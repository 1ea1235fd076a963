package dev.s3emulator.internal.protocol.form;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The parameters of a header such as {@code form-data; name="key"}, read as browsers write them: in
 * a quoted text only a quotation mark is escaped, so that Windows paths stay what they are.
 */
final class HeaderParameters {

  private HeaderParameters() {}

  /** Returns the parameters behind the first semicolon by lower-case name; the first one counts. */
  static Map<String, String> parse(String header) {
    Map<String, String> parameters = new LinkedHashMap<>();
    int at = endOfValue(header, 0);
    while (at < header.length()) {
      int begin = at + 1;
      int end = endOfValue(header, begin);
      int equals = header.indexOf('=', begin);
      if (equals >= 0 && equals < end) {
        parameters.putIfAbsent(
            header.substring(begin, equals).strip().toLowerCase(Locale.ROOT),
            unquoted(header.substring(equals + 1, end).strip()));
      }
      at = end;
    }
    return parameters;
  }

  /** Returns the index of the next semicolon outside of quotation marks, or the end. */
  private static int endOfValue(String header, int from) {
    boolean quoted = false;
    for (int i = from; i < header.length(); i++) {
      char c = header.charAt(i);
      if (c == '"' && (i == from || header.charAt(i - 1) != '\\')) {
        quoted = !quoted;
      } else if (c == ';' && !quoted) {
        return i;
      }
    }
    return header.length();
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1).replace("\\\"", "\"") : value;
  }
}
