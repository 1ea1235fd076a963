package dev.s3emulator.benchmarks;

import dev.s3emulator.S3EmulatorServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A server that is started with a folder of files of 16 KiB, and stopped. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
public class SeedFolderBenchmark {

  private static final int SIZE = 16 * 1024;

  /** How many files there are: those of the first are copied, those of the second listed. */
  @Param({"1000", "10000"})
  public int files = 1000;

  private Path folder;

  /** Writes the files. */
  @Setup
  public void fill() throws IOException {
    folder = Files.createTempDirectory("s3-emulator-benchmark-");
    Path bucket = Files.createDirectory(folder.resolve(Seeding.BUCKET));
    for (int i = 0; i < files; i++) {
      Files.write(bucket.resolve(String.format(Locale.ROOT, "%08d", i)), new byte[SIZE]);
    }
  }

  /** Starts and stops. */
  @Benchmark
  public void seed() {
    S3EmulatorServer.builder().seed(folder).start().close();
  }

  /** Removes the files. */
  @TearDown
  public void remove() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
