package dev.s3emulator.internal.auth.sigv4;

import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;

/** How S3 words what is wrong with a credential, which depends on where it stands. */
public enum CredentialErrors {
  /** In the header Authorization. */
  HEADER(S3Error.AUTHORIZATION_HEADER_MALFORMED, "The authorization header is malformed; ") {
    @Override
    S3Exception otherDate(String scopeDate, String requestDate) {
      return malformed("Invalid credential date. Date is not the same as X-Amz-Date.");
    }
  },
  /** In the parameter X-Amz-Credential. */
  QUERY(S3Error.AUTHORIZATION_QUERY_PARAMETERS, "Error parsing the X-Amz-Credential parameter; ") {
    @Override
    S3Exception otherDate(String scopeDate, String requestDate) {
      return S3Exception.of(
          S3Error.AUTHORIZATION_QUERY_PARAMETERS,
          "Invalid credential date \""
              + scopeDate
              + "\". This date is not the same as X-Amz-Date: \""
              + requestDate
              + "\".");
    }
  };

  private final S3Error error;
  private final String prefix;

  CredentialErrors(S3Error error, String prefix) {
    this.error = error;
    this.prefix = prefix;
  }

  /** Returns the error with what follows the common beginning of the message. */
  public S3Exception malformed(String rest) {
    return S3Exception.of(error, prefix + rest);
  }

  /** Returns the error of a scope that is for another day than the request. */
  abstract S3Exception otherDate(String scopeDate, String requestDate);
}
