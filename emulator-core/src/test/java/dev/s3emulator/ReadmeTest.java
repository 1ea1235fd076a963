package dev.s3emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.s3emulator.internal.engine.IdSource;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.operation.OperationCatalog;
import dev.s3emulator.internal.operation.UnsupportedOperations;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;
import dev.s3emulator.store.BlobStores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The README says what the code does. {@code -Dupdate.golden} writes its part about operations
 * anew.
 */
class ReadmeTest {

  private static final Path ROOT = Path.of("..");
  private static final Path README = ROOT.resolve("README.md");
  private static final String BEGIN = "<!-- operations: ReadmeTest writes this -->\n";
  private static final String END = "<!-- end of operations -->";
  private static final Pattern JAVA_BLOCK =
      Pattern.compile("^```java\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  @Test
  void operationsAreThoseOfTheCatalog() throws IOException {
    if (System.getProperty("update.golden") != null) {
      String readme = readme();
      Files.writeString(
          README,
          readme.substring(0, readme.indexOf(BEGIN) + BEGIN.length())
              + operations()
              + readme.substring(readme.indexOf(END)));
    }

    assertThat(readme())
        .as("run this test with -Dupdate.golden to write the README's operations anew")
        .contains(BEGIN + operations() + END);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mvn -B -ntp verify",
        "mvn -B -ntp -q -pl emulator-examples -am compile exec:java"
      })
  void commandsStandInTheReadme(String command) {
    assertThat(readme().lines()).contains(command);
  }

  @Test
  void continuousIntegrationRunsTheCommandOfTheReadme() {
    assertThat(read(ROOT.resolve(".ci/run")).lines()).contains("mvn -B -ntp verify");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("javaBlocks")
  void javaStandsInAnExampleThatIsCompiled(String firstLine, String block) throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("emulator-examples/src"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".java")))
          .as("the examples")
          .anySatisfy(file -> assertThat(leftAligned(read(file))).contains(leftAligned(block)));
    }
  }

  private static Stream<Arguments> javaBlocks() {
    List<String> blocks =
        JAVA_BLOCK.matcher(readme()).results().map(result -> result.group(1)).toList();
    assertThat(blocks).isNotEmpty();
    return blocks.stream().map(block -> arguments(block.lines().findFirst().orElse(""), block));
  }

  /** The README shows what is inside of a class without its indentation. */
  private static String leftAligned(String java) {
    return java.lines().map(String::strip).collect(Collectors.joining("\n", "", "\n"));
  }

  private static String operations() {
    List<Operation> supported =
        OperationCatalog.of(
            new S3Engine(() -> Instant.EPOCH, new IdSource(1), BlobStores.inMemory()));
    List<String> unsupported = UnsupportedOperations.names();
    StringBuilder text = new StringBuilder();
    text.append("\n| operation | request |\n| --- | --- |\n");
    supported.stream()
        .map(Operation::route)
        .sorted(Comparator.comparing(Route::operation))
        .forEach(
            route -> text.append("| `%s` | %s |\n".formatted(route.operation(), request(route))));
    text.append(
        "\n<details>\n<summary>The other %d operations of S3</summary>\n\n"
            .formatted(unsupported.size()));
    text.append("A request for one of these answers 501 NotImplemented and names it.\n\n");
    text.append(wrapped(String.join(", ", unsupported) + "."));
    return text.append("\n</details>\n\n").toString();
  }

  private static String request(Route route) {
    String path =
        switch (route.level()) {
          case SERVICE -> "/";
          case BUCKET -> "/bucket";
          case OBJECT -> "/bucket/key";
          case WEBSITE -> throw new AssertionError("no operation of the API");
        };
    String query =
        Stream.concat(
                route.queryKeys().stream(),
                route.queryValues().entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + entry.getValue()))
            .collect(Collectors.joining("&"));
    String url = "`" + route.method() + " " + path + (query.isEmpty() ? "" : "?" + query) + "`";
    return route.headers().isEmpty()
        ? url
        : url + " with `" + String.join("`, `", route.headers()) + "`";
  }

  private static String wrapped(String text) {
    return Pattern.compile(".{1,118}(?:\\s|$)")
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .map(line -> line.strip() + "\n")
        .collect(Collectors.joining());
  }

  private static String readme() {
    return read(README);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
