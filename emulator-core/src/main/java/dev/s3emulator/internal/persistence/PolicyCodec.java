package dev.s3emulator.internal.persistence;

import dev.s3emulator.internal.auth.policy.PolicyReader;
import dev.s3emulator.internal.domain.configuration.BucketPolicy;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** A policy as the text that was sent, from which all else follows. */
final class PolicyCodec implements Codec<BucketPolicy> {

  /** The bucket that is being read: a policy is valid for its own bucket only. */
  private String bucketArn = "";

  void beginBucket(String arn) {
    bucketArn = arn;
  }

  @Override
  public void write(BucketPolicy policy, JsonText out) {
    out.string(policy.text());
  }

  @Override
  public BucketPolicy read(JsonValue json) {
    return PolicyReader.bucketPolicy(((JsonString) json).getString(), bucketArn);
  }
}
