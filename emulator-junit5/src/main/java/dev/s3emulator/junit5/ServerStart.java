package dev.s3emulator.junit5;

import dev.s3emulator.BucketOptions;
import dev.s3emulator.S3EmulatorServer;
import dev.s3emulator.Versioning;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Starts the server that an annotation asks for; each refusal names the annotation's element. */
final class ServerStart {

  private final S3Emulator annotation;
  private final Set<String> names = new HashSet<>();

  private ServerStart(S3Emulator annotation) {
    this.annotation = annotation;
  }

  /**
   * Starts a server and fills it.
   *
   * @throws ExtensionConfigurationException if a value cannot be; the server is closed then
   */
  static S3EmulatorServer of(S3Emulator annotation) {
    S3EmulatorServer.Builder builder = S3EmulatorServer.builder();
    apply("region", () -> builder.region(annotation.region()));
    S3EmulatorServer server = builder.start();
    try {
      new ServerStart(annotation).fill(server);
      return server;
    } catch (RuntimeException | Error failure) {
      server.close();
      throw failure;
    }
  }

  private void fill(S3EmulatorServer server) {
    for (int i = 0; i < annotation.buckets().length; i++) {
      create(server, annotation.buckets()[i], "buckets[" + i + "]");
    }
    for (int i = 0; i < annotation.seed().length; i++) {
      String seed = annotation.seed()[i];
      apply("seed[" + i + "]", () -> server.seed(seed));
    }
  }

  private void create(S3EmulatorServer server, Bucket bucket, String element) {
    if (!names.add(bucket.name())) {
      throw wrong(element + ".name", "the bucket \"" + bucket.name() + "\" is there twice.", null);
    }
    if (bucket.objectLock() && bucket.versioning() == Versioning.SUSPENDED) {
      throw wrong(
          element + ".versioning", "a bucket with Object Lock cannot suspend versioning.", null);
    }
    apply(element + ".name", () -> server.createBucket(options(bucket)));
    if (!bucket.seed().isEmpty()) {
      apply(element + ".seed", () -> server.seedBucket(bucket.name(), bucket.seed()));
    }
  }

  private static BucketOptions options(Bucket bucket) {
    BucketOptions options = BucketOptions.named(bucket.name());
    return bucket.objectLock() ? options.objectLock() : options.versioning(bucket.versioning());
  }

  private static void apply(String element, Runnable step) {
    try {
      step.run();
    } catch (IllegalArgumentException refused) {
      throw wrong(element, String.valueOf(refused.getMessage()), refused);
    }
  }

  private static ExtensionConfigurationException wrong(
      String element, String reason, @Nullable Throwable cause) {
    return new ExtensionConfigurationException("@S3Emulator: " + element + ": " + reason, cause);
  }
}
