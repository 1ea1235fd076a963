package dev.s3emulator.benchmarks;

import dev.s3emulator.S3EmulatorServer;
import dev.s3emulator.Storage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
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

/** A server that is started on a folder with many objects, and stopped. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
public class OpenStorageBenchmark {

  /** How many objects the folder holds. */
  @Param({"1000", "100000"})
  public int objects = 1000;

  private Path folder;

  /** Fills the folder; from some fifty thousand objects on there is a snapshot in it. */
  @Setup
  public void fill() throws IOException {
    folder = Files.createTempDirectory("s3-emulator-benchmark-");
    try (S3EmulatorServer server = start()) {
      Seeding.put(server.port(), objects, 10);
    }
  }

  /** Opens and closes it. */
  @Benchmark
  public void open() {
    start().close();
  }

  /** Writes everything into one file, with all contents. */
  @Benchmark
  public void saveSnapshot(Opened opened) {
    opened.server.snapshot().save(folder.resolveSibling(folder.getFileName() + ".snapshot"));
  }

  private S3EmulatorServer start() {
    return S3EmulatorServer.builder()
        .storage(Storage.directory(folder))
        .bucket(Seeding.BUCKET)
        .start();
  }

  /** Removes the folder. */
  @TearDown
  public void remove() throws IOException {
    Files.deleteIfExists(folder.resolveSibling(folder.getFileName() + ".snapshot"));
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder())
          .forEach(
              path -> {
                try {
                  Files.delete(path);
                } catch (IOException failure) {
                  throw new UncheckedIOException(failure);
                }
              });
    }
  }

  /** A server on the folder. */
  @State(Scope.Benchmark)
  public static class Opened {
    private S3EmulatorServer server;

    /** Starts it. */
    @Setup
    public void start(OpenStorageBenchmark benchmark) {
      server = benchmark.start();
    }

    /** Stops it. */
    @TearDown
    public void stop() {
      server.close();
    }
  }
}
