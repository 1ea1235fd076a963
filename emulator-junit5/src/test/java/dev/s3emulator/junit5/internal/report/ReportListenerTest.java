package dev.s3emulator.junit5.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When tests are reported on, and what the reports say. */
@Isolated("it looks at what is printed")
class ReportListenerTest {

  @TempDir Path outputs;

  @Test
  void theTextTellsWhatS3SawAndWhatBecameOfTheBuckets() {
    Reported reported = on(ReportCases.CleanupTest.class);

    assertThat(reported.text())
        .startsWith(
            "What S3 saw during the cleanup removes a photo with all its versions (CleanupTest)\n"
                + "  6 requests to http://127.0.0.1:")
        .contains(", region us-east-1; 3 refused or failed\n")
        .containsPattern(
            "\n {3,}\\+\\d+ ms  200       PutObject {7}photos/2024/cat.jpg   \\+ version \\S{8}…\n")
        .containsPattern(
            "\n! +\\+\\d+ ms  200       DeleteObjects   photos   \\+ delete marker \\S{8}…\n"
                + " +2024/cat.jpg: NoSuchVersion: The specified version does not exist.\n"
                + " +why: No S3 emulator ever issued this version id.\n")
        .containsPattern(
            "\n! +\\+\\d+ ms  404       GetObject       photos/2024/beach.jpg\n"
                + " +NoSuchKey: The specified key does not exist.\n"
                + " +why: The newest version of the key is a delete marker.\n")
        .containsPattern(
            "\n {3,}\\+\\d+ ms  204       DeleteObject    thumbnails/2024/beach.jpg   − version null\n")
        .contains("\nBucket photos: versioning Enabled, 3 keys\n")
        .containsPattern(
            "\n  2024/beach.jpg\n    \\+ \\S{32}  \\S+  delete marker\n"
                + "      \\S{32}  2026-01-14T18:05:21Z  5 bytes  \\S+  metadata \\{rating=4}\n")
        .contains("\nBucket thumbnails: unversioned, 1 key → unversioned, 0 keys\n")
        .containsPattern("\n  2024/beach.jpg\n    − null  2026-01-14T18:05:22Z  4 bytes ")
        .doesNotContain("Bucket archive", "dog.jpg");
  }

  @Test
  void thePageStandsAlone() throws IOException {
    String page = on(ReportCases.CleanupTest.class).page();

    assertThat(page)
        .startsWith("<!doctype html>")
        .contains("default-src 'none'")
        .contains("prefers-color-scheme: dark")
        .contains("<h1>the cleanup removes a photo with all its versions</h1>")
        .contains("Expected key &quot;2024/beach.jpg&quot; to have 0 versions and not 2")
        .contains("NoSuchVersion")
        .doesNotContain("<script")
        .doesNotContain("src=")
        .doesNotContain("href=")
        .doesNotContain("url(")
        .doesNotContain("@import");
  }

  @Test
  void textFromClientsIsNeverMarkup() throws IOException {
    Reported reported = on(ReportCases.HostileTest.class);

    assertThat(reported.page())
        .contains(
            "&lt;/pre&gt;&lt;script&gt;alert(&#39;&quot;1&quot;&#39;)&lt;/script&gt;&amp;amp;")
        .contains("\\u202Egpj.\\n\\u001B[2J")
        .contains("<h1>&lt;img src=x onerror=alert(1)&gt;</h1>")
        .doesNotContain("<script")
        .doesNotContain("<img")
        .doesNotContain("<b></pre>")
        .doesNotContain("\u202E", "\u001B", "\u0000");
    assertThat(reported.text())
        .contains("photos/</pre><script>alert('\"1\"')</script>&amp;\\u202Egpj.\\n\\u001B[2J")
        .doesNotContain("\u202E", "\u001B");
  }

  @Test
  void aPassingTestIsNotReportedOn() {
    assertThat(on(ReportCases.PassingTest.class).text()).isEmpty();
  }

  @Test
  void theAnnotationAsksForAReportAlways() throws IOException {
    Reported reported = on(ReportCases.AlwaysReportedTest.class);

    assertThat(reported.text()).contains("PutObject       photos/a   + version null");
    assertThat(reported.page()).contains("<p class=\"verdict good\">passed</p>");
  }

  @Test
  void theAnnotationOfAMethodCountsMoreThanThatOfItsClass() {
    Reported reported = on(ReportCases.NeverReportedTest.class);

    assertThat(reported.files()).hasSize(1);
    assertThat(reported.text())
        .contains("What S3 saw during failsReported(")
        .doesNotContain("during fails(");
  }

  @ParameterizedTest
  @CsvSource({"always, 1", "ALWAYS, 1", "on_failure, 0", "on-failure, 0", "off, 0"})
  void theConfigurationParameterDecidesWhereNoAnnotationDoes(String value, int reports) {
    Map<String, String> parameters = Map.of("s3emulator.report", value);

    assertThat(Reported.on(ReportCases.PassingTest.class, outputs, parameters).files())
        .hasSize(reports);
  }

  @Test
  void aLongTestIsToldByItsEnds() throws IOException {
    Reported reported = on(ReportCases.BusyTest.class);

    assertThat(reported.text())
        .contains("photos/key-14 ")
        .contains("… 260 requests left out …")
        .contains("photos/key-275 ")
        .doesNotContain("photos/key-15 ", "photos/key-274 ")
        .contains("\n  and 310 more changed keys\n");
    assertThat(reported.text().lines().count()).isLessThan(150);
    assertThat(reported.page())
        .contains("20 requests left out")
        .contains("and 220 more changed keys")
        .hasSizeLessThan(2_000_000);
  }

  @Test
  void aServerThatIsNeverResetIsReportedOnTestByTest() {
    assertThat(on(ReportCases.WithoutResetTest.class).text())
        .contains(
            "1 request to", "photos/of-the-second", "unversioned, 1 key → unversioned, 2 keys")
        .doesNotContain("of-the-first");
  }

  @Test
  void withoutPublishingThePageLiesWhereTheBuildPutsWhatItMakes() throws Exception {
    Files.createFile(outputs.resolve("build.gradle.kts"));
    ExtensionContext context =
        (ExtensionContext)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ExtensionContext.class},
                (proxy, method, arguments) ->
                    switch (method.getName()) {
                      case "getRequiredTestClass" -> ReportListenerTest.class;
                      case "getDisplayName" -> "a/b \"c\"";
                      case "getUniqueId" -> "[id]";
                      default -> throw new UnsupportedOperationException(method.getName());
                    });

    Path gradle = ReportFiles.fallback(outputs, context, "s3-report.html", "page");
    Files.createFile(outputs.resolve("pom.xml"));
    Path maven = ReportFiles.fallback(outputs, context, "s3-report.html", "page");

    assertThat(outputs.relativize(gradle).toString().replace('\\', '/'))
        .isEqualTo("build/s3-emulator/ReportListenerTest.a_b_c_-2af467-s3-report.html");
    assertThat(maven.getParent()).isEqualTo(outputs.resolve("target/s3-emulator"));
    assertThat(maven).hasContent("page");
  }

  private Reported on(Class<?> type) {
    return Reported.on(type, outputs, Map.of());
  }
}
