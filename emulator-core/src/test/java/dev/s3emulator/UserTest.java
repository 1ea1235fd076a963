package dev.s3emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UserTest {

  @Test
  void whatIsNotGivenIsDerivedFromTheName() {
    User alt = User.named("alt");

    assertThat(alt).isEqualTo(User.named("alt"));
    assertThat(alt.accessKey().accessKeyId()).matches("AKIA[A-Z2-7]{16}");
    assertThat(alt.accessKey().secretAccessKey()).hasSize(40);
    assertThat(alt.accountId()).matches("[1-9][0-9]{11}");
    assertThat(alt.canonicalId()).matches("[0-9a-f]{64}");
    assertThat(alt.displayName()).isEqualTo("alt");
    assertThat(alt.email()).isEqualTo("alt@example.com");
    assertThat(alt.isRoot()).isTrue();
    assertThat(User.named("other").accountId()).isNotEqualTo(alt.accountId());
    assertThat(User.named("other").accessKey()).isNotEqualTo(alt.accessKey());
  }

  @Test
  void usersOfAnAccountHaveItsCanonicalId() {
    User one = User.named("one").accountId("111122223333");
    User two = User.named("two").accountId("111122223333").iamUser();

    assertThat(one.canonicalId()).isEqualTo(two.canonicalId());
    assertThat(one.arn()).isEqualTo("arn:aws:iam::111122223333:root");
    assertThat(two.arn()).isEqualTo("arn:aws:iam::111122223333:user/two");
    assertThat(User.named("ci").accountId("123456789012").canonicalId())
        .isEqualTo(User.DEFAULT.canonicalId());
    assertThat(one.canonicalId("a".repeat(64)).accountId("444455556666").canonicalId())
        .isEqualTo("a".repeat(64));
  }

  @Test
  void secretIsNotShown() {
    assertThat(User.DEFAULT)
        .hasToString("User[s3emulator, AKIAIOSFODNN7EXAMPLE, arn:aws:iam::123456789012:root]");
  }

  static Stream<Arguments> mistakes() {
    MfaDevice device = MfaDevice.withCodes("20899872", "123456");
    return Stream.of(
        mistake(
            user -> user.mfaDevices(device, device.singleUse()),
            "The MFA device \"20899872\" of the user \"alt\" is given twice."),
        mistake(user -> User.named("a b"), "The user name \"a b\" is not a name of IAM."),
        mistake(user -> User.named(""), "The user name \"\" is not a name of IAM."),
        mistake(
            user -> user.accountId("1234"),
            "The account id \"1234\" of the user \"alt\" is not 12 digits."),
        mistake(
            user -> user.canonicalId("ABC"),
            "The canonical id \"ABC\" of the user \"alt\" is not 64 hex digits in lower case."),
        mistake(user -> user.displayName(" "), "The display name of the user \"alt\" is blank."),
        mistake(
            user -> user.email("alt"), "The email address \"alt\" of the user \"alt\" is not one."),
        mistake(
            user -> user.accessKey(new AccessKey("id", "secret", Optional.of("token"))),
            "The access key of the user \"alt\" is temporary; users have permanent ones."));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void refusesWhatCannotBe(UnaryOperator<User> change, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> change.apply(User.named("alt")))
        .withMessage(message);
  }

  private static Arguments mistake(UnaryOperator<User> change, String message) {
    return Arguments.of(change, message);
  }
}
