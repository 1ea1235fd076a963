package dev.s3emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a server is without options, and which options are refused. */
class OptionsDefaultsTest {

  @Test
  void defaultsAreWhatTheDocumentationSays() {
    ServerOptions options = S3EmulatorServer.builder().options();

    assertThat(options.host()).isEqualTo("127.0.0.1");
    assertThat(options.port()).isZero();
    assertThat(options.httpsPort()).isEmpty();
    assertThat(options.region()).isEqualTo("us-east-1");
    assertThat(options.strict()).isFalse();
    assertThat(options.httpsForMfa()).isFalse();
    assertThat(options.users()).containsExactly(User.DEFAULT);
    assertThat(User.DEFAULT.accountId()).isEqualTo("123456789012");
    assertThat(User.DEFAULT.arn()).isEqualTo("arn:aws:iam::123456789012:root");
    assertThat(options.users().get(0).accessKey().accessKeyId()).isEqualTo("AKIAIOSFODNN7EXAMPLE");
    assertThat(options.users().get(0).accessKey().secretAccessKey())
        .isEqualTo("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
    assertThat(options.clock().isFrozen()).isFalse();
    assertThat(options.blobStore()).isNull();
    assertThat(options.journalCapacity()).isEqualTo(1000);
    assertThat(options.domains()).isEmpty();
    assertThat(options.seeds()).isEmpty();
  }

  @Test
  void firstUserTakesThePlaceOfTheDefaultOne() {
    User main = User.named("main");
    User alt = User.named("alt");

    assertThat(S3EmulatorServer.builder().user(main).user(alt).options().users())
        .containsExactly(main, alt);
    assertThat(S3EmulatorServer.builder().accessKey("key", "secret").options().users())
        .containsExactly(User.DEFAULT.accessKey("key", "secret"));
    assertThatIllegalArgumentException()
        .isThrownBy(S3EmulatorServer.builder().user(main).accessKey("key", "secret")::options)
        .withMessage("The access key \"key\" has no user: give it to one of the users.");
  }

  @Test
  void eachServerHasAnotherSeed() {
    assertThat(S3EmulatorServer.builder().options().randomSeed())
        .isNotEqualTo(S3EmulatorServer.builder().options().randomSeed());
    assertThat(S3EmulatorServer.builder().randomSeed(7).options().randomSeed()).isEqualTo(7);
  }

  @Test
  void anEmulatorClockIsUsedAsItIs() {
    EmulatorClock clock = EmulatorClock.system();

    assertThat(S3EmulatorServer.builder().clock(clock).options().clock()).isSameAs(clock);
  }

  @Test
  void theBuilderCanBeChangedAfterAStart() {
    S3EmulatorServerBuilder builder =
        S3EmulatorServer.builder().virtualHostDomain("S3.Test").bucket("photos");
    ServerOptions first = builder.options();
    builder.virtualHostDomain("s3.example").bucket("videos").region("eu-west-1");

    assertThat(first.domains()).containsExactly("s3.test");
    assertThat(first.seeds()).hasSize(1);
    assertThat(first.region()).isEqualTo("us-east-1");
    assertThat(builder.options().domains()).containsExactly("s3.test", "s3.example");
  }

  @Test
  void httpsTakesAnyPortUnlessToldWhich() {
    assertThat(S3EmulatorServer.builder().https(true).options().httpsPort()).hasValue(0);
    assertThat(S3EmulatorServer.builder().httpsPort(9443).options().httpsPort()).hasValue(9443);
    assertThat(S3EmulatorServer.builder().httpsPort(9443).https(true).options().httpsPort())
        .hasValue(9443);
    assertThat(S3EmulatorServer.builder().httpsPort(9443).https(false).options().httpsPort())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, http://127.0.0.1:80",
    "localhost, http://localhost:80",
    "0.0.0.0, http://127.0.0.1:80",
    "::, http://127.0.0.1:80",
    "::1, http://[::1]:80",
  })
  void endpointIsWhereAClientOnThisMachineReachesTheHost(String host, URI endpoint) {
    assertThat(S3EmulatorServer.builder().host(host).options().endpoint(80)).isEqualTo(endpoint);
  }

  static Stream<Arguments> wrongValues() {
    return Stream.of(
        wrong(b -> b.port(-1), "The port -1 is not in 0 to 65535."),
        wrong(b -> b.port(65536), "The port 65536 is not in 0 to 65535."),
        wrong(b -> b.httpsPort(65536), "The port 65536 is not in 0 to 65535."),
        wrong(b -> b.host(""), "The host \"\" is not a host name or an address."),
        wrong(b -> b.host("http://x"), "The host \"http://x\" is not a host name or an address."),
        wrong(b -> b.region(""), "The region \"\" is not a name such as \"eu-west-1\"."),
        wrong(b -> b.region("eu_1"), "The region \"eu_1\" is not a name such as \"eu-west-1\"."),
        wrong(
            b -> b.accessKey("a/b", "secret"),
            "The access key id \"a/b\" is empty or holds a blank, '/' or ','."),
        wrong(
            b -> b.accessKey("", "secret"),
            "The access key id \"\" is empty or holds a blank, '/' or ','."),
        wrong(b -> b.accessKey("key", " "), "The secret access key of \"key\" is blank."),
        wrong(
            b -> b.virtualHostDomain("s3.test", "s3.test:9000"),
            "The virtual host domain \"s3.test:9000\" is not a host name."),
        wrong(b -> b.journalCapacity(-1), "A journal cannot keep -1 requests."),
        wrong(b -> b.seed(" "), "A fixture needs the name of a folder."));
  }

  @ParameterizedTest
  @MethodSource("wrongValues")
  void refusesWrongValuesInOneSentence(Consumer<S3EmulatorServerBuilder> setting, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> setting.accept(S3EmulatorServer.builder()))
        .withMessage(message);
  }

  @Test
  void accessKeyHidesItsSecret() {
    assertThat(new AccessKey("key", "secret")).hasToString("AccessKey[key]");
  }

  private static Arguments wrong(Consumer<S3EmulatorServerBuilder> setting, String message) {
    return Arguments.of(setting, message);
  }
}
