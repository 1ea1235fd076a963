package dev.s3emulator.internal.domain;

import java.util.Optional;
import java.util.Set;

/**
 * A region of AWS.
 *
 * @param name the name, such as {@code us-east-1}
 */
public record Region(String name) {

  /** The region of buckets that were created without a location constraint. */
  public static final Region US_EAST_1 = new Region("us-east-1");

  /** The old name of eu-west-1 in location constraints. */
  public static final String EU = "EU";

  private static final Set<String> KNOWN =
      Set.of(
          "af-south-1",
          "ap-east-1",
          "ap-east-2",
          "ap-northeast-1",
          "ap-northeast-2",
          "ap-northeast-3",
          "ap-south-1",
          "ap-south-2",
          "ap-southeast-1",
          "ap-southeast-2",
          "ap-southeast-3",
          "ap-southeast-4",
          "ap-southeast-5",
          "ap-southeast-6",
          "ap-southeast-7",
          "ca-central-1",
          "ca-west-1",
          "cn-north-1",
          "cn-northwest-1",
          "eu-central-1",
          "eu-central-2",
          "eu-north-1",
          "eu-south-1",
          "eu-south-2",
          "eu-west-1",
          "eu-west-2",
          "eu-west-3",
          "il-central-1",
          "me-central-1",
          "me-south-1",
          "mx-central-1",
          "sa-east-1",
          "us-east-1",
          "us-east-2",
          "us-gov-east-1",
          "us-gov-west-1",
          "us-west-1",
          "us-west-2");

  /** Returns the names of all regions. */
  public static Set<String> names() {
    return KNOWN;
  }

  /** Returns the region of this name. */
  public static Optional<Region> parse(String name) {
    return KNOWN.contains(name) ? Optional.of(new Region(name)) : Optional.empty();
  }

  /**
   * Returns the region that a location constraint means: {@code EU} is eu-west-1, and us-east-1 can
   * only be meant by leaving the constraint out.
   */
  public static Optional<Region> ofLocationConstraint(String constraint) {
    return parse(constraint.equals(EU) ? "eu-west-1" : constraint)
        .filter(region -> !region.equals(US_EAST_1));
  }

  /** Returns the partition that the region belongs to, the second field of every ARN in it. */
  public String partition() {
    if (name.startsWith("cn-")) {
      return "aws-cn";
    }
    return name.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  }

  /** Returns the ARN of a bucket in this region. */
  public String bucketArn(String bucketName) {
    return "arn:" + partition() + ":s3:::" + bucketName;
  }
}
