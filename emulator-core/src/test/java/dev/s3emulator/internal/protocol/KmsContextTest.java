package dev.s3emulator.internal.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.s3emulator.internal.domain.S3Exception;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KmsContextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        " { } ",
        "{\"a\":\"b\"}",
        "{\"a\" : \"b\",\n\"c\" :\t\"\"}",
        "{\"\\\"\\\\\\u00e9\":\"é{}:,\"}"
      })
  void objectOfStringsIsAContext(String json) {
    String header = Base64.getEncoder().encodeToString(json.getBytes(UTF_8));

    assertThat(KmsContext.require(header)).isEqualTo(header);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "\"a\"",
        "{\"a\":1}",
        "{\"a\":{}}",
        "{\"a\":\"b\",}",
        "{\"a\" \"b\"}",
        "{a:b}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\n\"}",
        "{\"a\":\"b\"}{}",
        "{\0:\0}"
      })
  void anythingElseIsNone(String json) {
    String header = Base64.getEncoder().encodeToString(json.getBytes(UTF_8));

    assertThatThrownBy(() -> KmsContext.require(header)).isInstanceOf(S3Exception.class);
  }

  @Test
  void whatIsNoBase64OrNoUtf8IsNone() {
    assertThatThrownBy(() -> KmsContext.require("{}")).isInstanceOf(S3Exception.class);
    assertThatThrownBy(() -> KmsContext.require("/w==")).isInstanceOf(S3Exception.class);
  }

  @Test
  void longContextsAreRead() {
    String json = "{" + "\"\":\"\\n\",".repeat(5000) + "\"\":\"\"}";

    String header = Base64.getEncoder().encodeToString(json.getBytes(UTF_8));
    assertThat(KmsContext.require(header)).isEqualTo(header);
  }
}
