package dev.s3emulator.internal.domain.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens are opaque, and only ours are taken (xml-shapes A.4). */
class ContinuationTokenTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "a/", "photos/2006/", "\uD83D\uDE00", "\u0001", "%2F+ &="})
  void tokenCarriesAPosition(String key) {
    String token = ContinuationToken.issue(ObjectKey.of(key));

    assertThat(ContinuationToken.parse(token)).isEqualTo(ObjectKey.of(key));
    assertThat(token).matches("[A-Za-z0-9_-]+");
  }

  @Test
  void longestKeyFits() {
    ObjectKey key = ObjectKey.of("k".repeat(1024));

    assertThat(ContinuationToken.parse(ContinuationToken.issue(key))).isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "AAAA",
        "garbage!",
        "a key",
        "\u20AC",
        "1ueGcxLPRx1Tr/XYExHnhbYLgveDs2J/wm36Hy4vbOwM=",
        "cGhvdG9zLzIwMDYv"
      })
  void tokenThatWasNotIssuedIsIncorrect(String token) {
    assertIncorrect(token);
  }

  @Test
  void tokenWithAnyChangeIsIncorrect() {
    String token = ContinuationToken.issue(ObjectKey.of("photos/2006/"));

    for (int i = 0; i < token.length(); i++) {
      char other = token.charAt(i) == 'A' ? 'B' : 'A';
      assertIncorrect(token.substring(0, i) + other + token.substring(i + 1));
    }
    assertIncorrect(token + "A");
    assertIncorrect(token + "=");
    assertIncorrect(token.substring(1));
  }

  private static void assertIncorrect(String token) {
    assertThatThrownBy(() -> ContinuationToken.parse(token))
        .isInstanceOfSatisfying(
            S3Exception.class,
            thrown -> {
              assertThat(thrown.error()).isEqualTo(S3Error.INVALID_ARGUMENT);
              assertThat(thrown.text()).isEqualTo("The continuation token provided is incorrect");
              assertThat(thrown.elements())
                  .containsExactly(Map.entry("ArgumentName", "continuation-token"));
            });
  }
}
