package dev.s3emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.s3emulator.internal.testing.PolicyTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CommandLineTest {

  private static final String SEED = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

  @Test
  void servesOnPort9000WithoutArguments() {
    ServerOptions options = options();

    assertThat(options.port()).isEqualTo(9000);
    assertThat(options.host()).isEqualTo("127.0.0.1");
    assertThat(options.region()).isEqualTo("us-east-1");
    assertThat(options.users().get(0).accessKey()).isEqualTo(AccessKey.DEFAULT);
    assertThat(options.seeds()).isEmpty();
  }

  @Test
  void servesHttpsOnlyWhenAsked() {
    assertThat(options().httpsPort()).isEmpty();
    assertThat(options("--https").httpsPort()).hasValue(9443);
    assertThat(options("--https-port", "0").httpsPort()).hasValue(0);
    assertThat(options("--https", "--https-port=443").httpsPort()).hasValue(443);
    assertThat(options("--https-certificate", "ca.pem").httpsPort()).hasValue(9443);
    assertThat(CommandLine.parse(List.of("--https-certificate", "ca.pem")).certificateFile())
        .hasValue(Path.of("ca.pem"));
    assertThat(CommandLine.parse(List.of("--https")).certificateFile()).isEmpty();
  }

  @Test
  void readsOptionsWithSeparateValues() {
    ServerOptions options =
        options(
            "--port",
            "0",
            "--host",
            "0.0.0.0",
            "--region",
            "eu-west-1",
            "--access-key",
            "key",
            "--secret-key",
            "secret",
            "--domain",
            "s3.test",
            "--domain",
            "s3.example",
            "--bucket",
            "photos",
            "--bucket",
            "videos",
            "--seed",
            "fixtures");

    assertThat(options.port()).isZero();
    assertThat(options.host()).isEqualTo("0.0.0.0");
    assertThat(options.region()).isEqualTo("eu-west-1");
    assertThat(options.users().get(0).accessKey()).isEqualTo(new AccessKey("key", "secret"));
    assertThat(options.domains()).containsExactly("s3.test", "s3.example");
    assertThat(options.seeds()).hasSize(3);
  }

  @Test
  void readsOptionsWithAttachedValues() {
    ServerOptions options =
        options("--port=0", "--access-key=key", "--secret-key=--a=b", "--domain=s3.test");

    assertThat(options.port()).isZero();
    assertThat(options.users().get(0).accessKey().secretAccessKey()).isEqualTo("--a=b");
    assertThat(options.domains()).containsExactly("s3.test");
  }

  @Test
  void readsUsers() {
    ServerOptions options =
        options(
            "--user",
            "name=main",
            "--strict",
            "--user=name=alt,access-key=AK,secret-key=a=b/c,account-id=111122223333,canonical-id="
                + "a".repeat(64)
                + ",display-name=Alt er,email=alt@s3.test,iam-user=true");

    assertThat(options.strict()).isTrue();
    assertThat(options.users())
        .containsExactly(
            User.named("main"),
            User.named("alt")
                .accessKey("AK", "a=b/c")
                .accountId("111122223333")
                .canonicalId("a".repeat(64))
                .displayName("Alt er")
                .email("alt@s3.test")
                .iamUser());
  }

  @Test
  void readsPoliciesOfUsersFromFiles(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("policy.json");
    String policy = PolicyTexts.of(PolicyTexts.allow("s3:GetObject", "*"));
    Files.writeString(file, policy);

    ServerOptions options = options("--user=name=ci,policy=" + file + ",iam-user=true");

    assertThat(options.users()).containsExactly(User.named("ci").iamUser().policies(policy));
  }

  @Test
  void readsMfaDevicesOfTheDefaultUser() {
    ServerOptions options =
        options(
            "--mfa-device",
            "serial=20899872,codes=123456;654321",
            "--mfa-device=serial=arn:aws:iam::123456789012:mfa/phone,seed=" + SEED);

    assertThat(options.httpsForMfa()).isFalse();
    assertThat(options.users())
        .containsExactly(
            User.DEFAULT.mfaDevices(
                MfaDevice.withCodes("20899872", "123456", "654321"),
                MfaDevice.of("arn:aws:iam::123456789012:mfa/phone", SEED)));
  }

  @Test
  void readsMfaDevicesOfUsers() {
    ServerOptions options =
        options(
            "--user=name=main",
            "--user=name=alt",
            "--mfa-device=serial=one,codes=111111,user=alt,single-use=true",
            "--mfa-device=serial=two,codes=222222,single-use=false",
            "--require-https-for-mfa");

    assertThat(options.httpsForMfa()).isTrue();
    assertThat(options.users())
        .containsExactly(
            User.named("main").mfaDevices(MfaDevice.withCodes("two", "222222")),
            User.named("alt").mfaDevices(MfaDevice.withCodes("one", "111111").singleUse()));
  }

  @Test
  void mfaDeviceGoesWithAnAccessKey() {
    assertThat(
            options("--access-key=key", "--secret-key=secret", "--mfa-device=serial=a,codes=111111")
                .users())
        .containsExactly(
            User.DEFAULT.accessKey("key", "secret").mfaDevices(MfaDevice.withCodes("a", "111111")));
  }

  @Test
  void helpFitsInto80ColumnsAndNamesEveryOption() {
    assertThat(CommandLine.HELP.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
    assertThat(CommandLine.HELP)
        .contains("--port", "--host", "--bucket", "--seed", "--region", "--access-key")
        .contains("--secret-key", "--user", "--strict", "--domain", "--help", "--version")
        .contains("--mfa-device", "--require-https-for-mfa");
  }

  static Stream<Arguments> wrongArguments() {
    return Stream.of(
        wrong("Unknown option \"--prot\"; --help lists the options.", "--prot", "1"),
        wrong("Unknown option \"--prot\"; --help lists the options.", "--prot=1"),
        wrong("Unknown option \"-p\"; --help lists the options.", "-p"),
        wrong("Unknown argument \"9000\"; --help lists the options.", "9000"),
        wrong("The option --port needs a value; --help lists the options.", "--port"),
        wrong("The option --port needs a value; --help lists the options.", "--port="),
        wrong("The option --host needs a value; --help lists the options.", "--host", "--port"),
        wrong("The option --port is given twice.", "--port=1", "--port", "2"),
        wrong("The option --help takes no value.", "--help=yes"),
        wrong("The port \"http\" is not a number.", "--port", "http"),
        wrong("The port \"x\" is not a number.", "--https-port", "x"),
        wrong("The option --https takes no value.", "--https=yes"),
        wrong("The port 70000 is not in 0 to 65535.", "--port", "70000"),
        wrong(
            "The options --access-key and --secret-key must be given together.",
            "--access-key",
            "key"),
        wrong("The option --strict takes no value.", "--strict=true"),
        wrong("The option --user has an unknown part \"key\".", "--user=name=a,key=b"),
        wrong("The option --user has no name: \"email=a@b.c\".", "--user=email=a@b.c"),
        wrong("The option --user has no value for its part email.", "--user=name=a,email="),
        wrong("The option --user has no value for its part name.", "--user=name"),
        wrong("The option --user has its part name twice.", "--user=name=a,name=b"),
        wrong(
            "The option --user \"a\" has only one of access-key and secret-key.",
            "--user=name=a,access-key=b"),
        wrong(
            "The option --user \"a\" has iam-user=yes, not true or false.",
            "--user=name=a,iam-user=yes"),
        wrong("The option --mfa-device has no serial.", "--mfa-device=codes=123456"),
        wrong(
            "The option --mfa-device has an unknown part \"code\".",
            "--mfa-device=serial=a,code=123456"),
        wrong(
            "The option --mfa-device \"a\" needs either codes or a seed.", "--mfa-device=serial=a"),
        wrong(
            "The option --mfa-device \"a\" needs either codes or a seed.",
            "--mfa-device=serial=a,codes=123456,seed=" + SEED),
        wrong(
            "The option --mfa-device has single-use=yes, not true or false.",
            "--mfa-device=serial=a,codes=123456,single-use=yes"),
        wrong(
            "The option --mfa-device is for the user \"alt\", whom no --user adds.",
            "--user=name=main",
            "--mfa-device=serial=a,codes=123456,user=alt"),
        wrong(
            "The code \"12345\" of the MFA device is not six digits.",
            "--mfa-device=serial=a,codes=123456;12345"),
        wrong(
            "The seed of an MFA device is Base32: letters and the digits 2 to 7.",
            "--mfa-device=serial=a,seed=0123456789"),
        wrong("The option --require-https-for-mfa takes no value.", "--require-https-for-mfa=1"),
        wrong(
            "The option --user \"a\" has a policy that cannot be read: no/such/file.",
            "--user=name=a,iam-user=true,policy=no/such/file"),
        wrong(
            "The option --user \"a\" has a policy, but is no iam-user.",
            "--user=name=a,policy=pom.xml"),
        wrong(
            "The account id \"1\" of the user \"a\" is not 12 digits.",
            "--user=name=a,account-id=1"),
        wrong(
            "The options --access-key and --user cannot be given together: a user has its own"
                + " access-key.",
            "--access-key=a",
            "--secret-key=b",
            "--user=name=a"),
        wrong(
            "The region \"Earth 1\" is not a name such as \"eu-west-1\".", "--region", "Earth 1"));
  }

  @ParameterizedTest
  @MethodSource("wrongArguments")
  void refusesWrongArgumentsInOneSentence(String message, List<String> args) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CommandLine.parse(args).server())
        .withMessage(message);
  }

  private static ServerOptions options(String... args) {
    return CommandLine.parse(List.of(args)).server().options();
  }

  private static Arguments wrong(String message, String... args) {
    return Arguments.of(message, List.of(args));
  }
}
