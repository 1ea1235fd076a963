package dev.s3emulator.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs test classes inside a test, to see how they end. */
final class Running {

  private Running() {}

  static EngineExecutionResults run(Class<?>... types) {
    return builder(types).execute();
  }

  /** Runs with two threads, methods and classes at the same time wherever that is allowed. */
  static EngineExecutionResults runInParallel(Class<?>... types) {
    return parallel(types).execute();
  }

  private static EngineTestKit.Builder parallel(Class<?>... types) {
    return builder(types)
        .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
        .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
        .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
        .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "2");
  }

  /** Runs with a configuration parameter. */
  static EngineExecutionResults runWith(String parameter, String value, Class<?>... types) {
    return builder(types).configurationParameter(parameter, value).execute();
  }

  static EngineExecutionResults runWith(Map<String, String> parameters, Class<?>... types) {
    return builder(types).configurationParameters(parameters).execute();
  }

  /** Runs with two threads and with configuration parameters. */
  static EngineExecutionResults runInParallelWith(
      Map<String, String> parameters, Class<?>... types) {
    return parallel(types).configurationParameters(parameters).execute();
  }

  /** Returns why classes and tests were aborted. */
  static List<String> abortions(EngineExecutionResults results) {
    return Stream.of(results.containerEvents(), results.testEvents())
        .flatMap(events -> events.aborted().stream())
        .map(Running::failure)
        .filter(Objects::nonNull)
        .map(Throwable::getMessage)
        .toList();
  }

  /** Runs and expects that so many tests pass and nothing fails. */
  static void requireSuccess(int tests, Class<?>... types) {
    requireSuccess(tests, run(types));
  }

  static void requireSuccess(int tests, EngineExecutionResults results) {
    assertThat(failures(results)).isEmpty();
    results.testEvents().assertStatistics(stats -> stats.succeeded(tests));
  }

  /** Returns why classes and tests failed. */
  static List<Throwable> failures(EngineExecutionResults results) {
    return Stream.of(results.containerEvents(), results.testEvents())
        .flatMap(events -> events.failed().stream())
        .map(Running::failure)
        .filter(Objects::nonNull)
        .toList();
  }

  private static Throwable failure(Event event) {
    return event
        .getPayload(TestExecutionResult.class)
        .flatMap(TestExecutionResult::getThrowable)
        .orElse(null);
  }

  private static EngineTestKit.Builder builder(Class<?>... types) {
    ClassSelector[] selectors =
        Arrays.stream(types).map(type -> selectClass(type)).toArray(ClassSelector[]::new);
    return EngineTestKit.engine("junit-jupiter").selectors(selectors);
  }
}
