package dev.s3emulator.internal.domain.checksum;

import static dev.s3emulator.internal.domain.checksum.XxHash3Mix.PRIME_32_1;
import static dev.s3emulator.internal.domain.checksum.XxHash3Mix.PRIME_32_2;
import static dev.s3emulator.internal.domain.checksum.XxHash3Mix.PRIME_32_3;
import static dev.s3emulator.internal.domain.checksum.XxHash3Mix.multiplyAndFold;
import static dev.s3emulator.internal.domain.checksum.XxHash3Mix.secretAt;
import static dev.s3emulator.internal.domain.checksum.XxHash64Digest.PRIME_1;
import static dev.s3emulator.internal.domain.checksum.XxHash64Digest.PRIME_2;
import static dev.s3emulator.internal.domain.checksum.XxHash64Digest.PRIME_3;
import static dev.s3emulator.internal.domain.checksum.XxHash64Digest.PRIME_4;
import static dev.s3emulator.internal.domain.checksum.XxHash64Digest.PRIME_5;

import java.nio.ByteBuffer;

/**
 * XXH3 with seed 0 and 64 or 128 bits, in its canonical big-endian form.
 *
 * <p>Up to 240 bytes are kept and hashed at the end by {@link XxHash3Short64} or {@link
 * XxHash3Short128}. Longer input is a row of stripes of 64 bytes, accumulated in eight lanes with a
 * window of the secret that moves on by eight bytes per stripe; after 16 stripes the lanes are
 * scrambled and the window starts again. The last stripe is special: it is the last 64 bytes of the
 * input, whether or not they were accumulated before. Therefore a full buffer is only drained when
 * another byte comes, and its end is kept until it is overwritten.
 *
 * @see <a href="https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md">xxHash
 *     specification</a>
 */
final class XxHash3Digest extends ArrayDigest {
  private static final int SHORT = 240;
  private static final int STRIPE = 64;
  private static final int STRIPES_PER_BLOCK = 16;
  private static final int LAST_STRIPE_SECRET = 121;
  private static final int SCRAMBLE_SECRET = 128;

  private final boolean wide;
  private final byte[] buffer = new byte[16 * STRIPE];
  private final long[] lanes = {
    PRIME_32_3, PRIME_1, PRIME_2, PRIME_3, PRIME_4, PRIME_32_2, PRIME_5, PRIME_32_1
  };
  private int buffered;
  private int stripesInBlock;
  private long total;

  private XxHash3Digest(boolean wide) {
    this.wide = wide;
  }

  static XxHash3Digest xxHash3() {
    return new XxHash3Digest(false);
  }

  static XxHash3Digest xxHash128() {
    return new XxHash3Digest(true);
  }

  @Override
  void update(byte[] bytes, int offset, int length) {
    total += length;
    int next = offset;
    int end = offset + length;
    while (next < end) {
      if (buffered == buffer.length) {
        stripes(buffer.length / STRIPE);
        buffered = 0;
      }
      int fill = Math.min(buffer.length - buffered, end - next);
      System.arraycopy(bytes, next, buffer, buffered, fill);
      buffered += fill;
      next += fill;
    }
  }

  private void stripes(int count) {
    for (int i = 0; i < count; i++) {
      accumulate(buffer, i * STRIPE, stripesInBlock * Long.BYTES);
      stripesInBlock++;
      if (stripesInBlock == STRIPES_PER_BLOCK) {
        scramble();
        stripesInBlock = 0;
      }
    }
  }

  private void accumulate(byte[] bytes, int offset, int secretOffset) {
    for (int lane = 0; lane < lanes.length; lane++) {
      long input = longAt(bytes, offset + lane * Long.BYTES);
      long keyed = input ^ secretAt(secretOffset + lane * Long.BYTES);
      lanes[lane ^ 1] += input;
      lanes[lane] += (keyed & 0xFFFFFFFFL) * (keyed >>> 32);
    }
  }

  private void scramble() {
    for (int lane = 0; lane < lanes.length; lane++) {
      long value = lanes[lane];
      value ^= (value >>> 47) ^ secretAt(SCRAMBLE_SECRET + lane * Long.BYTES);
      lanes[lane] = value * PRIME_32_1;
    }
  }

  @Override
  public byte[] digest() {
    if (total > SHORT) {
      return longDigest();
    }
    int length = (int) total;
    if (wide) {
      XxHash3Short128 hash = new XxHash3Short128(buffer, length);
      return bytes(hash.high(), hash.low());
    }
    return bytes(XxHash3Short64.hash(buffer, length));
  }

  private byte[] longDigest() {
    byte[] lastStripe = lastStripe();
    stripes((buffered - 1) / STRIPE);
    accumulate(lastStripe, 0, LAST_STRIPE_SECRET);
    long low = merge(11, total * PRIME_1);
    return wide ? bytes(merge(117, ~(total * PRIME_2)), low) : bytes(low);
  }

  private byte[] lastStripe() {
    byte[] stripe = new byte[STRIPE];
    int earlier = Math.max(0, STRIPE - buffered);
    System.arraycopy(buffer, buffer.length - earlier, stripe, 0, earlier);
    System.arraycopy(buffer, buffered - (STRIPE - earlier), stripe, earlier, STRIPE - earlier);
    return stripe;
  }

  private long merge(int secretOffset, long start) {
    long sum = start;
    for (int lane = 0; lane < lanes.length; lane += 2) {
      int offset = secretOffset + lane * Long.BYTES;
      sum +=
          multiplyAndFold(
              lanes[lane] ^ secretAt(offset), lanes[lane + 1] ^ secretAt(offset + Long.BYTES));
    }
    return XxHash3Mix.avalanche(sum);
  }

  private static byte[] bytes(long... words) {
    ByteBuffer bytes = ByteBuffer.allocate(words.length * Long.BYTES);
    for (long word : words) {
      bytes.putLong(word);
    }
    return bytes.array();
  }
}
