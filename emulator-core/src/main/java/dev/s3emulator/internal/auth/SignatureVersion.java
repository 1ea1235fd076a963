package dev.s3emulator.internal.auth;

/** The way in which a request is signed. */
public enum SignatureVersion {
  /** Signature Version 2. */
  V2("AWS"),
  /** Signature Version 4. */
  V4("AWS4-HMAC-SHA256");

  private final String policyName;

  SignatureVersion(String policyName) {
    this.policyName = policyName;
  }

  /** Returns the value of the condition key {@code s3:signatureversion}. */
  public String policyName() {
    return policyName;
  }
}
