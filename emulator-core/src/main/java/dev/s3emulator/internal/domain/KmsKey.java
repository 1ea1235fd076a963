package dev.s3emulator.internal.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the KMS key that a name means.
 *
 * <p>There is no Key Management Service here, so keys are names: whatever could be one is the name
 * of a key that exists and may be used. An alias always means the same key of its account.
 */
public final class KmsKey {

  /** The alias of the key that S3 uses where a request names none. */
  public static final String AWS_MANAGED = "alias/aws/s3";

  private static final Pattern ARN =
      Pattern.compile("(arn:aws[a-z-]*:kms:([a-z0-9-]+):([0-9]{12}):)(.+)");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,256}");
  private static final Pattern ALIAS = Pattern.compile("alias/[A-Za-z0-9/_-]{1,250}");

  private KmsKey() {}

  /**
   * Returns the ARN of a key, which is what S3 shows however the key was named.
   *
   * @param name a key id, an alias, or the ARN of one of them
   * @param region the region of the bucket, whose keys alone can be used
   * @param accountId the account that a name without an account belongs to
   * @throws S3Exception KMS.NotFoundException if it cannot be the name of a key in this region
   */
  public static String arn(String name, Region region, String accountId) {
    if (!name.startsWith("arn:")) {
      String prefix = "arn:" + region.partition() + ":kms:" + region.name() + ":" + accountId + ":";
      return arn(prefix, name, name);
    }
    Matcher arn = ARN.matcher(name);
    if (!arn.matches()) {
      throw invalid(name);
    }
    if (!arn.group(2).equals(region.name())) {
      throw S3Exception.of(S3Error.KMS_NOT_FOUND, "Invalid arn " + arn.group(2))
          .because("The key is of another region than the bucket.");
    }
    String resource = arn.group(4);
    return arn(arn.group(1), resource.startsWith("key/") ? resource.substring(4) : resource, name);
  }

  private static String arn(String prefix, String resource, String name) {
    if (ALIAS.matcher(resource).matches()) {
      return prefix + "key/" + UUID.nameUUIDFromBytes((prefix + resource).getBytes(UTF_8));
    }
    if (!ID.matcher(resource).matches()) {
      throw invalid(name);
    }
    return prefix + "key/" + resource;
  }

  private static S3Exception invalid(String name) {
    return S3Exception.of(S3Error.KMS_NOT_FOUND, "Invalid keyId '" + name + "'");
  }
}
