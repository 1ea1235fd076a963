package dev.s3emulator.junit5.internal;

import dev.s3emulator.S3EmulatorServer;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Told by the extension when a test that has an emulator begins and ends. Implementations are named
 * in {@code META-INF/services} and have a constructor without parameters; one instance serves all
 * tests, also several at a time. A test with several emulators is told once for each.
 */
public interface EmulatorTestListener {

  /**
   * Called when the server is as the test will find it, before the test's {@code @BeforeEach}
   * methods: it has been reset and its journal is empty, unless the server is never reset.
   */
  default void beforeTest(ExtensionContext context, S3EmulatorServer server) {}

  /**
   * Called after the test's {@code @AfterEach} methods, before the server is reset or closed and
   * before the extension looks for internal errors in its journal.
   *
   * <p>{@link ExtensionContext#getExecutionException} has why the test failed up to now. A test
   * also fails if {@link dev.s3emulator.journal.RequestJournal#failures} of the server's journal
   * are not empty, which is not yet in there.
   */
  default void afterTest(ExtensionContext context, S3EmulatorServer server) {}
}
