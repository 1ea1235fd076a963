package dev.s3emulator.junit5;

import dev.s3emulator.ObjectOwnership;
import dev.s3emulator.Versioning;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A bucket that is there before each test, see {@link S3Emulator#buckets}. */
@Target({})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface Bucket {

  /** The name, by S3's rules for the names of general purpose buckets. */
  String name();

  /**
   * The versioning state. A bucket with {@link #objectLock} or {@link #mfaDelete} is {@link
   * Versioning#ENABLED} without saying so; one with Object Lock cannot be {@link
   * Versioning#SUSPENDED}.
   */
  Versioning versioning() default Versioning.UNVERSIONED;

  /** Whether the bucket has Object Lock, which needs versions. */
  boolean objectLock() default false;

  /**
   * The default retention, at most one: of every version whose upload names none. A bucket with it
   * has {@link #objectLock} without saying so.
   */
  DefaultRetention[] defaultRetention() default {};

  /**
   * Whether MFA Delete is turned on, as only the root of the owner's account can do it by a
   * request. A bucket with it is {@link Versioning#ENABLED} unless it is {@link
   * Versioning#SUSPENDED}. Not on another S3 than an emulator.
   *
   * @see dev.s3emulator.User#mfaDevices
   */
  boolean mfaDelete() default false;

  /** Who owns what is uploaded, and whether ACLs count; they do not by default, as in S3. */
  ObjectOwnership objectOwnership() default ObjectOwnership.BUCKET_OWNER_ENFORCED;

  /**
   * Whether policies and ACLs may make the bucket public: whether it lacks the public access block
   * that a new bucket of S3 has. This alone makes nothing public.
   */
  boolean allowPublicAccess() default false;

  /**
   * The bucket's ACL by the name that requests give in {@code x-amz-acl}, such as {@code
   * public-read}. All but {@code private} need an {@link #objectOwnership} under which ACLs count,
   * and public ones {@link #allowPublicAccess}.
   */
  String cannedAcl() default "private";

  /**
   * The fixture whose files become the bucket's objects: {@code classpath:/fixtures/photos} or the
   * path of a folder. Empty, the default, for a bucket without objects.
   */
  String seed() default "";
}
