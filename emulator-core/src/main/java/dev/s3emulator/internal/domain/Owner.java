package dev.s3emulator.internal.domain;

/**
 * The account that owns a bucket or an object, or that makes a request.
 *
 * @param accountId 12 digits
 * @param canonicalId 64 hex digits, the {@code <ID>} of listings and ACLs
 * @param displayName the name that {@code <Initiator>} shows
 */
public record Owner(String accountId, String canonicalId, String displayName) {

  /** The account that owns everything as long as no other is registered. */
  public static final Owner DEFAULT =
      new Owner(
          "123456789012",
          "75aa57f09aa0c8caeab4f8c24e99d10f8e7faeebf76c078efc7c6caea54ba06a",
          "s3emulator");

  /**
   * Checks the form of an expected bucket owner, which S3 does before it looks for the bucket.
   *
   * @throws S3Exception InvalidBucketOwnerAWSAccountID if it is not 12 digits
   */
  public static void requireAccountIdForm(String expected) {
    if (!expected.matches("[0-9]{12}")) {
      throw S3Exception.of(
          S3Error.INVALID_BUCKET_OWNER_ACCOUNT_ID,
          S3Error.INVALID_BUCKET_OWNER_ACCOUNT_ID.message() + " [" + expected + "]");
    }
  }

  /**
   * Checks that this is the owner that a request expects.
   *
   * @throws S3Exception AccessDenied if it expects another account
   */
  public void requireAccountId(String expected) {
    if (!expected.equals(accountId)) {
      throw S3Exception.of(S3Error.ACCESS_DENIED)
          .because(
              "The request expects the bucket to belong to the account "
                  + expected
                  + "; it belongs to "
                  + accountId
                  + ".");
    }
  }
}
