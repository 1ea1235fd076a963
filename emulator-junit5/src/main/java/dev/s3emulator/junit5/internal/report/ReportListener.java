package dev.s3emulator.junit5.internal.report;

import dev.s3emulator.S3EmulatorServer;
import dev.s3emulator.junit5.ReportMode;
import dev.s3emulator.junit5.S3Report;
import dev.s3emulator.junit5.internal.EmulatorTestListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Reports on tests that failed, or on all or none, as {@link S3Report} says. */
public final class ReportListener implements EmulatorTestListener {

  private static final Namespace NAMESPACE = Namespace.create(ReportListener.class);

  /** Made by the service loader. */
  public ReportListener() {}

  @Override
  public void beforeTest(ExtensionContext context, S3EmulatorServer server) {
    context.getStore(NAMESPACE).put(server, Beginning.of(server));
  }

  @Override
  public void afterTest(ExtensionContext context, S3EmulatorServer server) {
    Beginning beginning = context.getStore(NAMESPACE).remove(server, Beginning.class);
    Optional<Throwable> failure = failure(context, server);
    ReportMode mode = Modes.of(context);
    if (beginning == null
        || mode == ReportMode.OFF
        || (mode == ReportMode.ON_FAILURE && failure.isEmpty())) {
      return;
    }
    TestReport report =
        TestReport.of(
            context.getDisplayName(),
            context.getRequiredTestClass().getSimpleName(),
            failure,
            server,
            beginning);
    System.out.println(TextReport.of(report) + written(context, report));
  }

  private static Optional<Throwable> failure(ExtensionContext context, S3EmulatorServer server) {
    return context
        .getExecutionException()
        .or(
            () ->
                server.journal().failures().stream()
                    .flatMap(request -> request.failure().stream())
                    .findFirst());
  }

  /** A report that cannot be written must not hide why the test failed. */
  private static String written(ExtensionContext context, TestReport report) {
    try {
      Path file = ReportFiles.write(context, HtmlReport.of(report));
      return "\nThe whole report: " + file.toUri() + "\n";
    } catch (IOException | UncheckedIOException unwritable) {
      return "\nThe report could not be written: " + unwritable + "\n";
    }
  }
}
