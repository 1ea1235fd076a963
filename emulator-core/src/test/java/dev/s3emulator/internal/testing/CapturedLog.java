package dev.s3emulator.internal.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * What some classes log at a level that a user sees. It does not go to the console, but a test has
 * to expect all of it: what nobody has taken when this is closed fails the test. Safe for use by
 * many threads.
 */
public final class CapturedLog implements AutoCloseable {

  private final Queue<String> messages = new ConcurrentLinkedQueue<>();
  private final Handler handler = new Recorder(messages);

  /** Held, because the garbage collector would take the handlers away with the loggers. */
  private final List<Logger> loggers;

  private CapturedLog(Stream<String> names) {
    loggers = names.map(Logger::getLogger).toList();
    for (Logger logger : loggers) {
      logger.setUseParentHandlers(false);
      logger.addHandler(handler);
    }
  }

  /** Captures what these classes log. */
  public static CapturedLog of(Class<?>... classes) {
    return new CapturedLog(Arrays.stream(classes).map(Class::getName));
  }

  /** Captures what anybody logs. It goes to the console, too. */
  public static CapturedLog ofAll() {
    return new CapturedLog(Stream.of(""));
  }

  /** Returns the messages since the last call, in order. */
  public List<String> take() {
    return Stream.generate(messages::poll).takeWhile(message -> message != null).toList();
  }

  @Override
  public void close() {
    for (Logger logger : loggers) {
      logger.removeHandler(handler);
      logger.setUseParentHandlers(true);
    }
    assertThat(messages).as("logged, and expected by nobody").isEmpty();
  }

  private static final class Recorder extends Handler {
    private final Queue<String> messages;

    Recorder(Queue<String> messages) {
      this.messages = messages;
    }

    @Override
    public void publish(LogRecord record) {
      if (record.getLevel().intValue() >= Level.INFO.intValue()) {
        messages.add(record.getMessage());
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
