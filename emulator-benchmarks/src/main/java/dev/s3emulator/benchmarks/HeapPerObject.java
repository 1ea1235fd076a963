package dev.s3emulator.benchmarks;

import dev.s3emulator.S3EmulatorServer;
import java.io.IOException;
import java.util.Locale;

/** Prints how much heap an object of 1 KiB takes above its payload; not a JMH benchmark. */
public final class HeapPerObject {

  private static final int COUNT = 100_000;
  private static final int SIZE = 1024;

  private HeapPerObject() {}

  /**
   * Measures once; {@code java -cp benchmarks.jar dev.s3emulator.benchmarks.HeapPerObject}. With
   * the argument {@code directory} or {@code jimfs} objects are in files.
   */
  public static void main(String[] arguments) throws IOException {
    String storage = arguments.length == 0 ? "heap" : arguments[0];
    // Whatever the size of an object in a file is, the heap has none of it.
    int payload = storage.equals("directory") ? 0 : SIZE;
    try (S3EmulatorServer emulator = TestedServer.emulator(storage)) {
      // Also what is there once only, such as classes and the journal, is there before.
      Seeding.put(emulator.port(), 2000, SIZE);
      emulator.reset();
      long before = usedAfterCollection();
      Seeding.put(emulator.port(), COUNT, SIZE);
      long used = usedAfterCollection() - before;
      double above = (double) used / COUNT - payload;
      System.out.printf(Locale.ROOT, "%.0f bytes an object above its %d%n", above, payload);
    }
  }

  private static long usedAfterCollection() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 4; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
