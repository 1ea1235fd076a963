package dev.s3emulator.internal.operation.object;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.s3emulator.internal.testing.InProcessS3;
import java.util.Base64;

/** Keys of customers, as tests send them: 32 times one letter. */
final class CustomerKeyHeaders {

  static final String PREFIX = "x-amz-server-side-encryption-customer-";
  static final String SOURCE_PREFIX = "x-amz-copy-source-server-side-encryption-customer-";

  private CustomerKeyHeaders() {}

  /** Returns the three headers of a key. */
  static String[] of(String letter) {
    return of(PREFIX, letter);
  }

  /** Returns the three headers of a key of the object or of the source of a copy. */
  static String[] of(String prefix, String letter) {
    byte[] key = letter.repeat(32).getBytes(UTF_8);
    return new String[] {
      prefix + "algorithm",
      "AES256",
      prefix + "key",
      Base64.getEncoder().encodeToString(key),
      prefix + "key-MD5",
      md5(letter)
    };
  }

  static String md5(String letter) {
    return InProcessS3.md5(letter.repeat(32).getBytes(UTF_8));
  }
}
