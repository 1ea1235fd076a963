package dev.s3emulator.internal.protocol;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.MfaToken;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.SecondFactor;
import java.util.Optional;

/**
 * What an operation may ask about the caller of one request and about other accounts, beyond what
 * the pipeline has asked for it.
 */
public interface AccessCheck {

  /**
   * Requires that the caller may perform an action on an object: with each key of a batch, with the
   * source of a copy.
   *
   * @param versionId the version as the client named it; if given, the action is that on versions
   * @throws S3Exception AccessDenied
   */
  void require(NeededAction action, Bucket bucket, ObjectKey key, Optional<String> versionId);

  /**
   * Requires an action on what is there, by its name.
   *
   * @param action the IAM action without a version, such as {@code s3:GetObject}
   */
  default void require(String action, Bucket bucket, ObjectKey key, Optional<String> versionId) {
    require(NeededAction.of(action), bucket, key, versionId);
  }

  /**
   * Requires that the caller may perform an action on the bucket that the request is to make, about
   * which only the caller's own policies can say anything.
   *
   * @throws S3Exception AccessDenied
   */
  void requireOnNewBucket(NeededAction action);

  /**
   * Returns the check of the same request as if it had this header besides: in its place stands
   * what the body says of one key, for the conditions of policies.
   */
  AccessCheck withHeader(String name, String value);

  /**
   * Returns what the caller is told of a refusal: whoever may not list a bucket does not learn
   * which keys are missing in it, but that he may not read them (protocol-notes 25).
   *
   * @param refusal any; only NoSuchKey is replaced
   */
  S3Exception discreetly(S3Exception refusal, Bucket bucket);

  /**
   * Judges a second factor.
   *
   * @param bucket what it is to be used for
   * @return whose it is; never {@link SecondFactor#ABSENT}
   * @throws S3Exception if the device is not the caller's, or if its code is wrong
   */
  SecondFactor secondFactor(MfaToken token, Bucket bucket);

  /** Returns the account that an ACL may name by this email address. */
  Optional<Owner> accountByEmail(String address);
}
