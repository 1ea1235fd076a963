package dev.s3emulator.internal.auth.permission;

import dev.s3emulator.internal.auth.AccessRequest;
import dev.s3emulator.internal.auth.RequestConditions;
import dev.s3emulator.internal.auth.policy.PolicyQuestion;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.Region;
import java.time.Instant;

/** Puts requests as questions to policies. */
final class PolicyQuestions {

  private PolicyQuestions() {}

  /** Returns the question at a moment. */
  static PolicyQuestion of(AccessRequest request, Instant now) {
    return new PolicyQuestion(
        request.caller(), request.action(), resource(request), new RequestConditions(request, now));
  }

  /** Returns the question with another action. */
  static PolicyQuestion about(String action, PolicyQuestion question) {
    return new PolicyQuestion(
        question.caller(), action, question.resourceArn(), question.context());
  }

  /** Returns the ARN of what is used; where it is no bucket, all of S3 is. */
  private static String resource(AccessRequest request) {
    String name = request.request().target().bucketName();
    String bucket =
        request
            .bucket()
            .map(there -> there.settings().arn())
            .orElseGet(() -> Region.US_EAST_1.bucketArn(name == null ? "*" : name));
    return request.key().map(ObjectKey::toString).map(key -> bucket + "/" + key).orElse(bucket);
  }
}
