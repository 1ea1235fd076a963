package dev.s3emulator.internal.domain.policy;

import java.util.stream.IntStream;

/**
 * Matches texts with wildcards.
 *
 * @param symbols characters, and the two wildcards as negative numbers
 */
record Glob(int[] symbols, boolean ignoreCase) {

  /** Stands for any characters, also none. */
  static final int ANY_TEXT = -1;

  /** Stands for one character. */
  static final int ANY_CHARACTER = -2;

  /** Makes the glob of characters and wildcards. */
  static Glob of(IntStream symbols, boolean ignoreCase) {
    IntStream compared = ignoreCase ? symbols.map(Glob::fold) : symbols;
    return new Glob(compared.toArray(), ignoreCase);
  }

  /**
   * Returns whether the whole text matches. Only the last {@code *} is ever tried again: what the
   * ones before it took can stay as it is. So the time is the product of both lengths at most.
   */
  boolean matches(String text) {
    int symbol = 0;
    int at = 0;
    int star = -1;
    int resumeAt = 0;
    while (at < text.length()) {
      int found = text.codePointAt(at);
      if (symbol < symbols.length && symbols[symbol] == ANY_TEXT) {
        star = symbol++;
        resumeAt = at;
      } else if (symbol < symbols.length && matches(symbols[symbol], found)) {
        symbol++;
        at += Character.charCount(found);
      } else if (star >= 0) {
        symbol = star + 1;
        resumeAt += Character.charCount(text.codePointAt(resumeAt));
        at = resumeAt;
      } else {
        return false;
      }
    }
    while (symbol < symbols.length && symbols[symbol] == ANY_TEXT) {
      symbol++;
    }
    return symbol == symbols.length;
  }

  private boolean matches(int symbol, int found) {
    return symbol == ANY_CHARACTER || symbol == (ignoreCase ? fold(found) : found);
  }

  private static int fold(int codePoint) {
    if (codePoint < 128) {
      return codePoint >= 'A' && codePoint <= 'Z' ? codePoint + ('a' - 'A') : codePoint;
    }
    return Character.toLowerCase(Character.toUpperCase(codePoint));
  }
}
