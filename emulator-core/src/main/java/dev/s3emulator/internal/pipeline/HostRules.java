package dev.s3emulator.internal.pipeline;

import dev.s3emulator.internal.domain.BucketSettings;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.configuration.AccelerateConfiguration;
import dev.s3emulator.internal.protocol.Endpoint;
import dev.s3emulator.internal.protocol.Endpoint.Kind;
import dev.s3emulator.internal.protocol.RequestTarget;
import dev.s3emulator.internal.protocol.S3Headers;
import java.util.Optional;

/** Which buckets a host serves (protocol-notes 7). */
final class HostRules {

  private HostRules() {}

  /**
   * Checks that a host serves a bucket.
   *
   * @throws S3Exception PermanentRedirect at the host of another region, InvalidRequest at the
   *     accelerate endpoint of a bucket without it, IncorrectEndpoint at the website of another
   *     region
   */
  static void check(RequestTarget target, BucketSettings bucket) {
    Endpoint endpoint = target.endpoint();
    if (endpoint.kind() == Kind.ACCELERATE) {
      checkAccelerate(bucket);
    }
    // A host that names no region serves all of them.
    if (endpoint.region().isPresent() && !endpoint.region().get().equals(bucket.region())) {
      throw target.isWebsite() ? otherWebsite(bucket) : otherRegion(bucket);
    }
  }

  private static void checkAccelerate(BucketSettings bucket) {
    if (bucket.name().indexOf('.') >= 0) {
      throw accelerationIs("not supported for buckets with periods (.) in their names");
    }
    Optional<AccelerateConfiguration> accelerate =
        bucket.configuration(AccelerateConfiguration.class);
    if (accelerate.isEmpty()) {
      throw accelerationIs("not configured on this bucket");
    }
    if (!accelerate.get().enabled()) {
      throw accelerationIs("disabled on this bucket");
    }
  }

  private static S3Exception accelerationIs(String what) {
    String end = what.endsWith("bucket") ? "." : "";
    return S3Exception.invalidRequest("Amazon S3 Transfer Acceleration is " + what + end);
  }

  private static S3Exception otherRegion(BucketSettings bucket) {
    return S3Exception.of(S3Error.PERMANENT_REDIRECT)
        .with("Bucket", bucket.name())
        .with("Endpoint", bucket.name() + ".s3." + bucket.region() + suffix(bucket))
        .header(S3Headers.BUCKET_REGION, bucket.region());
  }

  private static S3Exception otherWebsite(BucketSettings bucket) {
    return S3Exception.of(S3Error.INCORRECT_ENDPOINT)
        .with("Endpoint", bucket.name() + ".s3-website." + bucket.region() + suffix(bucket));
  }

  private static String suffix(BucketSettings bucket) {
    return bucket.region().startsWith("cn-") ? ".amazonaws.com.cn" : ".amazonaws.com";
  }
}
