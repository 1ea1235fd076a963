package dev.s3emulator.internal.auth;

/** Where the signature of a request stands. */
public enum AuthenticationType {
  /** Nowhere: the request is anonymous. */
  NONE(""),
  /** In the header Authorization. */
  HEADER("REST-HEADER"),
  /** In the query, as in presigned URLs. */
  QUERY_STRING("REST-QUERY-STRING"),
  /** In a field of a form. */
  POST("POST");

  private final String policyName;

  AuthenticationType(String policyName) {
    this.policyName = policyName;
  }

  /** Returns the value of the condition key {@code s3:authType}, empty for anonymous requests. */
  public String policyName() {
    return policyName;
  }
}
