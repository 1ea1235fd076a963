package dev.s3emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs a program that speaks to S3 in a process of its own. It has the settings that the program
 * has by default, the server as its endpoint, and nothing of what this machine knows about AWS.
 *
 * @param folder an empty folder, in which the program runs
 */
record AwsTool(S3EmulatorServer server, Path folder) {

  private static final Duration PROBE_LIMIT = Duration.ofSeconds(20);

  /** How a program ended. */
  record Ending(int exitCode, String out, String err) {

    /** Returns what the program wrote, without the last line's end, if it succeeded. */
    String successfully() {
      assertThat(exitCode).as("exit code; the program wrote:%n%s%n%s", out, err).isZero();
      return out.stripTrailing();
    }
  }

  /** Skips the test, with the reason, unless the command is there and succeeds in a short while. */
  void require(String... command) throws IOException, InterruptedException {
    String name = String.join(" ", command);
    Process process = startOrSkip(name, command);
    if (!endsWithin(PROBE_LIMIT, process)) {
      abort("Not usable: \"" + name + "\" did not end within " + PROBE_LIMIT + ".");
    }
    if (process.exitValue() != 0) {
      abort("Not usable: \"" + name + "\" failed: " + errors());
    }
  }

  private Process startOrSkip(String name, String... command) {
    try {
      return start(command);
    } catch (IOException missing) {
      return abort("Not installed: \"" + name + "\" cannot be run: " + missing.getMessage());
    }
  }

  /** Runs a command to its end and fails if that does not come within the limit. */
  Ending run(Duration limit, String... command) throws IOException, InterruptedException {
    Process process = start(command);
    if (!endsWithin(limit, process)) {
      fail(
          "\"%s\" did not end within %s; it wrote:%n%s%n%s",
          String.join(" ", command), limit, output(), errors());
    }
    return new Ending(process.exitValue(), output(), errors());
  }

  private Process start(String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(List.of(command));
    builder.directory(folder.toFile());
    // Into files: a program whose pipe nobody reads stops when it is full.
    builder.redirectOutput(outputFile().toFile()).redirectError(errorFile().toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("AWS_"));
    environment.putAll(settings(server.endpoint()));
    return builder.start();
  }

  private Map<String, String> settings(URI endpoint) {
    String home = folder.toString();
    return Map.ofEntries(
        Map.entry("HOME", home),
        Map.entry("USERPROFILE", home),
        Map.entry("AWS_CONFIG_FILE", folder.resolve("no-config").toString()),
        Map.entry("AWS_SHARED_CREDENTIALS_FILE", folder.resolve("no-credentials").toString()),
        Map.entry("AWS_ENDPOINT_URL", endpoint.toString()),
        Map.entry("AWS_ACCESS_KEY_ID", server.accessKey().accessKeyId()),
        Map.entry("AWS_SECRET_ACCESS_KEY", server.accessKey().secretAccessKey()),
        Map.entry("AWS_DEFAULT_REGION", server.region()),
        Map.entry("AWS_EC2_METADATA_DISABLED", "true"),
        Map.entry("AWS_PAGER", ""),
        Map.entry("NO_PROXY", "*"),
        Map.entry("no_proxy", "*"),
        Map.entry("PYTHONUTF8", "1"));
  }

  private static boolean endsWithin(Duration limit, Process process) throws InterruptedException {
    try {
      return process.waitFor(limit.toSeconds(), TimeUnit.SECONDS);
    } finally {
      // The program may be a script that started the real one.
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }
  }

  private String output() throws IOException {
    return Files.readString(outputFile(), UTF_8);
  }

  private String errors() throws IOException {
    return Files.readString(errorFile(), UTF_8);
  }

  private Path outputFile() {
    return folder.resolve("stdout");
  }

  private Path errorFile() {
    return folder.resolve("stderr");
  }
}
