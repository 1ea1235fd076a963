package dev.s3emulator.internal.operation.access;

import dev.s3emulator.internal.auth.policy.PublicPolicy;
import dev.s3emulator.internal.domain.policy.Policy;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;
import dev.s3emulator.internal.xml.XmlWriter;

/**
 * {@code GET /bucket?policyStatus}: whether the policy of the bucket is public.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketPolicyStatus.html">AWS</a>
 */
final class GetBucketPolicyStatus implements Operation {

  static final Route ROUTE = Route.bucket("GET", "GetBucketPolicyStatus").query("policyStatus");

  private final S3Engine engine;

  GetBucketPolicyStatus(S3Engine engine) {
    this.engine = engine;
  }

  @Override
  public Route route() {
    return ROUTE;
  }

  @Override
  public S3Response handle(S3Request request) {
    Policy policy = PolicyOfBucket.require(engine, request).policy();
    return S3Response.xml(
        XmlWriter.document("PolicyStatus")
            .element("IsPublic", Boolean.toString(PublicPolicy.isPublic(policy)))
            .finish());
  }
}
