package dev.s3emulator.junit5;

import dev.s3emulator.S3EmulatorServer;
import dev.s3emulator.junit5.internal.endpoint.RemoteBuckets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Another S3 in place of an emulator, where the buckets of the options exist during a test. */
final class OtherServer implements Backend {

  private final OtherS3 other;
  private final String region;
  private final @Nullable RemoteBuckets buckets;

  private OtherServer(OtherS3 other, String region, @Nullable RemoteBuckets buckets) {
    this.other = other;
    this.region = region;
    this.buckets = buckets;
  }

  /**
   * Prepares what the options ask for, and makes the buckets if tests are to share them.
   *
   * <p>An emulator is filled as the options say and then shows what to make elsewhere. Thus
   * annotations and fixtures are checked in one place and mean the same.
   */
  static OtherServer open(EmulatorOptions options, OtherS3 other) {
    String region = other.region().orElse(options.region());
    RemoteBuckets buckets = buckets(options, other, region);
    OtherServer server = new OtherServer(other, region, buckets);
    try {
      if (!options.reset()) {
        server.begin();
      }
      return server;
    } catch (RuntimeException | Error failure) {
      server.closeAfter(failure);
      throw failure;
    }
  }

  private static @Nullable RemoteBuckets buckets(
      EmulatorOptions options, OtherS3 other, String region) {
    S3EmulatorServer model = ServerStart.of(options);
    try {
      if (model.snapshot().buckets().isEmpty()) {
        model.close();
        return null;
      }
      requireSdk();
      return new RemoteBuckets(other.endpoint(), other.accessKey(), region, model, other.claims());
    } catch (RuntimeException | Error failure) {
      model.close();
      throw failure;
    }
  }

  private static void requireSdk() {
    if (!ClassPath.has("software.amazon.awssdk.services.s3.S3Client")) {
      throw OtherS3.wrong(
          "s3emulator.endpoint",
          "the buckets are made there with the AWS SDK for Java 2: add software.amazon.awssdk:s3"
              + " to the class path.",
          null);
    }
  }

  @Override
  public S3Target target(Function<Class<?>, Object> clients, ClosingStack closing) {
    return S3Target.of(other.endpoint(), region, other.accessKey(), clients, closing);
  }

  @Override
  public void begin() {
    if (buckets != null) {
      buckets.create();
    }
  }

  @Override
  public void end() {
    if (buckets != null) {
      buckets.remove();
    }
  }

  private void closeAfter(Throwable failure) {
    try {
      close();
    } catch (RuntimeException second) {
      failure.addSuppressed(second);
    }
  }

  @Override
  public void close() {
    if (buckets != null) {
      buckets.close();
    }
  }
}
