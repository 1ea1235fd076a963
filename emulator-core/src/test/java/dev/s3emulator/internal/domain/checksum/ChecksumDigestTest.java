package dev.s3emulator.internal.domain.checksum;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChecksumDigestTest {
  private static final String DELETE_BODY =
      "<Delete xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Object><Key>a.txt</Key></Object>"
          + "<Quiet>false</Quiet></Delete>";

  @ParameterizedTest
  @CsvSource({
    "CRC32, '', AAAAAA==",
    "CRC32, 123456789, y/Q5Jg==",
    "CRC32, hello world, DUoRhQ==",
    "CRC32C, '', AAAAAA==",
    "CRC32C, 123456789, 4waSgw==",
    "CRC32C, hello world, yZRlqg==",
    "CRC64NVME, '', AAAAAAAAAAA=",
    "CRC64NVME, 123456789, rosUhgp5mIg=",
    "CRC64NVME, hello world, jSnVw/bqjr4=",
    "SHA1, 123456789, 98O8HYCOBHMq32eZZczDTKeuNEE=",
    "SHA256, 123456789, FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU=",
    "SHA512, 123456789,"
        + " 2eZ2LdHI6vbWGzxhkvxAjU1tXxF20MKRabwk5xw/J0rSf81YEbMT1oH35V7A"
        + "LXPUmclUVba1u1A6z1dPuo/+hQ==",
    "MD5, 123456789, JfnnlDI7RTiF9RgfG2JNCw==",
  })
  void computesKnownChecksumsOfShortText(
      ChecksumAlgorithm algorithm, String text, String expectedBase64) {
    assertThat(Bytes.checksum(algorithm, Bytes.of(text)).base64()).isEqualTo(expectedBase64);
  }

  @ParameterizedTest
  @CsvSource({
    "MD5, hiyH+UL7WoFTNJvN+VSYgg==",
    "CRC32, PkhhAg==",
    "CRC32C, LraNEg==",
    "CRC64NVME, vQHRF8yohNw=",
    "SHA256, FBGK6SGFZb5FIhngU69Vzrn6Cc+zYYwN76mJ1E5MA+c=",
  })
  void computesKnownChecksumsOfDeleteBody(ChecksumAlgorithm algorithm, String expectedBase64) {
    assertThat(Bytes.checksum(algorithm, Bytes.of(DELETE_BODY)).base64()).isEqualTo(expectedBase64);
  }

  @Test
  void computesTheCrc32cOfTheAwsTrailerExample() {
    assertThat(Bytes.checksum(ChecksumAlgorithm.CRC32C, Bytes.of("a".repeat(66560))).base64())
        .isEqualTo("sOO8/Q==");
  }

  @Test
  void crc64NvmeAgreesWithTheBitwiseDefinitionForEveryShortLength() {
    byte[] data = Bytes.sequence(100);
    for (int length = 0; length <= data.length; length++) {
      long expected = bitwiseCrc64Nvme(data, length);
      byte[] actual = Bytes.digest(ChecksumAlgorithm.CRC64NVME, data, length, 37);
      assertThat(ByteBuffer.wrap(actual).getLong()).as("length %d", length).isEqualTo(expected);
    }
  }

  private static long bitwiseCrc64Nvme(byte[] data, int length) {
    long crc = -1;
    for (int i = 0; i < length * 8; i++) {
      long bit = (crc ^ (data[i / 8] >> (i % 8))) & 1;
      crc = (crc >>> 1) ^ (bit == 0 ? 0 : 0x9A6C9329AC4BC9B5L);
    }
    return ~crc;
  }

  @ParameterizedTest
  @EnumSource
  void theSizeOfThePiecesDoesNotMatter(ChecksumAlgorithm algorithm) {
    byte[] data = Bytes.sequence(3000);
    byte[] expected = Bytes.digest(algorithm, data, data.length, data.length);

    for (int piece : new int[] {1, 3, 16, 31, 64, 250, 1024, 1025, 2999}) {
      assertThat(Bytes.digest(algorithm, data, data.length, piece))
          .as("pieces of %d", piece)
          .isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource
  void takesAndConsumesAnyKindOfBuffer(ChecksumAlgorithm algorithm) {
    byte[] data = Bytes.sequence(20_000);
    byte[] expected = Bytes.digest(algorithm, data, data.length, data.length);
    ByteBuffer direct = ByteBuffer.allocateDirect(data.length).put(data).flip();
    ByteBuffer offset = ByteBuffer.allocate(data.length + 9).position(5).slice();
    offset.put(data).flip();

    for (ByteBuffer buffer :
        new ByteBuffer[] {direct, offset, ByteBuffer.wrap(data).asReadOnlyBuffer()}) {
      ChecksumDigest digest = algorithm.newDigest();
      digest.update(buffer);

      assertThat(digest.digest()).as("%s", buffer).isEqualTo(expected);
      assertThat(buffer.hasRemaining()).as("%s", buffer).isFalse();
    }
  }
}
