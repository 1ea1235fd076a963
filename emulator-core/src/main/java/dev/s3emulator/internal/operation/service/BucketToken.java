package dev.s3emulator.internal.operation.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.s3emulator.internal.domain.S3Exception;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.CRC32;

/**
 * The continuation token of ListBuckets: the last name of a page behind a check value, so that what
 * was never issued is told apart. It needs no memory and survives a restart.
 */
final class BucketToken {

  private BucketToken() {}

  /** Returns the token of the page that continues after this name. */
  static String after(String name) {
    byte[] bytes = name.getBytes(UTF_8);
    byte[] token = ByteBuffer.allocate(4 + bytes.length).putInt(check(bytes)).put(bytes).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  /**
   * Returns the name that a token continues after.
   *
   * @throws S3Exception InvalidArgument if it was never issued
   */
  static String parse(String token) {
    try {
      ByteBuffer buffer = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
      if (buffer.remaining() > 4) {
        int check = buffer.getInt();
        byte[] name = new byte[buffer.remaining()];
        buffer.get(name);
        if (check == check(name)) {
          return new String(name, UTF_8);
        }
      }
    } catch (IllegalArgumentException notBase64) {
      throw incorrect();
    }
    throw incorrect();
  }

  private static int check(byte[] name) {
    CRC32 crc = new CRC32();
    crc.update("ListBuckets".getBytes(UTF_8));
    crc.update(name);
    return (int) crc.getValue();
  }

  private static S3Exception incorrect() {
    return S3Exception.invalidArgument(
        "The continuation token provided is incorrect", "continuation-token");
  }
}
