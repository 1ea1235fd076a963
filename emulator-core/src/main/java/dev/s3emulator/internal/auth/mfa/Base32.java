package dev.s3emulator.internal.auth.mfa;

import java.io.ByteArrayOutputStream;
import java.util.Locale;

/** Base32 (RFC 4648) as seeds are written: in groups or not, in any case, padded or not. */
final class Base32 {

  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Base32() {}

  /** Returns the text with nothing but the digits, in upper case. */
  static String normalize(String text) {
    return text.replaceAll("[ -]", "").replaceFirst("=+$", "").toUpperCase(Locale.ROOT);
  }

  /** Returns whether a normalized text stands for bytes. */
  static boolean isValid(String digits) {
    // One, three or six digits at the end would be less than a byte more than without them.
    int rest = digits.length() % 8;
    return rest != 1
        && rest != 3
        && rest != 6
        && digits.chars().allMatch(digit -> ALPHABET.indexOf(digit) >= 0);
  }

  /** Returns the bytes of a valid text. */
  static byte[] decode(String digits) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int bits = 0;
    int held = 0;
    for (int i = 0; i < digits.length(); i++) {
      bits = (bits << 5) | ALPHABET.indexOf(digits.charAt(i));
      held += 5;
      if (held >= 8) {
        held -= 8;
        bytes.write(bits >> held);
        bits &= (1 << held) - 1;
      }
    }
    return bytes.toByteArray();
  }
}
