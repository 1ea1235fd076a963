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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
  private static final List<String> EXAMPLES =
      List.of("emulator-examples", "emulator-examples-spring", "emulator-examples-kotlin");

  /** The languages of the README's code, and how files of such code end. */
  private static final Map<String, String> LANGUAGES =
      Map.of("java", ".java", "kotlin", ".kt", "python", ".py", "javascript", ".js", "sh", ".sh");

  private static final Pattern BLOCK =
      Pattern.compile(
          "^```(" + String.join("|", LANGUAGES.keySet()) + ")\n(.*?)^```$",
          Pattern.MULTILINE | Pattern.DOTALL);

  /** What a client is called in the README, and whose version in the pom it has. */
  private static final Map<String, String> CLIENTS =
      Map.of(
          "AWS SDK for Java 2", "aws.sdk.version",
          "AWS SDK for Java 1", "aws.sdk1.version",
          "AWS SDK for Kotlin", "aws.sdk.kotlin.version",
          "MinIO", "minio.version",
          "Spring Cloud AWS", "spring.cloud.aws.version");

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
  @MethodSource("blocks")
  void codeStandsInAnExampleThatIsRun(String firstLine, String ending, String block)
      throws IOException {
    assertThat(files(ending))
        .as("the examples")
        .anySatisfy(file -> assertThat(leftAligned(read(file))).contains(leftAligned(block)));
  }

  private static Stream<Arguments> blocks() {
    List<MatchResult> blocks = BLOCK.matcher(readme()).results().toList();
    assertThat(blocks).extracting(block -> block.group(1)).containsAll(LANGUAGES.keySet());
    return blocks.stream()
        .map(
            block ->
                arguments(
                    block.group(2).lines().findFirst().orElse(""),
                    LANGUAGES.get(block.group(1)),
                    block.group(2)));
  }

  private static List<Path> files(String ending) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String module : EXAMPLES) {
      try (Stream<Path> all = Files.walk(ROOT.resolve(module).resolve("src"))) {
        all.filter(file -> file.toString().endsWith(ending)).forEach(files::add);
      }
    }
    return files;
  }

  @Test
  void clientsHaveTheVersionsOfTheBuild() {
    Map<String, String> versions = properties(ROOT.resolve("pom.xml"));
    CLIENTS.forEach(
        (client, property) ->
            assertThat(clients())
                .filteredOn(row -> row.get(0).startsWith(client))
                .as(client)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.get(1)).isEqualTo(versions.get(property))));
  }

  @Test
  void testsOfClientsExist() throws IOException {
    List<String> tests = new ArrayList<>();
    try (Stream<Path> all = Files.walk(ROOT.resolve("emulator-core/src/test"))) {
      all.forEach(file -> tests.add(simpleName(file)));
    }
    files(".java").forEach(file -> tests.add(simpleName(file)));
    files(".kt").forEach(file -> tests.add(simpleName(file)));

    assertThat(clients())
        .flatExtracting(row -> List.of(row.get(3).replace("`", "").split(", ")))
        .isNotEmpty()
        .isSubsetOf(tests);
  }

  /** Returns the rows of the table of clients: client, version, what is tested, by which tests. */
  private static List<List<String>> clients() {
    String table = readme().split("### Works with\n")[1].split("\n### ")[0];
    return table
        .lines()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| ---"))
        .skip(1)
        .map(line -> List.of(line.substring(2).split(" \\| | \\|$")))
        .toList();
  }

  private static Map<String, String> properties(Path pom) {
    return Pattern.compile("<([a-z0-9.]+\\.version)>([^<]+)<")
        .matcher(read(pom))
        .results()
        .collect(Collectors.toMap(match -> match.group(1), match -> match.group(2)));
  }

  private static String simpleName(Path file) {
    return file.getFileName().toString().replaceAll("\\.[a-z]+$", "");
  }

  /** The README shows what is inside of a class without its indentation. */
  private static String leftAligned(String code) {
    return code.lines().map(String::strip).collect(Collectors.joining("\n", "", "\n"));
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
