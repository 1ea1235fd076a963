package dev.s3emulator.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.s3emulator.internal.auth.mfa.SecondFactors;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.protocol.Caller;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IdentitiesTest {

  private static final Owner ALT = new Owner("111122223333", "a".repeat(64), "alt");

  private final Identities identities =
      new Identities(
          Credential.permanent("FIRST", "secret", Caller.root(Owner.DEFAULT)),
          new SecondFactors(InstantSource.system(), false));

  @Test
  void firstKeyIsTheDefaultOne() {
    assertThat(identities.defaultCaller())
        .isEqualTo(Caller.root(Owner.DEFAULT).withAccessKey("FIRST"));
    assertThat(identities.find("FIRST")).isPresent();
    assertThat(identities.find("first")).isEmpty();
  }

  @Test
  void keysCanBeAddedAtAnyTime() {
    identities.add(Credential.permanent("ALT", "secret", Caller.user(ALT, "ci")));

    assertThat(identities.find("ALT").orElseThrow().caller().arn())
        .isEqualTo("arn:aws:iam::111122223333:user/ci");
    assertThat(identities.all())
        .extracting(Credential::accessKeyId)
        .containsExactlyInAnyOrder("FIRST", "ALT");
  }

  @Test
  void aKeyBelongsToOneUser() {
    assertThatThrownBy(
            () -> identities.add(Credential.permanent("FIRST", "other", Caller.root(ALT))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The access key \"FIRST\" belongs to another user already.");
    assertThatThrownBy(() -> identities.addTemporary(temporary("FIRST")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void usersOfAnAccountShareItsCanonicalId() {
    identities.add(Credential.permanent("ALT", "secret", Caller.root(ALT)));
    Owner contradicting = new Owner(ALT.accountId(), "b".repeat(64), "alt");

    assertThatThrownBy(
            () -> identities.add(Credential.permanent("CI", "s", Caller.user(contradicting, "ci"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The account 111122223333 has the canonical id \""
                + "a".repeat(64)
                + "\" already; all its users share it.");
    assertThat(identities.find("CI")).isEmpty();
    assertThat(identities.account(contradicting)).isEqualTo(ALT);
  }

  @Test
  void onlyTheNewestTemporaryKeysAreKept() {
    for (int i = 0; i <= Identities.MAX_TEMPORARY; i++) {
      identities.addTemporary(temporary("T" + i));
    }

    assertThat(identities.find("T0")).isEmpty();
    assertThat(identities.find("T1")).isPresent();
    assertThat(identities.find("T" + Identities.MAX_TEMPORARY)).isPresent();
    assertThat(identities.find("FIRST")).isPresent();
    assertThat(identities.all()).hasSize(Identities.MAX_TEMPORARY + 1);
  }

  private static Credential temporary(String id) {
    return new Credential(
        id, "secret", Optional.of("token"), Optional.of(Instant.EPOCH), Caller.root(ALT));
  }
}
