package dev.s3emulator.internal.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A bounded run over every {@link FuzzTarget}, the same one each time. The module emulator-fuzz
 * searches further.
 */
class FuzzRegressionTest {

  private static final int ROUNDS = 80;

  @ParameterizedTest
  @EnumSource(FuzzTarget.class)
  @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void whateverIsReadEndsAsDocumented(FuzzTarget target) {
    target.corpus().forEach(seed -> check(target, seed.getBytes(ISO_8859_1)));
    Mutations mutations = new Mutations(42, target.corpus());
    for (int i = 0; i < ROUNDS; i++) {
      check(target, mutations.next());
    }
  }

  private static void check(FuzzTarget target, byte[] input) {
    assertThatCode(() -> target.run(input))
        .as(() -> target + " of " + new String(input, ISO_8859_1))
        .doesNotThrowAnyException();
  }
}
