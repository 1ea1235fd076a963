package dev.s3emulator.junit5;

import dev.s3emulator.BucketOptions;
import dev.s3emulator.S3EmulatorServer;
import dev.s3emulator.S3EmulatorServerBuilder;
import dev.s3emulator.Versioning;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Starts the server that options ask for; each refusal names the element. */
final class ServerStart {

  private final EmulatorOptions options;
  private final Set<String> names = new HashSet<>();

  private ServerStart(EmulatorOptions options) {
    this.options = options;
  }

  /**
   * Starts a server and fills it.
   *
   * @throws ExtensionConfigurationException if a value cannot be; the server is closed then
   */
  static S3EmulatorServer of(EmulatorOptions options) {
    ServerStart start = new ServerStart(options);
    S3EmulatorServer server = start.builder().start();
    try {
      start.fill(server);
      return server;
    } catch (RuntimeException | Error failure) {
      server.close();
      throw failure;
    }
  }

  private S3EmulatorServerBuilder builder() {
    S3EmulatorServerBuilder builder =
        S3EmulatorServer.builder().strict(options.strict()).https(options.https());
    apply("region", () -> builder.region(options.region()));
    if (options.accessKey().isEmpty() != options.secretKey().isEmpty()) {
      throw options.accessKey().isEmpty()
          ? options.wrong("accessKey", "is missing, and secretKey is there.")
          : options.wrong("secretKey", "is missing, and accessKey is there.");
    }
    if (!options.accessKey().isEmpty()) {
      apply("accessKey", () -> builder.accessKey(options.accessKey(), options.secretKey()));
    }
    options.settings().forEach(setting -> apply("settings", () -> setting.accept(builder)));
    return builder;
  }

  private void fill(S3EmulatorServer server) {
    for (int i = 0; i < options.buckets().size(); i++) {
      create(server, options.buckets().get(i), "buckets[" + i + "]");
    }
    for (int i = 0; i < options.seeds().size(); i++) {
      String seed = options.seeds().get(i);
      apply("seed[" + i + "]", () -> server.seed(seed));
    }
  }

  private void create(S3EmulatorServer server, BucketSpec bucket, String element) {
    if (!names.add(bucket.name())) {
      throw options.wrong(
          element + ".name", "the bucket \"" + bucket.name() + "\" is there twice.");
    }
    if (bucket.objectLock() && bucket.versioning() == Versioning.SUSPENDED) {
      throw options.wrong(
          element + ".versioning", "a bucket with Object Lock cannot suspend versioning.");
    }
    BucketOptions plain = bucket.toOptions();
    apply(element + ".defaultRetention", () -> bucket.withRetention(plain));
    apply(element + ".name", () -> server.createBucket(bucket.withRetention(plain)));
    if (!bucket.seed().isEmpty()) {
      apply(element + ".seed", () -> server.seedBucket(bucket.name(), bucket.seed()));
    }
  }

  private void apply(String element, Runnable step) {
    try {
      step.run();
    } catch (IllegalArgumentException refused) {
      throw options.wrong(element, String.valueOf(refused.getMessage()), refused);
    }
  }
}
