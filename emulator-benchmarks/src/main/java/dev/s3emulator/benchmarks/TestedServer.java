package dev.s3emulator.benchmarks;

import dev.s3emulator.BucketOptions;
import dev.s3emulator.S3EmulatorServer;
import dev.s3emulator.Storage;
import dev.s3emulator.Versioning;

/** The emulator with one bucket, or the bare server in its place. */
record TestedServer(int port, Runnable stop) implements AutoCloseable {

  static TestedServer of(S3EmulatorServer emulator) {
    return new TestedServer(emulator.port(), emulator::close);
  }

  static TestedServer bare(byte[] body) {
    BareServer bare = BareServer.start(body);
    return new TestedServer(bare.port(), bare::close);
  }

  static S3EmulatorServer emulator(boolean versioned) {
    BucketOptions bucket = BucketOptions.named(Seeding.BUCKET);
    return S3EmulatorServer.start()
        .createBucket(versioned ? bucket.versioning(Versioning.ENABLED) : bucket);
  }

  /**
   * Returns an emulator that keeps its objects in {@code heap}, {@code directory} or {@code jimfs}.
   */
  static S3EmulatorServer emulator(String storage) {
    return S3EmulatorServer.builder()
        .storage(
            switch (storage) {
              case "heap" -> Storage.heap();
              case "directory" -> Storage.temporaryDirectory();
              case "durable" -> Storage.temporaryDirectory().durable(true);
              case "jimfs" -> Storage.jimfs();
              default -> throw new IllegalArgumentException("No storage: " + storage);
            })
        .bucket(Seeding.BUCKET)
        .start();
  }

  @Override
  public void close() {
    stop.run();
  }
}
