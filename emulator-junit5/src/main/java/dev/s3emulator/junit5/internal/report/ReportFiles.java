package dev.s3emulator.junit5.internal.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.function.ThrowingConsumer;

/**
 * Puts reports where JUnit wants them, or where a build puts what it makes.
 *
 * <p>{@code publishFile} came with JUnit 5.12, and its media type moved with 5.14; hence the call
 * by reflection, so that one class file serves all versions.
 */
final class ReportFiles {

  private static final Namespace NAMESPACE = Namespace.create(ReportFiles.class);
  private static final String FOLDER = "s3-emulator";
  private static final int MAX_NAME = 120;

  private ReportFiles() {}

  /**
   * Writes a page and tells JUnit about it if it wants to know.
   *
   * @return the absolute path of the file
   */
  static Path write(ExtensionContext context, String html) throws IOException {
    int number =
        context
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(
                AtomicInteger.class, key -> new AtomicInteger(), AtomicInteger.class)
            .incrementAndGet();
    String name = number == 1 ? "s3-report.html" : "s3-report-" + number + ".html";
    Path file = publishFile().flatMap(method -> publish(method, context, name, html)).orElse(null);
    return (file != null ? file : fallback(Path.of(""), context, name, html)).toAbsolutePath();
  }

  /** The variant with the newest media type, which the older ones call. */
  private static Optional<Method> publishFile() {
    return Arrays.stream(ExtensionContext.class.getMethods())
        .filter(method -> method.getName().equals("publishFile"))
        .filter(method -> method.getParameterCount() == 3)
        .min(Comparator.comparing(Method::isDefault));
  }

  /**
   * Returns nothing if JUnit does not take the file, as when whoever runs it has no place for any.
   */
  private static Optional<Path> publish(
      Method publishFile, ExtensionContext context, String name, String html) {
    AtomicReference<Path> written = new AtomicReference<>();
    ThrowingConsumer<Path> writing =
        path -> {
          Files.writeString(path, html);
          written.set(path);
        };
    try {
      Object mediaType =
          publishFile
              .getParameterTypes()[1]
              .getMethod("create", String.class, String.class, Charset.class)
              .invoke(null, "text", "html", UTF_8);
      publishFile.invoke(context, name, mediaType, writing);
    } catch (ReflectiveOperationException refused) {
      return Optional.empty();
    }
    return Optional.ofNullable(written.get());
  }

  /** Writes the page below the folder of what a build makes, beside the build file. */
  static Path fallback(Path project, ExtensionContext context, String name, String html)
      throws IOException {
    boolean gradle =
        Files.exists(project.resolve("build.gradle"))
            || Files.exists(project.resolve("build.gradle.kts"));
    boolean maven = Files.exists(project.resolve("pom.xml"));
    Path folder = project.resolve(gradle && !maven ? "build" : "target").resolve(FOLDER);
    Files.createDirectories(folder);
    Path file = folder.resolve(fileName(context) + "-" + name);
    return Files.writeString(file, html);
  }

  /** A test is known by its id, which may be long and hold anything; the hash keeps names apart. */
  private static String fileName(ExtensionContext context) {
    String test = context.getRequiredTestClass().getSimpleName() + "." + context.getDisplayName();
    String safe = test.replaceAll("[^A-Za-z0-9._-]+", "_");
    return safe.substring(0, Math.min(safe.length(), MAX_NAME))
        + "-"
        + Integer.toHexString(context.getUniqueId().hashCode());
  }
}
