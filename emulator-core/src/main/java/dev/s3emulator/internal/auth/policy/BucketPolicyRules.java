package dev.s3emulator.internal.auth.policy;

import dev.s3emulator.internal.domain.policy.Statement;
import dev.s3emulator.internal.domain.policy.TextPattern;

/** What S3 refuses in statements of buckets, beyond the syntax. */
final class BucketPolicyRules {

  private BucketPolicyRules() {}

  static void check(Statement statement, String bucketArn) {
    for (TextPattern resource : statement.resources().patterns()) {
      String text = resource.text();
      if (!text.equals(bucketArn) && !text.startsWith(bucketArn + "/")) {
        throw new PolicySyntaxException(Refusals.INVALID_RESOURCE);
      }
    }
  }
}
