package dev.s3emulator.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Compares what the quickstart prints with a golden file; {@code -Dupdate.golden} writes the file
 * anew.
 */
class QuickstartTest {

  private static final Path GOLDEN =
      Path.of("src/test/resources/dev/s3emulator/examples/quickstart.txt");

  @Test
  void printsTheGoldenText() throws IOException {
    String printed = withoutPort(print());
    if (System.getProperty("update.golden") != null) {
      Files.writeString(GOLDEN, printed);
    }

    assertThat(printed).isEqualTo(Files.readString(GOLDEN));
  }

  @Test
  void everyRunPrintsTheSame() {
    assertThat(withoutPort(print())).isEqualTo(withoutPort(print()));
  }

  @Test
  void fitsATerminalOf100Columns() {
    assertThat(print().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
  }

  private static String print() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Quickstart.run(new PrintStream(bytes, true, UTF_8));
    return bytes.toString(UTF_8).replace(System.lineSeparator(), "\n");
  }

  private static String withoutPort(String printed) {
    return printed.replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:PORT");
  }
}
