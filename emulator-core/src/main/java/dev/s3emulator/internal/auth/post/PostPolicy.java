package dev.s3emulator.internal.auth.post;

import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the signer of a form allows whoever fills it in (protocol-notes 18).
 *
 * @param expiration when it ends
 * @param conditions what it demands of fields
 * @param lengths how large the file may be
 */
public record PostPolicy(
    Instant expiration, List<PolicyCondition> conditions, LengthRange lengths) {

  /** Fields that no condition need name: what signs the policy cannot be in it. */
  private static final Set<String> FREE =
      Set.of("x-amz-signature", "signature", "awsaccesskeyid", "file", "policy");

  private static final String IGNORED = "x-ignore-";
  private static final String BUCKET = "bucket";

  /** Keeps a copy of the conditions. */
  public PostPolicy {
    conditions = List.copyOf(conditions);
  }

  /**
   * Reads a policy as the field has it.
   *
   * @throws S3Exception InvalidPolicyDocument
   */
  public static PostPolicy parse(String base64) {
    return PolicyDocument.read(base64);
  }

  /**
   * Checks a form, in this order: the end of the policy, its conditions, fields that it does not
   * name. The size of the file is not known yet.
   *
   * @param fields the fields by lower-case name
   * @throws S3Exception AccessDenied, which names the first condition that fails
   */
  public void check(Map<String, String> fields, String bucket, Instant now) {
    if (!now.isBefore(expiration)) {
      throw denied("Policy expired.")
          .because(
              "The policy ended at "
                  + expiration
                  + ", and the emulator's clock shows "
                  + now
                  + ".");
    }
    Map<String, String> checked = new LinkedHashMap<>(fields);
    checked.put(BUCKET, bucket);
    for (PolicyCondition condition : conditions) {
      String value = checked.get(condition.name());
      if (value == null || !condition.holds(value)) {
        throw denied("Policy Condition failed: " + condition)
            .because(
                value == null
                    ? "The form has no field " + condition.name() + " before its file."
                    : "The field " + condition.name() + " is \"" + value + "\".");
      }
    }
    requireCovered(checked);
  }

  private void requireCovered(Map<String, String> fields) {
    Set<String> named = new HashSet<>();
    conditions.forEach(condition -> named.add(condition.name()));
    List<String> extra = new ArrayList<>();
    for (String name : fields.keySet()) {
      if (!named.contains(name) && !FREE.contains(name) && !name.startsWith(IGNORED)) {
        extra.add(name);
      }
    }
    if (!extra.isEmpty()) {
      throw denied("Extra input fields: " + String.join(", ", extra))
          .because("No condition of the policy names these fields.");
    }
  }

  private static S3Exception denied(String why) {
    return S3Exception.of(S3Error.ACCESS_DENIED, "Invalid according to Policy: " + why);
  }
}
