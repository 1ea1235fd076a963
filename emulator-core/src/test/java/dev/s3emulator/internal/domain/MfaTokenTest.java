package dev.s3emulator.internal.domain;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The form of {@code x-amz-mfa} (delete-semantics 5). */
class MfaTokenTest {

  @ParameterizedTest
  @CsvSource({
    "20899872 301749, 20899872, 301749",
    "arn:aws:iam::111122223333:mfa/root-account-mfa-device 123456,"
        + " arn:aws:iam::111122223333:mfa/root-account-mfa-device, 123456",
    "x 000000, x, 000000"
  })
  void serialAndCodeAreSeparatedByOneSpace(String header, String serial, String code) {
    assertThat(MfaToken.parse(header)).isEqualTo(new MfaToken(serial, code));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "970589",
        "20899872",
        "20899872 ",
        " 301749",
        "20899872 30174",
        "20899872 3017490",
        "20899872  301749",
        "20899872 301749 ",
        "20899872\t301749",
        "20899872 30174x",
        "20899872 301 749",
        "20899872 \u0663\u0660\u0661\u0667\u0664\u0669"
      })
  void otherFormsAreInvalidArgument(String header) {
    S3Exception refused = catchThrowableOfType(S3Exception.class, () -> MfaToken.parse(header));

    assertThat(refused.error()).isEqualTo(S3Error.INVALID_ARGUMENT);
    assertThat(refused)
        .hasMessage(
            "Mfa header is invalid -- the header should be formatted as"
                + " {serialNumber}(space){tokenCode}");
    assertThat(refused.elements())
        .containsExactly(entry("ArgumentName", "x-amz-mfa"), entry("ArgumentValue", header));
  }
}
