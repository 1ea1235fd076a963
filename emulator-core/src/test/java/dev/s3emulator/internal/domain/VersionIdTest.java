package dev.s3emulator.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.engine.IdSource;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Version ids: issued, recognized and refused (delete-semantics 1). */
class VersionIdTest {

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._";

  @Test
  void issuedIdHas32CharactersOfTheAlphabet() {
    IdSource ids = new IdSource(1);
    for (long sequence = 1; sequence <= 1000; sequence++) {
      assertThat(ids.versionId(sequence).toString()).matches("[A-Za-z0-9._]{32}");
    }
  }

  @Test
  void issuedIdsDiffer() {
    Set<VersionId> issued = new HashSet<>();
    IdSource ids = new IdSource(1);
    for (int i = 0; i < 10_000; i++) {
      issued.add(ids.versionId(7));
    }
    assertThat(issued).hasSize(10_000);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 63, 64, 4711, 1L << 32, Long.MAX_VALUE})
  void issuedIdIsReadBackWithItsSequence(long sequence) {
    Random random = new Random(sequence);
    for (int i = 0; i < 200; i++) {
      VersionId issued = VersionId.issue(sequence, random.nextLong());

      VersionId parsed = VersionId.parse(issued.toString()).orElseThrow();

      assertThat(parsed).isEqualTo(issued).hasSameHashCodeAs(issued);
      assertThat(parsed.toString()).isEqualTo(issued.toString());
      assertThat(parsed.sequence()).isEqualTo(sequence);
      assertThat(parsed.isNull()).isFalse();
    }
  }

  @Test
  void idOfAnotherServerIsWellFormed() {
    String foreign = new IdSource(815).versionId(1).toString();

    assertThat(VersionId.parse(foreign)).isPresent();
    assertThat(VersionId.parse(foreign)).isNotEqualTo(VersionId.parse(id(1)));
  }

  @Test
  void everyChangeOfOneCharacterIsMalformed() {
    String issued = id(4711);
    for (int i = 0; i < issued.length(); i++) {
      for (char c : ALPHABET.toCharArray()) {
        if (c != issued.charAt(i)) {
          String changed = issued.substring(0, i) + c + issued.substring(i + 1);
          assertThat(VersionId.parse(changed)).as(changed).isEmpty();
        }
      }
    }
  }

  @Test
  void exchangedCharactersAreMalformed() {
    String issued = id(4711);
    for (int i = 1; i < issued.length(); i++) {
      char left = issued.charAt(i - 1);
      char right = issued.charAt(i);
      if (left != right) {
        String changed = issued.substring(0, i - 1) + right + left + issued.substring(i + 1);
        assertThat(VersionId.parse(changed)).as(changed).isEmpty();
      }
    }
  }

  @Test
  void idWithItsEndReplacedIsMalformed() {
    assertThat(VersionId.parse(id(1).substring(0, 28) + "ABCD")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "abc",
        "NULL",
        "Null",
        "null ",
        "invalid-version-id",
        "HPniJFCxqTsMuIH9KX8K8wEjNUgmABCD",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "00000000-0000-0000-0000-000000000000",
        "HPniJFCxqTsMuIH9KX8K8wEjNUgm-BCD",
        "HPniJFCxqTsMuIH9KX8K8wEjNUgm\u00e4BCD"
      })
  void foreignTextIsMalformed(String text) {
    assertThat(VersionId.parse(text)).isEmpty();
  }

  @Test
  void otherLengthsAreMalformed() {
    assertThat(VersionId.parse(id(1).substring(0, 31))).isEmpty();
    assertThat(VersionId.parse(id(1) + "A")).isEmpty();
  }

  @Test
  void nullIsAnIdOfItsOwn() {
    assertThat(VersionId.parse("null")).containsSame(VersionId.NULL);
    assertThat(VersionId.NULL.isNull()).isTrue();
    assertThat(VersionId.NULL.sequence()).isZero();
    assertThat(VersionId.NULL).hasToString("null").isNotEqualTo(VersionId.issue(0, 0));
  }

  private static String id(long sequence) {
    return new IdSource(42).versionId(sequence).toString();
  }
}
