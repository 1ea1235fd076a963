package dev.s3emulator.internal.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Random;

/** Makes inputs out of others: the same ones for the same seed. */
final class Mutations {

  private static final int MAX_LENGTH = 4096;

  /** What readers stumble over. */
  private static final List<String> TOKENS =
      List.of(
          "%",
          "%00",
          "%2F",
          "%F0%9F",
          "\u0000",
          "\r\n",
          "\n",
          "&",
          "=",
          "?",
          "/",
          "//",
          "..",
          ":",
          ";",
          ",",
          "\"",
          "<",
          ">",
          "&#0;",
          "]]>",
          "<!--",
          "{",
          "}",
          "[",
          "\\u",
          "-1",
          "0",
          "+",
          "9223372036854775808",
          "18446744073709551616",
          "1e999",
          "FFFFFFFFFFFFFFFF",
          "\u00c3",
          "\u00ff",
          "\u00f4\u0090\u0080\u0080",
          " ",
          "\t",
          "=?",
          "?=",
          "null",
          "*",
          "-",
          "bytes=");

  private final Random random;
  private final List<String> corpus;

  Mutations(long seed, List<String> corpus) {
    random = new Random(seed);
    this.corpus = corpus;
  }

  byte[] next() {
    StringBuilder text = new StringBuilder(any(corpus));
    for (int rounds = 1 + random.nextInt(6); rounds > 0; rounds--) {
      mutate(text);
    }
    text.setLength(Math.min(text.length(), MAX_LENGTH));
    return text.toString().getBytes(ISO_8859_1);
  }

  private void mutate(StringBuilder text) {
    int at = random.nextInt(text.length() + 1);
    int end = Math.min(text.length(), at + 1 + random.nextInt(8));
    switch (random.nextInt(7)) {
      case 0 -> text.insert(at, any(TOKENS));
      case 1 -> text.replace(at, end, any(TOKENS));
      case 2 -> text.delete(at, end);
      case 3 -> text.insert(at, (char) random.nextInt(256));
      case 4 -> text.insert(at, text.substring(at, end).repeat(random.nextInt(50)));
      case 5 -> {
        String other = any(corpus);
        text.replace(at, text.length(), other.substring(random.nextInt(other.length() + 1)));
      }
      default -> {
        if (at < text.length()) {
          text.setCharAt(at, (char) (text.charAt(at) ^ (1 << random.nextInt(8))));
        }
      }
    }
  }

  private String any(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }
}
