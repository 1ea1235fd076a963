package dev.s3emulator.junit5;

import dev.s3emulator.S3EmulatorServer;
import dev.s3emulator.junit5.internal.EmulatorTestListener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The emulators that one test uses: each is prepared when the test first needs it and looked at
 * when the test is over. Used by the thread of the test.
 */
// The interface is deprecated since JUnit 5.13, where AutoCloseable suffices; 5.10 needs it.
@SuppressWarnings("deprecation")
final class TestEmulators implements AutoCloseable, ExtensionContext.Store.CloseableResource {

  private final ExtensionContext test;
  private final List<EmulatorTestListener> listeners;

  /** Whether the listeners know of the beginning. */
  private final Map<EmulatorHandle, Boolean> used = new LinkedHashMap<>();

  TestEmulators(ExtensionContext test) {
    this.test = test;
    listeners = Services.of(test).listeners();
  }

  /** Waits for the turn of the test, resets and tells the listeners; once for each emulator. */
  void use(EmulatorHandle handle) {
    if (used.putIfAbsent(handle, false) == null) {
      handle.begin(test.getUniqueId());
      tell(handle, (listener, server) -> listener.beforeTest(test, server));
      used.put(handle, true);
    }
  }

  /** Tells the listeners, looks for internal errors and ends the turns, whatever fails. */
  void finish() {
    List<Runnable> steps = new ArrayList<>();
    used.forEach((handle, isTold) -> steps.add(() -> finish(handle, isTold)));
    steps.add(this::close);
    runAll(steps);
  }

  /** Ends the turns; doing so again does nothing. */
  @Override
  public void close() {
    List<Runnable> steps =
        used.keySet().stream()
            .<Runnable>map(handle -> () -> handle.end(test.getUniqueId()))
            .toList();
    used.clear();
    runAll(steps);
  }

  private void finish(EmulatorHandle handle, boolean isTold) {
    runAll(
        List.of(
            () -> {
              if (isTold) {
                tell(handle, (listener, server) -> listener.afterTest(test, server));
              }
            },
            () -> handle.server().ifPresent(InternalErrors::requireNone)));
  }

  private void tell(
      EmulatorHandle handle, BiConsumer<EmulatorTestListener, S3EmulatorServer> event) {
    handle.server().ifPresent(server -> listeners.forEach(each -> event.accept(each, server)));
  }

  /** Throws the first failure, with the others in it. */
  private static void runAll(List<Runnable> steps) {
    Throwable failure = null;
    for (Runnable step : steps) {
      failure = run(step, failure);
    }
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
  }

  private static @Nullable Throwable run(Runnable step, @Nullable Throwable earlier) {
    try {
      step.run();
      return earlier;
    } catch (RuntimeException | Error failure) {
      if (earlier == null) {
        return failure;
      }
      earlier.addSuppressed(failure);
      return earlier;
    }
  }
}
