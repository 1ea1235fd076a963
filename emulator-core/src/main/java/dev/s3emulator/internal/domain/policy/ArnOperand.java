package dev.s3emulator.internal.domain.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * An ARN, of which each part between colons is compared on its own, so that no wildcard reaches
 * beyond its part.
 */
record ArnOperand(List<TextPattern> parts) implements ConditionOperand {

  private static final int PARTS = 6;
  private static final TextPattern.Syntax SYNTAX = new TextPattern.Syntax(true, true, false);

  static ArnOperand parse(String text, boolean variables) {
    return new ArnOperand(
        split(text).stream()
            .map(part -> TextPattern.parse(part, SYNTAX.variables(variables)))
            .toList());
  }

  @Override
  public boolean accepts(String actual, ConditionValues context) {
    List<String> actualParts = parts.size() == 1 ? List.of(actual) : split(actual);
    if (actualParts.size() != parts.size()) {
      return false;
    }
    for (int i = 0; i < parts.size(); i++) {
      if (!parts.get(i).matches(actualParts.get(i), context)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean isResolvable(ConditionValues context) {
    return parts.stream().allMatch(part -> part.isResolvable(context));
  }

  /** Splits at the first five colons; those within the name of a variable are none. */
  private static List<String> split(String text) {
    List<String> parts = new ArrayList<>(PARTS);
    int start = 0;
    int depth = 0;
    for (int i = 0; i < text.length() && parts.size() < PARTS - 1; i++) {
      char c = text.charAt(i);
      if (c == '{' && i > 0 && text.charAt(i - 1) == '$') {
        depth++;
      } else if (c == '}' && depth > 0) {
        depth--;
      } else if (c == ':' && depth == 0) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }
}
