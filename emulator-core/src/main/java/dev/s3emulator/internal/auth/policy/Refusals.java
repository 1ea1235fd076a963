package dev.s3emulator.internal.auth.policy;

/**
 * What AWS says of policies that it refuses. The texts that errors.tsv has are marked [E]; the
 * others are those that users of S3 report, or, marked [?], our own for what nobody reports.
 */
final class Refusals {

  /** [?] The text is that of IAM for documents that are no JSON. */
  static final String INVALID_JSON = "This policy contains invalid Json";

  /** [E]. */
  static final String NO_STATEMENT = "Missing required field Statement";

  static final String EMPTY_STATEMENT = "Could not parse the policy: Statement is empty!";
  static final String UNKNOWN_FIELD = "Unknown field ";
  static final String SYNTAX = "Invalid policy syntax.";
  static final String INVALID_VERSION = "The policy must contain a valid version string";
  static final String SAME_SID = "Statement IDs (SID) in a single policy must be unique.";
  static final String NO_EFFECT = "Missing required field Effect";
  static final String INVALID_EFFECT = "Invalid effect: ";
  static final String NO_PRINCIPAL = "Missing required field Principal";
  static final String NO_ACTION = "Missing required field Action";
  static final String NO_RESOURCE = "Missing required field Resource";

  /** [E]. */
  static final String INVALID_PRINCIPAL = "Invalid principal in policy";

  /** The sentence of IAM. */
  static final String PRINCIPAL_OF_USER = "Policy document should not specify a principal";

  static final String ALLOW_WITH_NOT_PRINCIPAL = "Allow with NotPrincipal is not allowed.";

  /** [E]. */
  static final String INVALID_ACTION = "Policy has invalid action";

  /** [E]. */
  static final String INVALID_RESOURCE = "Policy has invalid resource";

  /** [E]. */
  static final String ACTION_WITHOUT_RESOURCE =
      "Action does not apply to any resource(s) in statement";

  static final String INVALID_CONDITION_TYPE = "Invalid Condition type : ";
  static final String INVALID_CONDITION_KEY = "Policy has an invalid condition key";
  static final String CONDITION_WITHOUT_ACTION =
      "Conditions do not apply to combination of actions and resources in statement";

  private Refusals() {}
}
