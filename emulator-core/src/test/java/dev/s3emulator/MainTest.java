package dev.s3emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final List<S3EmulatorServer> servers = new ArrayList<>();

  @AfterEach
  void close() {
    servers.forEach(S3EmulatorServer::close);
  }

  @Test
  void showsHelp() {
    assertThat(run("--help", "--port", "0")).hasValue(0);
    assertThat(out.toString(UTF_8)).isEqualTo(CommandLine.HELP);
    assertThat(err.toString(UTF_8)).isEmpty();
    assertThat(servers).isEmpty();
  }

  @Test
  void showsTheVersion() {
    assertThat(run("--version")).hasValue(0);
    assertThat(out.toString(UTF_8)).startsWith("S3 Emulator ").hasLineCount(1);
  }

  @Test
  void announcesTheServerOnOneLine() {
    assertThat(run("--port", "0", "--bucket", "photos", "--region", "eu-west-1")).isEmpty();

    S3EmulatorServer server = servers.get(0);
    assertThat(out.toString(UTF_8))
        .isEqualTo(
            "S3 Emulator is ready at %s (region eu-west-1, access key AKIAIOSFODNN7EXAMPLE)%n",
            server.endpoint());
    assertThat(err.toString(UTF_8)).isEmpty();
    assertThat(server.snapshot()).hasToString("S3Snapshot[photos]");
  }

  @Test
  void announcesHttpsAndWritesItsCertificate(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("ca.pem");

    assertThat(run("--port=0", "--https-port=0", "--https-certificate=" + file)).isEmpty();

    S3EmulatorServer server = servers.get(0);
    assertThat(out.toString(UTF_8))
        .startsWith(
            "S3 Emulator is ready at %s and %s (region us-east-1,"
                .formatted(server.endpoint(), server.httpsEndpoint()))
        .hasLineCount(1);
    assertThat(file).hasContent(server.certificatePem());
  }

  @Test
  void endsWith1WhenTheCertificateCannotBeWritten(@TempDir Path folder) {
    Path file = folder.resolve("missing").resolve("ca.pem");

    assertThat(run("--port=0", "--https-port=0", "--https-certificate=" + file)).hasValue(1);

    assertThat(err.toString(UTF_8))
        .startsWith("s3-emulator: Cannot write the certificate to " + file + ": ")
        .hasLineCount(1);
    assertThat(servers.get(0).toString()).contains("closed");
    assertThat(out.toString(UTF_8)).isEmpty();
  }

  @Test
  void endsWith2AndOneSentenceForWrongArguments() {
    assertThat(run("--prot", "9000")).hasValue(2);
    assertThat(err.toString(UTF_8))
        .isEqualTo(
            "s3-emulator: Unknown option \"--prot\"; --help lists the options.%n".formatted());
    assertThat(out.toString(UTF_8)).isEmpty();
  }

  @Test
  void endsWith2ForABucketThatCannotBe() {
    assertThat(run("--port", "0", "--bucket", "No")).hasValue(2);
    assertThat(err.toString(UTF_8))
        .isEqualTo(
            "s3-emulator: The bucket \"No\" cannot be created: The specified bucket is not valid.%n"
                .formatted());
  }

  @Test
  void endsWith2ForAFixtureThatIsMissing() {
    assertThat(run("--port", "0", "--seed", "no/such/folder")).hasValue(2);
    assertThat(err.toString(UTF_8)).startsWith("s3-emulator: no/such/folder").hasLineCount(1);
  }

  @Test
  void endsWith1AndOneSentenceWhenThePortIsTaken() {
    run("--port", "0");
    out.reset();
    int port = servers.get(0).port();

    assertThat(run("--port", Integer.toString(port))).hasValue(1);
    assertThat(err.toString(UTF_8))
        .startsWith("s3-emulator: Cannot listen on 127.0.0.1:" + port + ": ")
        .hasLineCount(1);
    assertThat(out.toString(UTF_8)).isEmpty();
  }

  private OptionalInt run(String... args) {
    return Main.run(
        List.of(args),
        new PrintStream(out, true, UTF_8),
        new PrintStream(err, true, UTF_8),
        servers::add);
  }
}
