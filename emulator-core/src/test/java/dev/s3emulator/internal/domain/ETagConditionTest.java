package dev.s3emulator.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions on entity tags (delete-semantics 7, protocol-notes 12). */
class ETagConditionTest {

  private static final String HEX = "9b2cf535f27731c974343645a3985328";
  private static final ETag TAG = ETag.parse(HEX).orElseThrow();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        " * ",
        HEX,
        "\"" + HEX + "\"",
        " \"" + HEX + "\" ",
        "\"badvalue\", \"" + HEX + "\"",
        HEX + ",badvalue"
      })
  void tagMatches(String value) {
    assertThat(ETagCondition.parse(value).matches(TAG)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "badvalue",
        "\"*\"",
        "**",
        "W/\"" + HEX + "\"",
        "W/" + HEX,
        "\"" + HEX,
        HEX + "-1",
        "9B2CF535F27731C974343645A3985328",
        "\"a\", \"b\""
      })
  void tagDoesNotMatch(String value) {
    assertThat(ETagCondition.parse(value).matches(TAG)).isFalse();
  }
}
