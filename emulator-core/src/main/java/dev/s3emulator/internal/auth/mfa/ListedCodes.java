package dev.s3emulator.internal.auth.mfa;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Codes that a test has chosen; each is right at any time.
 *
 * @param codes at least one
 */
public record ListedCodes(List<String> codes) implements TokenCodes {

  /** Copies the list. */
  public ListedCodes {
    codes = List.copyOf(codes);
  }

  /** Returns the first code: a list has no time. */
  @Override
  public String codeAt(Instant now) {
    return codes.get(0);
  }

  @Override
  public LongStream find(String code, Instant now) {
    return IntStream.range(0, codes.size())
        .filter(index -> codes.get(index).equals(code))
        .asLongStream();
  }

  @Override
  public String expectation(Instant now) {
    return "one of the codes that it was given";
  }

  @Override
  public String toString() {
    return "ListedCodes[" + codes.size() + "]";
  }
}
