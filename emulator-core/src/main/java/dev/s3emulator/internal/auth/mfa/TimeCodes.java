package dev.s3emulator.internal.auth.mfa;

import dev.s3emulator.internal.auth.sigv4.Hmac;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.stream.LongStream;

/**
 * Codes by time, as virtual devices show them (RFC 6238): HMAC-SHA1, six digits, a new one every 30
 * seconds. The codes before and after the current one count too, as the RFC recommends for clocks
 * that differ a little; how far AWS goes is not documented.
 *
 * @param seed the secret, in Base32 without blanks and padding
 */
public record TimeCodes(String seed) implements TokenCodes {

  /** 80 bits, the least that authenticator apps take. */
  private static final int MIN_DIGITS = 16;

  private static final int STEP_SECONDS = 30;
  private static final int MODULUS = 1_000_000;

  /**
   * Normalizes the seed.
   *
   * @throws IllegalArgumentException if it is not Base32 or too short
   */
  public TimeCodes {
    seed = Base32.normalize(seed);
    if (!Base32.isValid(seed)) {
      // Not shown: it is as secret as a right one, from which it may differ in one character.
      throw new IllegalArgumentException(
          "The seed of an MFA device is Base32: letters and the digits 2 to 7.");
    }
    if (seed.length() < MIN_DIGITS) {
      throw new IllegalArgumentException(
          "The seed of an MFA device has at least " + MIN_DIGITS + " characters of Base32.");
    }
  }

  @Override
  public String codeAt(Instant now) {
    return code(hmac(), step(now));
  }

  @Override
  public LongStream find(String code, Instant now) {
    Hmac hmac = hmac();
    long step = step(now);
    return LongStream.of(step, step - 1, step + 1).filter(each -> code(hmac, each).equals(code));
  }

  @Override
  public String expectation(Instant now) {
    return "the one that it shows at " + now + ", or up to 30 seconds before or after";
  }

  private Hmac hmac() {
    return new Hmac("SHA-1", Base32.decode(seed));
  }

  private static long step(Instant now) {
    return Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
  }

  /** RFC 4226, section 5.3. */
  private static String code(Hmac hmac, long step) {
    byte[] hash = hmac.sign(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    int offset = hash[hash.length - 1] & 0xf;
    int truncated = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
    String digits = Integer.toString(truncated % MODULUS);
    return "0".repeat(6 - digits.length()) + digits;
  }

  @Override
  public String toString() {
    return "TimeCodes[]";
  }
}
