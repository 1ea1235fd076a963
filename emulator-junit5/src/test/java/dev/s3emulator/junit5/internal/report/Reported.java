package dev.s3emulator.junit5.internal.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * What was reported while test classes ran inside a test.
 *
 * @param text what they printed
 * @param files the pages that the text names
 */
record Reported(String text, List<Path> files) {

  private static final Pattern FILE = Pattern.compile("The whole report: (file:\\S+)");

  /** Runs a class; nothing else may print meanwhile, so tests that call this do not run at once. */
  static Reported on(Class<?> type, Path outputs, Map<String, String> parameters) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(type))
            .configurationParameter("junit.platform.reporting.output.dir", outputs.toString())
            .configurationParameters(parameters)
            .build();
    PrintStream standard = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, UTF_8));
    try {
      LauncherFactory.create().execute(request);
    } finally {
      System.setOut(standard);
    }
    String text = printed.toString(UTF_8);
    List<Path> files =
        FILE.matcher(text).results().map(match -> Path.of(URI.create(match.group(1)))).toList();
    return new Reported(text, files);
  }

  String page() throws IOException {
    return Files.readString(files.get(0));
  }
}
