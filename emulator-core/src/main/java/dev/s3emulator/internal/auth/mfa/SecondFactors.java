package dev.s3emulator.internal.auth.mfa;

import dev.s3emulator.internal.domain.MfaToken;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.SecondFactor;
import dev.s3emulator.internal.protocol.Caller;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The devices of one server, and the judgement of their codes (delete-semantics 5). Safe for use by
 * many threads.
 */
public final class SecondFactors {

  private final InstantSource clock;
  private final boolean httpsRequired;
  private final Map<String, RegisteredDevice> devices = new ConcurrentHashMap<>();

  /**
   * Makes a registry without devices.
   *
   * @param clock the emulator's time, which the codes of devices follow
   * @param httpsRequired whether codes are refused that come over plain HTTP
   */
  public SecondFactors(InstantSource clock, boolean httpsRequired) {
    this.clock = clock;
    this.httpsRequired = httpsRequired;
  }

  /** Returns a registry with the same devices, which can use codes without using them here. */
  public SecondFactors copy() {
    SecondFactors other = new SecondFactors(clock, httpsRequired);
    devices.forEach((serialNumber, device) -> other.devices.put(serialNumber, device.copy()));
    return other;
  }

  /**
   * Checks that nobody has any of these devices.
   *
   * @throws IllegalStateException if somebody has
   */
  public void requireNew(List<TokenDevice> some) {
    for (TokenDevice device : some) {
      RegisteredDevice known = devices.get(device.serialNumber());
      if (known != null) {
        throw new IllegalStateException(
            "The MFA device \""
                + device.serialNumber()
                + "\" belongs to "
                + known.holder().arn()
                + " already.");
      }
    }
  }

  /** Adds the devices of somebody; they stay. */
  public void register(List<TokenDevice> some, Caller holder) {
    for (TokenDevice device : some) {
      devices.put(device.serialNumber(), new RegisteredDevice(device, holder));
    }
  }

  /**
   * Judges a code, which is used thereby.
   *
   * @param bucketOwner whose bucket it is presented for
   * @return whose it is; never {@link SecondFactor#ABSENT}
   * @throws S3Exception InvalidRequest, NotDeviceOwnerError or TokenCodeInvalidError
   */
  public SecondFactor judge(MfaToken token, Presenter presenter, Owner bucketOwner) {
    requireUsable(presenter);
    RegisteredDevice device = devices.get(token.serialNumber());
    if (device == null || !device.isHeldBy(presenter.caller())) {
      throw notDeviceOwner(token)
          .because(
              device == null
                  ? "No user of this server has the device " + token.serialNumber() + "."
                  : "The device "
                      + token.serialNumber()
                      + " belongs to "
                      + device.holder().arn()
                      + ", and the request is made by "
                      + presenter.name()
                      + ".");
    }
    Optional<String> fault = device.use(token.code(), clock.instant());
    if (fault.isPresent()) {
      throw S3Exception.of(S3Error.TOKEN_CODE_INVALID).because(fault.get());
    }
    return isRootOf(bucketOwner, presenter.caller())
        ? SecondFactor.OF_BUCKET_OWNER
        : SecondFactor.OF_ANOTHER;
  }

  private void requireUsable(Presenter presenter) {
    if (httpsRequired && !presenter.secure()) {
      // The documentation demands HTTPS; the text that S3 has for plain HTTP is not known.
      throw S3Exception.invalidRequest("Requests that include x-amz-mfa must use HTTPS.")
          .because("The server was told to take the codes of MFA devices over HTTPS only.");
    }
    if (presenter.temporary()) {
      throw S3Exception.invalidRequest(
              "DevPay and Mfa are mutually exclusive authorization methods.")
          .because(
              "The request is signed with temporary credentials, with which S3 takes no code of a"
                  + " device.");
    }
  }

  private static S3Exception notDeviceOwner(MfaToken token) {
    return S3Exception.of(
        S3Error.NOT_DEVICE_OWNER,
        "The device with serial number "
            + token.serialNumber()
            + " that generated token "
            + token.code()
            + " is not owned by the authenticated user");
  }

  private static boolean isRootOf(Owner account, Caller caller) {
    return caller.userName().isEmpty() && caller.account().accountId().equals(account.accountId());
  }
}
