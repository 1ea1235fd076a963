package dev.s3emulator.benchmarks;

import dev.s3emulator.S3EmulatorServer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Start, create a bucket, stop: what each test class pays, after the first of a JVM. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
public class StartStopBenchmark {

  /** Whose time is measured. */
  @Param({"emulator", "bare"})
  public String server = "emulator";

  /** Starts and stops; a bare server has no buckets. */
  @Benchmark
  public int startStop() {
    if ("bare".equals(server)) {
      try (BareServer bare = BareServer.start(new byte[0])) {
        return bare.port();
      }
    }
    try (S3EmulatorServer s3 = S3EmulatorServer.start().createBucket(Seeding.BUCKET)) {
      return s3.port();
    }
  }
}
