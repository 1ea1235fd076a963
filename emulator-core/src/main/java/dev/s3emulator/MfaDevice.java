package dev.s3emulator;

import dev.s3emulator.internal.auth.mfa.ListedCodes;
import dev.s3emulator.internal.auth.mfa.TimeCodes;
import dev.s3emulator.internal.auth.mfa.TokenCodes;
import dev.s3emulator.internal.auth.mfa.TokenDevice;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A device for multi-factor authentication, whose codes MFA Delete asks for: {@code
 * User.named("root").mfaDevices(MfaDevice.withCodes("20899872", "123456"))}.
 *
 * <p>A request presents a code in the header {@code x-amz-mfa: SERIAL CODE}, which {@link
 * #headerAt} makes. Unless the device is {@link #singleUse}, a code counts as often as it is
 * presented.
 *
 * <p>Immutable and safe for use by many threads. One device may be given to users of several
 * servers; of one server only one user has it. Two devices are equal if they have the same serial
 * number, show the same codes and are both for single use, or both not.
 */
public final class MfaDevice {

  private static final int MAX_CODES = 1_000;

  /** What IAM allows in serial numbers, which may be ARNs. */
  private static final Pattern SERIAL_NUMBER = Pattern.compile("[\\w+=/:,.@-]{1,256}");

  private static final Pattern CODE = Pattern.compile("[0-9]{6}");

  private final TokenDevice device;

  private MfaDevice(String serialNumber, TokenCodes codes, boolean singleUse) {
    if (!SERIAL_NUMBER.matcher(serialNumber).matches()) {
      throw new IllegalArgumentException(
          "The serial number \""
              + serialNumber
              + "\" of an MFA device is not one that IAM allows.");
    }
    device = new TokenDevice(serialNumber, codes, singleUse);
  }

  /**
   * Returns a virtual device, whose codes follow from the time (RFC 6238: HMAC-SHA1, six digits, a
   * new one every 30 seconds). The server takes the code of its {@link S3EmulatorServer#clock}, and
   * the codes before and after it.
   *
   * @param serialNumber the serial number, or the ARN of a virtual device such as {@code
   *     arn:aws:iam::123456789012:mfa/root-account-mfa-device}
   * @param base32Seed the secret as IAM shows it, at least 16 characters; blanks, hyphens, padding
   *     and case mean nothing
   * @throws IllegalArgumentException if the serial number has characters that IAM does not allow,
   *     or the seed is not Base32 or too short
   */
  public static MfaDevice of(String serialNumber, String base32Seed) {
    return new MfaDevice(serialNumber, new TimeCodes(base32Seed), false);
  }

  /**
   * Returns a device with these codes, each of which is right at any time.
   *
   * @param serialNumber the serial number, or an ARN
   * @param codes 1 to 1000 different codes, each six digits
   * @throws IllegalArgumentException if the serial number has characters that IAM does not allow,
   *     or a code is not six digits or given twice
   */
  public static MfaDevice withCodes(String serialNumber, String... codes) {
    Set<String> different = new HashSet<>();
    for (String code : codes) {
      if (!CODE.matcher(code).matches()) {
        throw new IllegalArgumentException(
            "The code \"" + code + "\" of the MFA device is not six digits.");
      }
      if (!different.add(code)) {
        throw new IllegalArgumentException(
            "The code \"" + code + "\" of the MFA device is given twice.");
      }
    }
    if (different.isEmpty() || different.size() > MAX_CODES) {
      throw new IllegalArgumentException(
          "An MFA device has 1 to " + MAX_CODES + " codes, not " + different.size() + ".");
    }
    return new MfaDevice(serialNumber, new ListedCodes(List.of(codes)), false);
  }

  /** Returns the device with each code counting once at a server, as AWS has it. */
  public MfaDevice singleUse() {
    return new MfaDevice(serialNumber(), device.codes(), true);
  }

  /** Returns the serial number, or the ARN of a virtual device. */
  public String serialNumber() {
    return device.serialNumber();
  }

  /** Returns whether each code counts once only. */
  public boolean isSingleUse() {
    return device.singleUse();
  }

  /**
   * Returns the code that the device shows at this time. A device with a list of codes always shows
   * the first one.
   */
  public String codeAt(Instant time) {
    return device.codes().codeAt(time);
  }

  /**
   * Returns the value of the header {@code x-amz-mfa} at this time, which the AWS SDKs call {@code
   * mfa}: {@code device.headerAt(server.clock().instant())}.
   */
  public String headerAt(Instant time) {
    return serialNumber() + " " + codeAt(time);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MfaDevice that && device.equals(that.device);
  }

  @Override
  public int hashCode() {
    return Objects.hash(device);
  }

  /** Returns the serial number, without seed and codes. */
  @Override
  public String toString() {
    return "MfaDevice[" + serialNumber() + (isSingleUse() ? ", single use]" : "]");
  }

  /** Returns the device that a server had. */
  static MfaDevice from(TokenDevice device) {
    return new MfaDevice(device.serialNumber(), device.codes(), device.singleUse());
  }

  /** Returns the device as the server needs it. */
  TokenDevice device() {
    return device;
  }
}
