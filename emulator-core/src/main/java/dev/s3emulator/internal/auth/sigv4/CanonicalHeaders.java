package dev.s3emulator.internal.auth.sigv4;

import dev.s3emulator.internal.protocol.Headers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a canonical request: those that are signed, sorted.
 *
 * @param lines name and value in the order of the canonical request
 */
record CanonicalHeaders(List<Line> lines) {

  /** One header: its name in lower case, its values folded and joined. */
  record Line(String name, String value) {}

  static CanonicalHeaders of(Headers headers, SignedHeaders signed) {
    List<Line> lines = new ArrayList<>(signed.names().size());
    for (String name : signed.names()) {
      lines.add(new Line(name, value(headers.all(name))));
    }
    return new CanonicalHeaders(lines);
  }

  /** A header that is signed but did not arrive has an empty value. */
  static String value(List<String> values) {
    if (values.size() == 1) {
      return fold(values.get(0));
    }
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      joined.append(i == 0 ? "" : ",").append(fold(values.get(i)));
    }
    return joined.toString();
  }

  /** Trims the value and makes one blank of a run of them. */
  static String fold(String value) {
    if (isFolded(value)) {
      return value;
    }
    StringBuilder folded = new StringBuilder(value.length());
    boolean afterBlank = true;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean blank = isBlank(c);
      if (!blank || !afterBlank) {
        folded.append(blank ? ' ' : c);
      }
      afterBlank = blank;
    }
    int length = folded.length();
    if (length > 0 && folded.charAt(length - 1) == ' ') {
      folded.setLength(length - 1);
    }
    return folded.toString();
  }

  private static boolean isFolded(String value) {
    boolean afterBlank = true;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean blank = isBlank(c);
      if (blank && (afterBlank || c != ' ')) {
        return false;
      }
      afterBlank = blank;
    }
    return value.isEmpty() || !afterBlank;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  void appendTo(StringBuilder text) {
    for (Line line : lines) {
      text.append(line.name()).append(':').append(line.value()).append('\n');
    }
  }

  /** Appends the names, separated by semicolons. */
  void appendNamesTo(StringBuilder text) {
    for (int i = 0; i < lines.size(); i++) {
      text.append(i == 0 ? "" : ";").append(lines.get(i).name());
    }
  }

  /** Returns the value of a header, or null if it is not signed. */
  @Nullable String value(String name) {
    for (Line line : lines) {
      if (line.name().equals(name)) {
        return line.value();
      }
    }
    return null;
  }

  /** Returns the headers with another value of one. */
  CanonicalHeaders with(String name, String value) {
    return new CanonicalHeaders(
        lines.stream()
            .map(line -> line.name().equals(name) ? new Line(name, value) : line)
            .toList());
  }

  /** Returns the headers without one. */
  CanonicalHeaders without(String name) {
    return new CanonicalHeaders(lines.stream().filter(line -> !line.name().equals(name)).toList());
  }
}
