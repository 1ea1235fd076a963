package dev.s3emulator.benchmarks;

import dev.s3emulator.S3EmulatorServer;
import dev.s3emulator.S3Snapshot;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Snapshot and restore, which shall not depend on the number of objects. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class SnapshotBenchmark {

  /** How many keys the bucket has. */
  @Param({"1000", "100000"})
  public int keys = 1000;

  private S3EmulatorServer emulator;
  private S3Snapshot empty;
  private S3Snapshot full;

  /** Puts the objects. */
  @Setup
  public void start() throws IOException {
    emulator = TestedServer.emulator(false);
    empty = emulator.snapshot();
    Seeding.put(emulator.port(), keys, 0);
    full = emulator.snapshot();
  }

  /** Takes a snapshot. */
  @Benchmark
  public Object snapshot() {
    return emulator.snapshot();
  }

  /** Empties the bucket and fills it again. */
  @Benchmark
  public void restoreTwice() {
    emulator.restore(empty);
    emulator.restore(full);
  }

  /** Stops the server. */
  @TearDown
  public void stop() {
    emulator.close();
  }
}
