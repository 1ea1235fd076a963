package dev.s3emulator;

import static dev.s3emulator.PlainHttp.send;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The command line in a process of its own. */
@Timeout(60)
class MainProcessTest {

  private final List<Process> processes = new ArrayList<>();

  @AfterEach
  void killWhatIsLeft() {
    processes.forEach(Process::destroyForcibly);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no SIGTERM")
  void servesUntilItIsToldToEnd() throws Exception {
    Process process = start("--port=0", "--bucket=photos");
    BufferedReader out = reader(process);
    String ready = out.readLine();
    assertThat(ready)
        .matches(
            "S3 Emulator is ready at http://127\\.0\\.0\\.1:[0-9]+"
                + " \\(region us-east-1, access key AKIAIOSFODNN7EXAMPLE\\)");
    URI endpoint = URI.create(ready.split(" ")[5]);

    assertThat(send(endpoint, "PUT", "/photos/beach.txt", "sand").statusCode()).isEqualTo(200);
    assertThat(send(endpoint, "GET", "/photos/beach.txt", "").body()).isEqualTo("sand");
    assertThat(send(endpoint, "DELETE", "/photos/beach.txt", "").statusCode()).isEqualTo(204);
    assertThat(send(endpoint, "GET", "/photos/beach.txt", "").statusCode()).isEqualTo(404);

    // By its handle: Process.destroy would also close the streams.
    process.toHandle().destroy();
    // 128 and the number of the signal, as every process that a signal ended.
    assertThat(process.waitFor()).isEqualTo(143);
    assertThat(out.lines()).isEmpty();
    assertThat(errors(process)).isEmpty();
  }

  @Test
  void endsWith2ForAWrongArgument() throws Exception {
    Process process = start("--prot", "9000");

    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(reader(process).lines()).isEmpty();
    assertThat(errors(process))
        .isEqualToIgnoringNewLines(
            "s3-emulator: Unknown option \"--prot\"; --help lists the options.");
  }

  private Process start(String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command);
    // The JVM would announce on standard error that it picked them up.
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().remove("JDK_JAVA_OPTIONS");
    Process process = builder.start();
    processes.add(process);
    return process;
  }

  private static BufferedReader reader(Process process) {
    return new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
  }

  private static String errors(Process process) throws IOException {
    return new String(process.getErrorStream().readAllBytes(), UTF_8);
  }
}
