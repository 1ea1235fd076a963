package dev.s3emulator.internal.protocol.chunked;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadFormTest {
  @ParameterizedTest
  @CsvSource({
    "STREAMING-AWS4-HMAC-SHA256-PAYLOAD, true, false, false",
    "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER, true, true, false",
    "STREAMING-UNSIGNED-PAYLOAD-TRAILER, false, true, false",
    "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD, true, false, true",
    "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD-TRAILER, true, true, true",
  })
  void literalTellsSignatureAndTrailer(
      String literal, boolean signed, boolean trailer, boolean sigV4A) {
    PayloadForm form = PayloadForm.parse(literal).orElseThrow();

    assertThat(form.isSigned()).isEqualTo(signed);
    assertThat(form.hasTrailer()).isEqualTo(trailer);
    assertThat(form.isSigV4A()).isEqualTo(sigV4A);
  }

  @ParameterizedTest
  @EnumSource
  void isFoundByItsLiteral(PayloadForm form) {
    assertThat(PayloadForm.parse(form.literal())).contains(form);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "UNSIGNED-PAYLOAD",
        "streaming-unsigned-payload-trailer",
        "STREAMING-UNSIGNED-PAYLOAD",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
      })
  void otherValuesAreNotChunked(String value) {
    assertThat(PayloadForm.parse(value)).isEmpty();
  }
}
