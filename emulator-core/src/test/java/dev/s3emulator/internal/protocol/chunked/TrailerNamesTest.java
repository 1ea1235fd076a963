package dev.s3emulator.internal.protocol.chunked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.s3emulator.internal.protocol.chunked.ChunkedFramingException.Kind;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrailerNamesTest {
  @Test
  void namesAreLowerCaseAndKeepTheirOrder() {
    assertThat(TrailerNames.parse("X-Amz-Checksum-SHA256 , x-amz-checksum-crc32").names())
        .containsExactly("x-amz-checksum-sha256", "x-amz-checksum-crc32");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ","})
  void emptyListAnnouncesNothing(String header) {
    assertThat(TrailerNames.parse(header)).isEqualTo(TrailerNames.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x-amz-meta-a",
        "x-amz-trailer-signature",
        "x-amz-checksum-foo",
        "x-amz-checksum-crc32,content-md5"
      })
  void onlyChecksumsAreSupported(String header) {
    assertThatThrownBy(() -> TrailerNames.parse(header))
        .asInstanceOf(InstanceOfAssertFactories.type(ChunkedFramingException.class))
        .extracting(ChunkedFramingException::kind)
        .isEqualTo(Kind.TRAILER_NOT_SUPPORTED);
  }
}
