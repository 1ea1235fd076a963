package dev.s3emulator.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an upload id tells about itself. */
class UploadIdTest {

  private static final ObjectKey KEY = ObjectKey.of("dir/key");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 1_000_000, Long.MAX_VALUE})
  void idIsReadBackWithItsSequence(long sequence) {
    for (long random = -5; random < 5; random++) {
      UploadId id = UploadId.issue(KEY, sequence, random * 0x9E3779B97F4A7C15L);

      assertThat(id.toString()).matches("[A-Za-z0-9._]{32}");
      assertThat(UploadId.parse(id.toString(), KEY)).contains(id);
      assertThat(UploadId.parse(id.toString(), KEY).orElseThrow().sequence()).isEqualTo(sequence);
    }
  }

  @Test
  void idBelongsToItsKey() {
    String id = UploadId.issue(KEY, 7, 42).toString();

    assertThat(UploadId.parse(id, ObjectKey.of("other"))).isEmpty();
  }

  @Test
  void idsOfOneUploadPositionDifferByTheirRandomWord() {
    assertThat(UploadId.issue(KEY, 7, 1)).isNotEqualTo(UploadId.issue(KEY, 7, 2));
    assertThat(UploadId.issue(KEY, 7, 1))
        .isEqualTo(UploadId.issue(KEY, 7, 1))
        .hasSameHashCodeAs(UploadId.issue(KEY, 7, 1));
  }

  @Test
  void everyChangedCharacterIsNoticed() {
    String id = UploadId.issue(KEY, 7, 42).toString();
    for (int i = 0; i < id.length(); i++) {
      char other = id.charAt(i) == 'A' ? 'B' : 'A';
      String changed = id.substring(0, i) + other + id.substring(i + 1);

      assertThat(UploadId.parse(changed, KEY)).as(changed).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "ä", "a b", "=", "AAAA="})
  void garbageIsNoId(String text) {
    assertThat(UploadId.parse(text, KEY)).isEmpty();
  }

  @Test
  void idHasOneSpelling() {
    String id = UploadId.issue(KEY, 7, 42).toString();

    assertThat(UploadId.parse(id + "=", KEY)).isEmpty();
    assertThat(UploadId.parse(id + "AAAA", KEY)).isEmpty();
    assertThat(UploadId.parse(id.substring(0, 31), KEY)).isEmpty();
    String dotted = ids().filter(text -> text.contains(".")).findFirst().orElseThrow();
    assertThat(UploadId.parse(dotted.replace('.', '-'), KEY)).isEmpty();
  }

  private static Stream<String> ids() {
    return LongStream.range(0, 1000)
        .mapToObj(random -> UploadId.issue(KEY, 7, random * 0x9E3779B97F4A7C15L).toString());
  }
}
