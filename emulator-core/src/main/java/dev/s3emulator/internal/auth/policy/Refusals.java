package dev.s3emulator.internal.auth.policy;

/**
 * What AWS says of policies that it refuses. [E]: errors.tsv has it; [U]: users of S3 quote it from
 * answers of AWS; [I]: what IAM says of its policies, as nobody quotes S3; [?]: ours.
 */
final class Refusals {

  /** [U]. */
  static final String INVALID_JSON = "This policy contains invalid Json";

  /** [U], said of fields that stand there twice and of those that exclude each other. */
  static final String SECOND_INSTANCE = "Statement/policy already has instance of ";

  /** [U], but for the code: other servers have {@code PolicyTooLarge}, which AWS does not list. */
  static final String TOO_LARGE = "Policy exceeds the maximum allowed document size.";

  /** [E], where the field is that of statements; [U] of the others. */
  static final String MISSING = "Missing required field ";

  /** [U], behind {@link #MISSING} and the name of a field. */
  static final String CANNOT_BE_EMPTY = " cannot be empty!";

  /** [U]. */
  static final String EMPTY_STATEMENT = "Could not parse the policy: Statement is empty!";

  /** [U]. */
  static final String UNKNOWN_FIELD = "Unknown field ";

  /** [U], said of values of the wrong kind. */
  static final String SYNTAX = "Invalid policy syntax.";

  /** [U]. */
  static final String INVALID_VERSION = "The policy must contain a valid version string";

  /** [I]. */
  static final String SAME_SID = "Statement IDs (SID) in a single policy must be unique.";

  /** [U]. */
  static final String INVALID_EFFECT = "Invalid effect: ";

  /** [E]. */
  static final String INVALID_PRINCIPAL = "Invalid principal in policy";

  /** [I]. */
  static final String ALLOW_WITH_NOT_PRINCIPAL = "Allow with NotPrincipal is not allowed.";

  /** [I], only in policies of users. */
  static final String PRINCIPAL_OF_USER = "Policy document should not specify a principal.";

  /** [E]. */
  static final String INVALID_ACTION = "Policy has invalid action";

  /** [E]. */
  static final String INVALID_RESOURCE = "Policy has invalid resource";

  /** [E]. */
  static final String ACTION_WITHOUT_RESOURCE =
      "Action does not apply to any resource(s) in statement";

  /** [U]. */
  static final String INVALID_CONDITION_TYPE = "Invalid Condition type : ";

  /** [U]. */
  static final String INVALID_CONDITION_KEY = "Policy has an invalid condition key";

  /** [U]. */
  static final String CONDITION_WITHOUT_ACTION =
      "Conditions do not apply to combination of actions and resources in statement";

  /** [U]. */
  static final String INVALID_ADDRESS = "Invalid IP address in Conditions";

  private Refusals() {}
}
