package dev.s3emulator.benchmarks;

import dev.s3emulator.BucketOptions;
import dev.s3emulator.S3EmulatorServer;
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

  @Override
  public void close() {
    stop.run();
  }
}
