package dev.s3emulator.internal.auth.sigv4;

import dev.s3emulator.internal.domain.Region;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.protocol.SigningService;
import org.jspecify.annotations.Nullable;

/**
 * What a credential says: {@code AKID/20130524/us-east-1/s3/aws4_request}.
 *
 * @param accessKeyId the key that signed
 * @param date the day that the signing key is for, {@code yyyyMMdd}
 * @param region the region that it is for
 * @param service the service that it is for, {@code s3} nearly always
 * @param terminal {@code aws4_request}
 */
public record CredentialScope(
    String accessKeyId, String date, String region, String service, String terminal) {

  /** The end of every scope. */
  static final String TERMINAL = "aws4_request";

  /**
   * Reads a credential of five parts.
   *
   * @throws S3Exception if it has another number of parts
   */
  public static CredentialScope parse(String credential, CredentialErrors errors) {
    String[] parts = credential.split("/", -1);
    if (parts.length != 5) {
      throw errors.malformed(
          "the Credential is mal-formed; expecting"
              + " \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\".");
    }
    return new CredentialScope(parts[0], parts[1], parts[2], parts[3], parts[4]);
  }

  /**
   * Checks date format, region, service and terminal, in this order.
   *
   * @param expected the region that it must be for, or null when any will do
   * @param endpoint the service that it must be for
   */
  public void check(@Nullable Region expected, SigningService endpoint, CredentialErrors errors) {
    if (!AmzDate.isDay(date)) {
      throw errors.malformed(
          "incorrect date format \""
              + date
              + "\". This date in the credential must be in the format \"yyyyMMdd\".");
    }
    if (region.isEmpty()) {
      throw errors.malformed("a non-empty region must be provided in the credential.");
    }
    if (expected != null && !region.equals(expected.name())) {
      throw errors
          .malformed("the region '" + region + "' is wrong; expecting '" + expected.name() + "'")
          .with("Region", expected.name());
    }
    if (!service.equals(endpoint.signingName())) {
      throw errors.malformed(
          "incorrect service \""
              + service
              + "\". This endpoint belongs to \""
              + endpoint.signingName()
              + "\".");
    }
    if (!terminal.equals(TERMINAL)) {
      throw errors.malformed(
          "incorrect terminal \"" + terminal + "\". This endpoint uses \"aws4_request\".");
    }
  }

  /** Checks that the scope is for the day of the request. */
  public void checkDate(AmzDate requestTime, CredentialErrors errors) {
    if (!requestTime.text().startsWith(date)) {
      throw errors.otherDate(date, requestTime.date());
    }
  }

  /** Returns the scope as it stands in a string to sign: without the key. */
  public String text() {
    return String.join("/", date, region, service, terminal);
  }
}
