package dev.s3emulator.junit5;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.s3emulator.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** An S3 that is not in this JVM: the command line in a process of its own. */
final class OtherProcess implements AutoCloseable {

  private static final String ID = "AKIAOTHERPROCESS";
  private static final String SECRET = "secret-of-the-other-process";

  private final Process process;
  private final URI endpoint;
  private final S3Client client;

  private OtherProcess(Process process, URI endpoint) {
    this.process = process;
    this.endpoint = endpoint;
    client =
        S3Client.builder()
            .endpointOverride(endpoint)
            .region(Region.EU_WEST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create(ID, SECRET)))
            .forcePathStyle(true)
            .build();
  }

  static OtherProcess start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--port=0",
                "--strict",
                "--region=eu-west-1",
                "--access-key=" + ID,
                "--secret-key=" + SECRET));
    // The JVM would announce on standard error that it picked them up.
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().remove("JDK_JAVA_OPTIONS");
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String ready =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)).readLine();
    if (ready == null) {
      throw new IOException("The other process did not start.");
    }
    return new OtherProcess(process, URI.create(ready.split(" ")[5]));
  }

  URI endpoint() {
    return endpoint;
  }

  /** Returns a client of somebody who has nothing to do with the tests that run there. */
  S3Client client() {
    return client;
  }

  /** Returns the configuration parameters that make tests run there. */
  Map<String, String> parameters() {
    return Map.of(
        "s3emulator.endpoint",
        endpoint.toString(),
        "s3emulator.access-key",
        ID,
        "s3emulator.secret-key",
        SECRET,
        "s3emulator.region",
        "eu-west-1");
  }

  EngineExecutionResults run(Class<?>... types) {
    return Running.runWith(parameters(), types);
  }

  @Override
  public void close() {
    client.close();
    process.destroyForcibly();
  }
}
