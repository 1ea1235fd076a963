package dev.s3emulator.internal.domain;

import dev.s3emulator.internal.domain.BucketSettings.MfaDelete;

/**
 * What MFA Delete asks for, as pure functions (delete-semantics 5): removing a version for good and
 * configuring the versioning of the bucket need a code of the root of the owner's account. Delete
 * markers, and deleting the bucket, do not.
 */
public final class MfaDeleteRule {

  private MfaDeleteRule() {}

  /** Returns whether a code that comes with a request to this bucket is to be judged. */
  public static boolean isOn(BucketSettings settings) {
    return settings.mfaDelete() == MfaDelete.ENABLED;
  }

  /**
   * Checks a delete, or a batch of deletes as a whole.
   *
   * @param namesVersion whether it names a version: in a batch, whether any key does
   * @throws S3Exception AccessDenied
   */
  public static void requireForDelete(
      BucketSettings settings, boolean namesVersion, SecondFactor secondFactor) {
    if (namesVersion && isOn(settings)) {
      require(
          secondFactor,
          "The bucket "
              + settings.name()
              + " has MFA Delete, and the request names a version to remove for good");
    }
  }

  /**
   * Checks a configuration of the versioning, also one that repeats what is configured.
   *
   * @param enables whether it turns MFA Delete on
   * @throws S3Exception AccessDenied
   */
  public static void requireForVersioning(
      BucketSettings settings, boolean enables, SecondFactor secondFactor) {
    if (isOn(settings)) {
      require(
          secondFactor,
          "The bucket "
              + settings.name()
              + " has MFA Delete, and the request configures its versioning");
    } else if (enables) {
      require(secondFactor, "The request turns MFA Delete on");
    }
  }

  /**
   * Refuses to turn MFA Delete on where lifecycle rules would delete without a code.
   *
   * @param hasLifecycle whether the bucket has a lifecycle configuration
   * @throws S3Exception InvalidBucketState
   */
  public static void requireNoLifecycle(boolean hasLifecycle) {
    if (hasLifecycle) {
      throw S3Exception.of(
          S3Error.INVALID_BUCKET_STATE,
          "Mfa Authentication is not supported on a bucket with lifecycle configuration. Delete"
              + " lifecycle configuration before enabling Mfa Authentication.");
    }
  }

  /**
   * Refuses lifecycle rules for a bucket with MFA Delete.
   *
   * @throws S3Exception InvalidBucketState
   */
  public static void requireOffForLifecycle(BucketSettings settings) {
    if (isOn(settings)) {
      // That S3 refuses is documented; its code and text are not known.
      throw S3Exception.of(S3Error.INVALID_BUCKET_STATE)
          .because(
              "The bucket "
                  + settings.name()
                  + " has MFA Delete, with which lifecycle rules are not supported.");
    }
  }

  private static void require(SecondFactor secondFactor, String what) {
    switch (secondFactor) {
      case ABSENT ->
          throw S3Exception.of(
                  S3Error.ACCESS_DENIED, "Mfa Authentication must be used for this request")
              .because(what + ", but has no header x-amz-mfa.");
      case OF_ANOTHER ->
          throw S3Exception.of(
                  S3Error.ACCESS_DENIED, "This operation may only be performed by the bucket owner")
              .because(
                  what
                      + ". The code in x-amz-mfa is right, but only the root of the account that"
                      + " owns the bucket may use one for this.");
      case OF_BUCKET_OWNER -> {}
    }
  }
}
