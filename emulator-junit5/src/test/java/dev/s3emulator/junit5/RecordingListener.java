package dev.s3emulator.junit5;

import dev.s3emulator.S3EmulatorServer;
import dev.s3emulator.junit5.internal.EmulatorTestListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Records what listeners of tests are told about {@link TestListenerTest}'s cases. */
public final class RecordingListener implements EmulatorTestListener {

  static final List<String> EVENTS = new CopyOnWriteArrayList<>();

  @Override
  public void beforeTest(ExtensionContext context, S3EmulatorServer server) {
    record("before", context, server);
  }

  @Override
  public void afterTest(ExtensionContext context, S3EmulatorServer server) {
    record("after", context, server);
  }

  private static void record(String event, ExtensionContext context, S3EmulatorServer server) {
    if (context.getRequiredTestClass().getName().startsWith(TestListenerTest.class.getName())) {
      EVENTS.add(
          event
              + " "
              + context.getRequiredTestMethod().getName()
              + " in "
              + server.region()
              + ", requests "
              + server.journal().requests().size()
              + context.getExecutionException().map(why -> ", " + why.getMessage()).orElse(""));
      if (server.region().equals("us-west-1") && event.equals("after")) {
        throw new IllegalStateException("the listener failed");
      }
    }
  }
}
