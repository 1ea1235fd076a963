package dev.s3emulator.internal.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.domain.policy.Principals.Match;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom statements are about: what they list, against who asks. */
class PrincipalsTest {

  private static final String ACCOUNT = "111122223333";
  private static final String ANN = "arn:aws:iam::111122223333:user/ann";

  @ParameterizedTest(name = "{0}: nobody {1}, root {2}, ann {3}, bob {4}, other root {5}")
  @CsvSource({
    "everybody,         DIRECT, DIRECT, DIRECT,  DIRECT,  DIRECT",
    "account,           NONE,   DIRECT, ACCOUNT, ACCOUNT, NONE",
    "canonical,         NONE,   DIRECT, ACCOUNT, ACCOUNT, NONE",
    "ann,               NONE,   NONE,   DIRECT,  NONE,    NONE",
    "ann and account,   NONE,   DIRECT, DIRECT,  ACCOUNT, NONE",
    "service,           NONE,   NONE,   NONE,    NONE,    NONE",
    "not everybody,     NONE,   NONE,   NONE,    NONE,    NONE",
    "not account,       DIRECT, NONE,   DIRECT,  DIRECT,  DIRECT",
    "not ann,           DIRECT, DIRECT, DIRECT,  DIRECT,  DIRECT",
    "not ann and account, DIRECT, NONE, NONE,    DIRECT,  DIRECT",
    "not service,       DIRECT, DIRECT, DIRECT,  DIRECT,  DIRECT",
  })
  void isAbout(String listed, Match nobody, Match root, Match ann, Match bob, Match other) {
    Principals principals =
        new Principals(
            listed.startsWith("not"),
            listed.contains("everybody"),
            listed.contains("account") ? Set.of(ACCOUNT) : Set.of(),
            listed.contains("ann") ? Set.of(ANN) : Set.of(),
            listed.contains("canonical") ? Set.of("c1") : Set.of(),
            listed.contains("service") ? Set.of("logging.s3.amazonaws.com") : Set.of());

    assertThat(principals.match("", "", "c0")).isEqualTo(nobody);
    // An anonymous request that acts for the account is still nobody's.
    assertThat(principals.match("", ACCOUNT, "c1")).isEqualTo(nobody);
    assertThat(principals.match("arn:aws:iam::111122223333:root", ACCOUNT, "c1")).isEqualTo(root);
    assertThat(principals.match(ANN, ACCOUNT, "c1")).isEqualTo(ann);
    assertThat(principals.match("arn:aws:iam::111122223333:user/bob", ACCOUNT, "c1"))
        .isEqualTo(bob);
    assertThat(principals.match("arn:aws:iam::444455556666:root", "444455556666", "c2"))
        .isEqualTo(other);
  }
}
