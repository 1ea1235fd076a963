package dev.s3emulator.internal.auth.mfa;

import java.time.Instant;
import java.util.stream.LongStream;

/** Where the codes of a device come from. Immutable, and shows none of them as text. */
public sealed interface TokenCodes permits TimeCodes, ListedCodes {

  /** Returns the code that the device shows. */
  String codeAt(Instant now);

  /**
   * Returns which codes of the device a text can be, the likeliest first; none if it is wrong. A
   * number stands for the same code each time, so a device can tell which ones were used.
   */
  LongStream find(String code, Instant now);

  /** Returns, for the journal, which codes would have been right. */
  String expectation(Instant now);
}
