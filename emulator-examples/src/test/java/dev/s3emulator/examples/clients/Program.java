package dev.s3emulator.examples.clients;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.s3emulator.S3EmulatorServer;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs the scripts of other languages in processes of their own, which know the server's endpoint
 * and nothing of what this machine has configured for AWS.
 *
 * @param folder an empty folder for what the processes write
 */
record Program(S3EmulatorServer server, Path folder) {

  /** Where packages of Node.js are, for who has them elsewhere than NODE_PATH says. */
  private static final String NODE_MODULES = "s3emulator.node.modules";

  private static final Duration PROBE_LIMIT = Duration.ofSeconds(30);
  private static final Duration LIMIT = Duration.ofMinutes(10);

  /** Skips the test, with the reason, unless this command ends well. */
  Program requiring(String... command) throws IOException, InterruptedException {
    String name = String.join(" ", command);
    try {
      if (run(PROBE_LIMIT, command) != 0) {
        abort("Not usable here: \"" + name + "\" says " + errors().strip());
      }
    } catch (IOException missing) {
      abort("Not installed here: \"" + name + "\" cannot be run: " + missing.getMessage());
    }
    return this;
  }

  /** Runs a script and returns what it printed, if it succeeded. */
  String script(String interpreter, String name) throws Exception {
    URL script = requireNonNull(Program.class.getResource("/clients/" + name), name);
    int code = run(LIMIT, interpreter, Path.of(script.toURI()).toString());
    assertThat(code).as("exit code; %s wrote:%n%s%n%s", name, output(), errors()).isZero();
    return output();
  }

  private int run(Duration limit, String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(List.of(command)).directory(folder.toFile());
    // Into files: a program whose pipe nobody reads stops when it is full.
    builder.redirectOutput(outputFile().toFile()).redirectError(errorFile().toFile());
    configure(builder.environment());
    Process process = builder.start();
    try {
      if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
        fail("%s did not end within %s:%n%s", String.join(" ", command), limit, errors());
      }
      return process.exitValue();
    } finally {
      // The program may be a script that started the real one.
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }
  }

  private void configure(Map<String, String> environment) {
    environment.keySet().removeIf(name -> name.startsWith("AWS_"));
    environment.put("S3_ENDPOINT", server.endpoint().toString());
    environment.put("AWS_CONFIG_FILE", folder.resolve("no-config").toString());
    environment.put("AWS_SHARED_CREDENTIALS_FILE", folder.resolve("no-credentials").toString());
    environment.put("AWS_EC2_METADATA_DISABLED", "true");
    environment.put("NO_PROXY", "*");
    environment.put("no_proxy", "*");
    environment.put("PYTHONUTF8", "1");
    environment.put("PYTHONDONTWRITEBYTECODE", "1");
    environment.put("NODE_NO_WARNINGS", "1");
    String modules = System.getProperty(NODE_MODULES);
    if (modules != null) {
      environment.put("NODE_PATH", modules);
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
