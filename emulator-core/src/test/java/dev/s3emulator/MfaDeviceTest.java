package dev.s3emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MfaDeviceTest {

  private static final String SERIAL = "arn:aws:iam::123456789012:mfa/root-account-mfa-device";

  /** The secret of the vectors, {@code 12345678901234567890}. */
  private static final String SEED = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

  /** The last six of the eight digits of RFC 6238, appendix B, mode SHA1. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void codesAreThoseOfTheVectors(long seconds, String code) {
    MfaDevice device = MfaDevice.of(SERIAL, SEED);

    assertThat(device.codeAt(Instant.ofEpochSecond(seconds))).isEqualTo(code);
    assertThat(device.headerAt(Instant.ofEpochSecond(seconds))).isEqualTo(SERIAL + " " + code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gezdgnbvgy3tqojqgezdgnbvgy3tqojq",
        "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ",
        "gezd-gnbv-gy3t-qojq-gezd-gnbv-gy3t-qojq",
        "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ===="
      })
  void seedMayBeWrittenInOtherWays(String seed) {
    assertThat(MfaDevice.of(SERIAL, seed)).isEqualTo(MfaDevice.of(SERIAL, SEED));
  }

  /** AWS gives seeds of 64 characters. */
  @Test
  void longSeedIsTaken() {
    assertThat(MfaDevice.of(SERIAL, SEED + SEED).codeAt(Instant.EPOCH)).matches("[0-9]{6}");
  }

  @Test
  void listedCodesHaveNoTime() {
    MfaDevice device = MfaDevice.withCodes("20899872", "301749", "123456");

    assertThat(device.serialNumber()).isEqualTo("20899872");
    assertThat(device.codeAt(Instant.EPOCH)).isEqualTo("301749");
    assertThat(device.headerAt(Instant.parse("2026-01-01T00:00:00Z"))).isEqualTo("20899872 301749");
  }

  @Test
  void singleUseIsAskedFor() {
    MfaDevice device = MfaDevice.of(SERIAL, SEED);

    assertThat(device.isSingleUse()).isFalse();
    assertThat(device.singleUse().isSingleUse()).isTrue();
    assertThat(device.singleUse().codeAt(Instant.EPOCH)).isEqualTo(device.codeAt(Instant.EPOCH));
  }

  @Test
  void equalDevicesShowTheSameCodes() {
    MfaDevice device = MfaDevice.withCodes("20899872", "301749");

    assertThat(device)
        .isEqualTo(MfaDevice.withCodes("20899872", "301749"))
        .hasSameHashCodeAs(MfaDevice.withCodes("20899872", "301749"))
        .isNotEqualTo(MfaDevice.withCodes("20899873", "301749"))
        .isNotEqualTo(MfaDevice.withCodes("20899872", "301748"))
        .isNotEqualTo(MfaDevice.of("20899872", SEED))
        .isNotEqualTo(device.singleUse());
  }

  @Test
  void seedAndCodesAreNotShown() {
    assertThat(MfaDevice.of(SERIAL, SEED)).hasToString("MfaDevice[" + SERIAL + "]");
    assertThat(MfaDevice.withCodes("20899872", "301749").singleUse())
        .hasToString("MfaDevice[20899872, single use]");
    assertThat(User.named("main").mfaDevices(MfaDevice.of(SERIAL, SEED)).toString())
        .doesNotContain(SEED);
    assertThat(MfaDevice.of(SERIAL, SEED).device().toString()).doesNotContain(SEED);
    assertThat(MfaDevice.withCodes("20899872", "301749").device().toString())
        .doesNotContain("301749");
  }

  static Stream<Arguments> mistakes() {
    String notBase32 = "The seed of an MFA device is Base32: letters and the digits 2 to 7.";
    String tooShort = "The seed of an MFA device has at least 16 characters of Base32.";
    return Stream.of(
        mistake(
            () -> MfaDevice.withCodes("my phone", "123456"),
            "The serial number \"my phone\" of an MFA device is not one that IAM allows."),
        mistake(
            () -> MfaDevice.of("", SEED),
            "The serial number \"\" of an MFA device is not one that IAM allows."),
        mistake(
            () -> MfaDevice.of("a".repeat(257), SEED),
            "The serial number \""
                + "a".repeat(257)
                + "\" of an MFA device is not one that IAM allows."),
        mistake(() -> MfaDevice.of(SERIAL, SEED.replace('G', '1')), notBase32),
        mistake(() -> MfaDevice.of(SERIAL, SEED + "A"), notBase32),
        mistake(() -> MfaDevice.of(SERIAL, SEED + "ä"), notBase32),
        mistake(() -> MfaDevice.of(SERIAL, ""), tooShort),
        mistake(() -> MfaDevice.of(SERIAL, "GEZDGNBVGY3TQ"), tooShort),
        mistake(() -> MfaDevice.withCodes(SERIAL), "An MFA device has 1 to 1000 codes, not 0."),
        mistake(
            () ->
                MfaDevice.withCodes(
                    SERIAL,
                    IntStream.range(100_000, 101_001)
                        .mapToObj(Integer::toString)
                        .toArray(String[]::new)),
            "An MFA device has 1 to 1000 codes, not 1001."),
        mistake(
            () -> MfaDevice.withCodes(SERIAL, "12345"),
            "The code \"12345\" of the MFA device is not six digits."),
        mistake(
            () -> MfaDevice.withCodes(SERIAL, "123456", "abcdef"),
            "The code \"abcdef\" of the MFA device is not six digits."),
        mistake(
            () -> MfaDevice.withCodes(SERIAL, "123456", "123456"),
            "The code \"123456\" of the MFA device is given twice."));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void whatCannotBeIsRefusedInOneSentence(ThrowingCallable mistake, String message) {
    assertThatIllegalArgumentException().isThrownBy(mistake).withMessage(message);
  }

  private static Arguments mistake(ThrowingCallable mistake, String message) {
    return Arguments.of(mistake, message);
  }
}
