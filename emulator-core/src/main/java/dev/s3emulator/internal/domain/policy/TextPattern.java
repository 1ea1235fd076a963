package dev.s3emulator.internal.domain.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A text of a policy, taken apart once: characters, wildcards, and variables that each request
 * replaces. What a variable brings along is never a wildcard.
 */
public final class TextPattern {

  /** Which characters of a text mean something else than themselves. */
  public record Syntax(boolean wildcards, boolean variables, boolean ignoreCase) {

    /** Returns the syntax without variables, as in policies of the first version. */
    public Syntax variables(boolean allowed) {
      return new Syntax(wildcards, variables && allowed, ignoreCase);
    }
  }

  private final String text;
  private final boolean ignoreCase;

  /** Symbols of {@link Glob} and variables in turn. */
  private final List<Piece> pieces;

  /** The whole pattern, if it has no variables. */
  private final @Nullable Glob fixed;

  private TextPattern(String text, boolean ignoreCase, List<Piece> pieces) {
    this.text = text;
    this.ignoreCase = ignoreCase;
    this.pieces = List.copyOf(pieces);
    fixed =
        pieces.stream().anyMatch(Variable.class::isInstance) ? null : glob(ConditionValues.NONE);
  }

  /** Takes a text apart. What looks like a variable but is none stays as it is. */
  public static TextPattern parse(String text, Syntax syntax) {
    return new TextPattern(text, syntax.ignoreCase(), new Scanner(text, syntax).pieces());
  }

  /** Returns the text as the policy has it. */
  public String text() {
    return text;
  }

  /** Returns whether some requests match it and others with the same text do not. */
  public boolean hasVariables() {
    return fixed == null;
  }

  /** Returns whether a request has a value for each variable. */
  public boolean isResolvable(ConditionValues context) {
    return fixed != null || glob(context) != null;
  }

  /** Returns whether a text matches; none does if a variable has no value. */
  public boolean matches(String candidate, ConditionValues context) {
    Glob glob = fixed == null ? glob(context) : fixed;
    return glob != null && glob.matches(candidate);
  }

  private @Nullable Glob glob(ConditionValues context) {
    IntStream symbols = IntStream.empty();
    for (Piece piece : pieces) {
      int[] resolved = piece.symbols(context);
      if (resolved == null) {
        return null;
      }
      symbols = IntStream.concat(symbols, IntStream.of(resolved));
    }
    return Glob.of(symbols, ignoreCase);
  }

  /** Two patterns of one text are equal: that is all that is known where they are compared. */
  @Override
  public boolean equals(Object other) {
    return other instanceof TextPattern that
        && text.equals(that.text)
        && ignoreCase == that.ignoreCase
        && pieces.size() == that.pieces.size();
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }

  /** A part of a pattern. */
  private interface Piece {
    /** Returns the symbols, or null if the request does not have the value. */
    int @Nullable [] symbols(ConditionValues context);
  }

  private record Fixed(int[] known) implements Piece {
    @Override
    public int[] symbols(ConditionValues context) {
      return known;
    }
  }

  private record Variable(ConditionKey key, Optional<String> otherwise) implements Piece {
    @Override
    public int @Nullable [] symbols(ConditionValues context) {
      // A key with several values stands for none of them.
      Optional<String> value =
          context.of(key).filter(values -> values.size() == 1).map(values -> values.get(0));
      return value.or(() -> otherwise).map(found -> found.codePoints().toArray()).orElse(null);
    }
  }

  /** Takes one text apart. */
  private static final class Scanner {
    private final String text;
    private final Syntax syntax;
    private final List<Piece> pieces = new ArrayList<>();
    private List<Integer> symbols = new ArrayList<>();
    private int at;

    Scanner(String text, Syntax syntax) {
      this.text = text;
      this.syntax = syntax;
    }

    List<Piece> pieces() {
      while (at < text.length()) {
        int end = syntax.variables() && text.startsWith("${", at) ? text.indexOf('}', at) : -1;
        if (end > 0) {
          variable(text.substring(at + 2, end));
          at = end + 1;
        } else {
          character(text.codePointAt(at));
        }
      }
      flush();
      return pieces;
    }

    private void character(int found) {
      if (syntax.wildcards() && found == '*') {
        symbols.add(Glob.ANY_TEXT);
      } else if (syntax.wildcards() && found == '?') {
        symbols.add(Glob.ANY_CHARACTER);
      } else {
        symbols.add(found);
      }
      at += Character.charCount(found);
    }

    private void variable(String inside) {
      String name = inside.strip();
      if (name.equals("*") || name.equals("?") || name.equals("$")) {
        symbols.add((int) name.charAt(0));
        return;
      }
      int comma = inside.indexOf(',');
      Optional<String> otherwise = Optional.empty();
      if (comma >= 0) {
        name = inside.substring(0, comma).strip();
        otherwise = Optional.of(unquote(inside.substring(comma + 1).strip()));
      }
      flush();
      pieces.add(new Variable(ConditionKey.parse(name), otherwise));
    }

    private static String unquote(String value) {
      boolean quoted = value.length() >= 2 && value.startsWith("'") && value.endsWith("'");
      return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private void flush() {
      if (!symbols.isEmpty()) {
        pieces.add(new Fixed(symbols.stream().mapToInt(Integer::intValue).toArray()));
        symbols = new ArrayList<>();
      }
    }
  }
}
