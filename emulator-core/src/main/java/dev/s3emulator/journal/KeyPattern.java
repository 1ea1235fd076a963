package dev.s3emulator.journal;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A pattern of keys with the wildcards of policies: {@code *} and {@code ?}. */
final class KeyPattern {

  private static final Pattern PART = Pattern.compile("[*?]|[^*?]+");

  private KeyPattern() {}

  static Predicate<String> of(String pattern) {
    String regex =
        PART.matcher(pattern)
            .replaceAll(
                part ->
                    switch (part.group()) {
                      case "*" -> ".*";
                      case "?" -> ".";
                      default -> Matcher.quoteReplacement(Pattern.quote(part.group()));
                    });
    return Pattern.compile(regex, Pattern.DOTALL).asMatchPredicate();
  }
}
