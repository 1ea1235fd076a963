package dev.s3emulator.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.S3EmulatorServer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the extension asks of Testcontainers; that containers then get through is their affair. */
class ExposeToContainersTest {

  private static final String TESTCONTAINERS = "org.testcontainers.Testcontainers";

  @TempDir Path classes;

  @Test
  void thePortIsExposedBeforeTheTest() throws Exception {
    try (RestrictedLoader loader = loader("System.setProperty(\"exposed\", \"\" + ports[0]);")) {
      Class<?> annotated = loader.loadClass(AnnotatedCase.class.getName());
      Class<?> registered = loader.loadClass(RegisteredCase.class.getName());

      Running.requireSuccess(2, Running.run(annotated, registered));
    } finally {
      System.clearProperty("exposed");
    }
  }

  @S3Emulator(exposeToContainers = true)
  static class AnnotatedCase {
    @Test
    void test(S3EmulatorServer server) {
      assertThat(System.getProperty("exposed")).isEqualTo("" + server.port());
      assertThat(server.endpointForContainers())
          .isEqualTo(URI.create("http://host.testcontainers.internal:" + server.port()));
    }
  }

  static class RegisteredCase {
    @RegisterExtension
    final S3EmulatorExtension emulator =
        S3EmulatorExtension.builder().exposeToContainers(true).build();

    @Test
    void test(S3EmulatorServer server) {
      assertThat(System.getProperty("exposed")).isEqualTo("" + server.port());
    }
  }

  @Test
  void withoutTestcontainersTheClassFailsInOneSentence() throws Exception {
    try (RestrictedLoader loader = RestrictedLoader.without("org.testcontainers.")) {
      assertThat(failureOf(loader))
          .isEqualTo(
              "@S3Emulator: exposeToContainers: Testcontainers is missing: add"
                  + " org.testcontainers:testcontainers to the class path.");
    }
  }

  @Test
  void withoutAnEngineTheClassFailsInOneSentence() throws Exception {
    try (RestrictedLoader loader = loader("throw new IllegalStateException(\"no Docker\");")) {
      assertThat(failureOf(loader))
          .matches(
              "@S3Emulator: exposeToContainers: Testcontainers cannot let containers reach the"
                  + " port [0-9]+: java\\.lang\\.IllegalStateException: no Docker");
    }
  }

  private static String failureOf(RestrictedLoader loader) throws ClassNotFoundException {
    List<Throwable> failures =
        Running.failures(Running.run(loader.loadClass(AnnotatedCase.class.getName())));
    assertThat(failures).hasSize(1);
    return failures.get(0).getMessage();
  }

  /** Returns a loader with a Testcontainers that does this: the real one needs an engine. */
  private RestrictedLoader loader(String body) throws Exception {
    Path source = classes.resolve("Testcontainers.java");
    Files.writeString(
        source,
        """
        package org.testcontainers;

        public final class Testcontainers {
          public static void exposeHostPorts(int... ports) {
            %s
          }
        }
        """
            .formatted(body));
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-proc:none", "-d", classes.toString(), source.toString());
    assertThat(result).isZero();
    return RestrictedLoader.with(TESTCONTAINERS, classes);
  }
}
