package dev.s3emulator.internal.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** HTTP headers as a value. */
class HeadersTest {

  private final Headers headers =
      Headers.of("Content-Type", "a", "X-Amz-Meta-B", "1", "x-amz-meta-a", "2", "CONTENT-type", "");

  @Test
  void namesCompareWithoutCase() {
    assertThat(headers.first("content-TYPE")).isEqualTo("a");
    assertThat(headers.get("x-amz-meta-b")).contains("1");
    assertThat(headers.contains("X-AMZ-META-A")).isTrue();
    assertThat(headers.all("Content-Type")).containsExactly("a", "");
  }

  @Test
  void missingHeaderIsNull() {
    assertThat(headers.first("Content")).isNull();
    assertThat(headers.get("Host")).isEmpty();
    assertThat(headers.contains("Host")).isFalse();
    assertThat(headers.all("Host")).isEmpty();
  }

  @Test
  void emptyHeaderIsThere() {
    assertThat(Headers.of("Range", "").contains("range")).isTrue();
  }

  @Test
  void spellingAndOrderAreKept() {
    assertThat(headers)
        .hasToString("Content-Type: a\nX-Amz-Meta-B: 1\nx-amz-meta-a: 2\nCONTENT-type: \n");
    assertThat(headers.size()).isEqualTo(4);
  }

  @Test
  void prefixGivesLowerCaseNames() {
    assertThat(headers.withPrefix("x-amz-meta-")).hasToString("x-amz-meta-b: 1\nx-amz-meta-a: 2\n");
  }

  @Test
  void setTakesThePlaceOfAllOfItsName() {
    Headers changed =
        Headers.builder().addAll(headers).set("content-type", "z").add("Host", "h").build();

    assertThat(changed).hasToString("X-Amz-Meta-B: 1\nx-amz-meta-a: 2\ncontent-type: z\nHost: h\n");
  }

  @Test
  void arrayGivenIsCopied() {
    String[] given = {"a", "1"};
    Headers copied = Headers.of(given);
    given[1] = "2";

    assertThat(copied.first("a")).isEqualTo("1");
  }

  @Test
  void nameNeedsItsValue() {
    assertThatThrownBy(() -> Headers.of("a"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A header name lacks its value");
  }
}
