package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.MfaDeleteRule;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.configuration.LifecycleConfiguration;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.BodyRule;
import dev.s3emulator.internal.routing.Route;
import java.util.List;

/**
 * {@code PUT /bucket?lifecycle}: replaces the lifecycle rules, which are kept and shown; they are
 * not executed yet.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketLifecycleConfiguration.html">AWS</a>
 */
final class PutBucketLifecycleConfiguration extends PutConfiguration<LifecycleConfiguration> {

  static final Route ROUTE =
      Route.bucket("PUT", "PutBucketLifecycleConfiguration")
          .query("lifecycle")
          .action("s3:PutLifecycleConfiguration")
          .body(BodyRule.checkedDocument(MAX_DOCUMENT_BYTES));

  private static final List<String> MINIMUM_OBJECT_SIZES =
      List.of(LifecycleConfiguration.DEFAULT_MINIMUM_OBJECT_SIZE, "varies_by_storage_class");

  PutBucketLifecycleConfiguration(S3Engine engine) {
    super(engine, ROUTE, LifecycleDocument.KIND);
  }

  @Override
  public void checkHead(S3Request request) {
    minimumObjectSize(request);
  }

  @Override
  LifecycleConfiguration prepare(
      S3Request request, Bucket bucket, LifecycleConfiguration configuration) {
    MfaDeleteRule.requireOffForLifecycle(bucket.settings());
    return new LifecycleConfiguration(
        GeneratedIds.complete(configuration.document(), "ID", engine().ids()),
        minimumObjectSize(request));
  }

  @Override
  S3Response success(LifecycleConfiguration stored) {
    return S3Response.ok()
        .header(S3Headers.TRANSITION_DEFAULT_MINIMUM_OBJECT_SIZE, stored.minimumObjectSize())
        .build();
  }

  private static String minimumObjectSize(S3Request request) {
    String value =
        request
            .headerValue(S3Headers.TRANSITION_DEFAULT_MINIMUM_OBJECT_SIZE)
            .orElse(LifecycleConfiguration.DEFAULT_MINIMUM_OBJECT_SIZE);
    if (!MINIMUM_OBJECT_SIZES.contains(value)) {
      throw S3Exception.invalidRequest(
          "Invalid TransitionDefaultMinimumObjectSize found: " + value);
    }
    return value;
  }
}
