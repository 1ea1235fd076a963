package dev.s3emulator.internal.operation.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.s3emulator.internal.auth.policy.PolicyReader;
import dev.s3emulator.internal.auth.policy.PublicPolicy;
import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.Change;
import dev.s3emulator.internal.domain.PublicAccessBlock;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.configuration.BucketPolicy;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.BodyRule;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;

/**
 * {@code PUT /bucket?policy}: sets the policy of the bucket.
 *
 * <p>{@code x-amz-confirm-remove-self-bucket-access} confirms that the caller may lose the right to
 * change the policy again. Nothing is known of S3 refusing a policy without it, so it changes
 * nothing here.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html">AWS</a>
 */
final class PutBucketPolicy implements Operation {

  /** White space does not count for the limit of the policy, but has some limit, too. */
  private static final int MAX_DOCUMENT_BYTES = 256 * 1024;

  static final Route ROUTE =
      Route.bucket("PUT", "PutBucketPolicy")
          .query("policy")
          .body(BodyRule.document(MAX_DOCUMENT_BYTES));

  private final S3Engine engine;

  PutBucketPolicy(S3Engine engine) {
    this.engine = engine;
  }

  @Override
  public Route route() {
    return ROUTE;
  }

  @Override
  public S3Response handle(S3Request request) {
    String arn = engine.state().requireBucket(request.bucketName()).settings().arn();
    BucketPolicy policy =
        request.readDocument(bytes -> PolicyReader.bucketPolicy(new String(bytes, UTF_8), arn));
    engine.changeBucket(
        request.bucketName(),
        bucket -> {
          requireNotBlocked(request, bucket, policy);
          return new Change<>(bucket.with(bucket.settings().with(policy)), policy);
        });
    return S3Response.noContent();
  }

  private static void requireNotBlocked(S3Request request, Bucket bucket, BucketPolicy policy) {
    if (bucket
        .settings()
        .configuration(PublicAccessBlock.class)
        .filter(PublicAccessBlock::blockPublicPolicy)
        .isEmpty()) {
      return;
    }
    PublicPolicy.publicStatement(policy.policy())
        .ifPresent(
            statement -> {
              throw S3Exception.of(S3Error.ACCESS_DENIED, blocked(request, bucket))
                  .because(
                      "The public access block of the bucket "
                          + bucket.name()
                          + " has BlockPublicPolicy, and "
                          + statement.name()
                          + " of the policy is public: it allows something to everybody.");
            });
  }

  /** What AWS says, as many users quote it; nobody quotes what anonymous callers are told. */
  private static String blocked(S3Request request, Bucket bucket) {
    return request.caller().isAnonymous()
        ? S3Error.ACCESS_DENIED.message()
        : "User: "
            + request.caller().arn()
            + " is not authorized to perform: s3:PutBucketPolicy on resource: \""
            + bucket.settings().arn()
            + "\" because public policies are blocked by the BlockPublicPolicy block public access"
            + " setting.";
  }
}
