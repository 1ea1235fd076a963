package dev.s3emulator.junit5;

import dev.s3emulator.S3EmulatorServer;
import dev.s3emulator.journal.RecordedRequest;
import java.util.List;

/** Makes a test fail for what went wrong inside the emulator. */
final class InternalErrors {

  private InternalErrors() {}

  /**
   * Throws an error with the requests that failed inside the emulator since the journal was
   * cleared, and then clears it, so that no other test fails for them.
   */
  static void requireNone(S3EmulatorServer server) {
    List<RecordedRequest> failures = server.journal().failures();
    if (!failures.isEmpty()) {
      server.journal().clear();
      throw describe(failures);
    }
  }

  private static AssertionError describe(List<RecordedRequest> failures) {
    StringBuilder message = new StringBuilder("Something failed inside the S3 emulator:");
    failures.forEach(request -> message.append("\n  ").append(request));
    List<Throwable> causes =
        failures.stream().flatMap(request -> request.failure().stream()).toList();
    AssertionError error = new AssertionError(message.toString(), causes.get(0));
    causes.stream().skip(1).forEach(error::addSuppressed);
    return error;
  }
}
