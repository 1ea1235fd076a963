package dev.s3emulator.internal.domain;

/**
 * The value of {@code x-amz-mfa}: the serial number of a device, one space, six digits.
 *
 * @param serialNumber the serial number, or the ARN of a virtual device
 * @param code the code that the device showed
 */
public record MfaToken(String serialNumber, String code) {

  /**
   * Returns the token of this header value.
   *
   * @throws S3Exception InvalidArgument if it is not of the form {@code SERIAL CODE}
   */
  public static MfaToken parse(String header) {
    int space = header.indexOf(' ');
    if (space <= 0 || !header.substring(space + 1).matches("[0-9]{6}")) {
      throw S3Exception.invalidArgument(
          "Mfa header is invalid -- the header should be formatted as"
              + " {serialNumber}(space){tokenCode}",
          "x-amz-mfa",
          header);
    }
    return new MfaToken(header.substring(0, space), header.substring(space + 1));
  }
}
