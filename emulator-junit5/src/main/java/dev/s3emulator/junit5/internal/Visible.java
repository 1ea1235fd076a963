package dev.s3emulator.junit5.internal;

import java.util.Locale;

/** Makes text that came from clients fit to be printed: one line, and nothing that hides. */
public final class Visible {

  private Visible() {}

  /**
   * Returns the text with an escape for each character that would break the line, move a terminal's
   * cursor, turn the direction of the text or cannot be encoded.
   */
  public static String of(String text) {
    int at = 0;
    while (at < text.length() && !isHidden(text, at)) {
      at++;
    }
    if (at == text.length()) {
      return text;
    }
    StringBuilder visible = new StringBuilder(text.length() + 16).append(text, 0, at);
    for (; at < text.length(); at++) {
      if (isHidden(text, at)) {
        visible.append(escape(text.charAt(at)));
      } else {
        visible.append(text.charAt(at));
      }
    }
    return visible.toString();
  }

  /** Returns the text made visible and no longer than this many characters. */
  public static String of(String text, int limit) {
    String visible = of(text);
    return visible.length() <= limit ? visible : visible.substring(0, limit - 1) + "…";
  }

  private static boolean isHidden(String text, int at) {
    char c = text.charAt(at);
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          true;
      case Character.SURROGATE -> !isPaired(text, at);
      default -> false;
    };
  }

  private static boolean isPaired(String text, int at) {
    return Character.isHighSurrogate(text.charAt(at))
        ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
        : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
  }

  private static String escape(char c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> String.format(Locale.ROOT, "\\u%04X", (int) c);
    };
  }
}
