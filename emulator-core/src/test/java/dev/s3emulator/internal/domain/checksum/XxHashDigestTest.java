package dev.s3emulator.internal.domain.checksum;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values come from the reference implementation, xxHash 0.8.3. */
class XxHashDigestTest {
  @ParameterizedTest
  @CsvSource({
    "'', ef46db3751d8e999, 2d06800538d394c2, 99aa06d3014798d86001c324468d497f",
    "a, d24ec4f1a98c6e5b, e6c632b61e964e1f, a96faf705af16834e6c632b61e964e1f",
    "abc, 44bc2cf5ad770999, 78af5f94892f3950, 06b05ab6733a618578af5f94892f3950",
  })
  void computesKnownHashesOfText(String text, String xxHash64, String xxHash3, String xxHash128) {
    byte[] data = Bytes.of(text);

    assertThat(hex(ChecksumAlgorithm.XXHASH64, data, data.length)).isEqualTo(xxHash64);
    assertThat(hex(ChecksumAlgorithm.XXHASH3, data, data.length)).isEqualTo(xxHash3);
    assertThat(hex(ChecksumAlgorithm.XXHASH128, data, data.length)).isEqualTo(xxHash128);
  }

  @ParameterizedTest
  @CsvSource({
    "1, e934a84adb052768, c44bdff4074eecdb, a6cd5e9392000f6ac44bdff4074eecdb",
    "3, ccca0b4b11573001, dc60907f0d03bf3c, 011821f984eddd5bdc60907f0d03bf3c",
    "8, c2adb181311a84d9, 1ebc59bbb12eb068, 96c4e786c54055c1ab7b101a4d548ebc",
    "16, d1e30009d406ba49, 1eb59087a7a08b5f, 6b14bf4269a0f1f954dcf21d32475653",
    "17, 6726cc901f847ca9, 297a9494384242ba, 5e507c979a9574a13aa0d7acea0bfdb3",
    "128, 8f44c8656b096bdd, 3082edba44360be8, bae15f456e1aa45951be5c520d2bf2db",
    "129, cef7e87d914767b6, 8efe04a0fdbac62c, 1be2c3a0d935cfef31344f2a23cc6548",
    "240, 7ae8264212de9d53, 8181ea2b88f70c3a, 98909aa278486e9ba467ff9695e488eb",
    "241, 107f94e04bd49eef, 40c691fddf1790a9, 10158ac92eb0ac3240c691fddf1790a9",
    "1024, 8c36af9c0bdab8d7, 2e55f623ee047e78, 3b65f678028451892e55f623ee047e78",
    "1025, 9d0b785288a9b60b, 0c88dae8ccb9becb, 465147511d2745810c88dae8ccb9becb",
    "5000, 8bd5280082dbcddf, fecd2378c7dc13cf, d00fce87008db39afecd2378c7dc13cf",
  })
  void computesKnownHashesAroundTheBoundariesOfTheFormulas(
      int length, String xxHash64, String xxHash3, String xxHash128) {
    byte[] data = Bytes.sequence(length);

    assertThat(hex(ChecksumAlgorithm.XXHASH64, data, length)).isEqualTo(xxHash64);
    assertThat(hex(ChecksumAlgorithm.XXHASH3, data, length)).isEqualTo(xxHash3);
    assertThat(hex(ChecksumAlgorithm.XXHASH128, data, length)).isEqualTo(xxHash128);
  }

  /** Compares the hashes of all lengths up to 3000 through the SHA-256 of their concatenation. */
  @ParameterizedTest
  @CsvSource({
    "XXHASH64, f82302352e408bbab3d9c736e74f7c84d2f835ba6ec6352c2292606d604d5fb7",
    "XXHASH3, b944521a96e574df8a1c9cb69317cb7fda9f6cc96c9b0d4f02d214291f7b6884",
    "XXHASH128, b721462f92f23f457f4195c3ef8f08309486f4c890cf047699ca8cd95fe2e4b8",
  })
  void agreesWithTheReferenceForEveryLength(ChecksumAlgorithm algorithm, String expected)
      throws GeneralSecurityException {
    byte[] data = Bytes.sequence(3000);
    MessageDigest all = MessageDigest.getInstance("SHA-256");
    for (int length = 0; length <= data.length; length++) {
      all.update(Bytes.digest(algorithm, data, length, 1000));
    }

    assertThat(HexFormat.of().formatHex(all.digest())).isEqualTo(expected);
  }

  private static String hex(ChecksumAlgorithm algorithm, byte[] data, int length) {
    return HexFormat.of().formatHex(Bytes.digest(algorithm, data, length, 100));
  }
}
