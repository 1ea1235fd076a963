package dev.s3emulator.internal.testing;

import dev.s3emulator.internal.auth.Credential;
import dev.s3emulator.internal.auth.Signer;
import dev.s3emulator.internal.auth.mfa.ListedCodes;
import dev.s3emulator.internal.auth.mfa.SecondFactors;
import dev.s3emulator.internal.auth.mfa.TokenDevice;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.protocol.Caller;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a request presents in {@code x-amz-mfa}, and what S3 says to it (delete-semantics 5). */
public enum Presented {
  /** No header. */
  NOTHING(
      Presented.ROOT,
      "",
      403,
      error("AccessDenied", "Mfa Authentication must be used for this request")),
  /** A header without a serial number. */
  MALFORMED(
      Presented.ROOT,
      "970589",
      400,
      "<Error><Code>InvalidArgument</Code><Message>Mfa header is invalid -- the header should be"
          + " formatted as {serialNumber}(space){tokenCode}</Message><ArgumentName>x-amz-mfa"
          + "</ArgumentName><ArgumentValue>970589</ArgumentValue></Error>"),
  /** A device that nobody has. */
  UNKNOWN_DEVICE(
      Presented.ROOT,
      "11111111 123456",
      400,
      error(
          "NotDeviceOwnerError",
          "The device with serial number 11111111 that generated token 123456 is not owned by the"
              + " authenticated user")),
  /** The root's device, by a user of the account. */
  DEVICE_OF_ANOTHER(
      Presented.USER,
      "20899872 123456",
      400,
      error(
          "NotDeviceOwnerError",
          "The device with serial number 20899872 that generated token 123456 is not owned by the"
              + " authenticated user")),
  /** The root's device with a wrong code. */
  WRONG_CODE(
      Presented.ROOT,
      "20899872 654321",
      400,
      error(
          "TokenCodeInvalidError",
          "The serial number and/or token code you provided is not valid.")),
  /** The right code, by a session of the root. */
  OF_A_SESSION(
      Presented.SESSION,
      "20899872 123456",
      400,
      error("InvalidRequest", "DevPay and Mfa are mutually exclusive authorization methods.")),
  /** The right code of a user of the account. */
  OF_A_USER(
      Presented.USER,
      "arn:aws:iam::123456789012:mfa/ci 123456",
      403,
      error("AccessDenied", "This operation may only be performed by the bucket owner")),
  /** The right code of the root of the account. */
  OF_THE_ROOT(Presented.ROOT, "20899872 123456", 0, "");

  private static final String ROOT = Signer.ACCESS_KEY;
  private static final String USER = "AKIAIOSFODNN7USER";
  private static final String SESSION = "ASIAIOSFODNN7EXAMPLE";

  private final String accessKey;
  private final String header;
  private final int status;
  private final String refusal;

  Presented(String accessKey, String header, int status, String refusal) {
    this.accessKey = accessKey;
    this.header = header;
    this.status = status;
    this.refusal = refusal;
  }

  /** Gives a server the users and devices of these requests. */
  public static InProcessS3 register(InProcessS3 s3) {
    Caller root = Caller.root(Owner.DEFAULT);
    Caller user = Caller.user(Owner.DEFAULT, "ci");
    s3.registry().add(Credential.permanent(USER, Signer.SECRET, user));
    s3.registry()
        .addTemporary(
            new Credential(
                SESSION,
                Signer.SECRET,
                Optional.of("token"),
                Optional.of(InProcessS3.NOW.plusSeconds(3600)),
                root.withAccessKey(SESSION)));
    SecondFactors devices = s3.registry().secondFactors();
    ListedCodes codes = new ListedCodes(List.of("123456"));
    devices.register(List.of(new TokenDevice("20899872", codes, false)), root);
    devices.register(
        List.of(new TokenDevice("arn:aws:iam::123456789012:mfa/ci", codes, false)), user);
    return s3;
  }

  /** Sends a request that presents this. */
  public Answer send(
      InProcessS3 s3, String method, String pathAndQuery, byte[] body, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    if (!header.isEmpty()) {
      all.addAll(List.of("x-amz-mfa", header));
    }
    if (accessKey.equals(SESSION)) {
      all.addAll(List.of("x-amz-security-token", "token"));
    }
    Signer signer = new Signer();
    signer.accessKey = accessKey;
    return s3.sendSigned(signer, method, pathAndQuery, body, all.toArray(String[]::new));
  }

  /** The status of the refusal where a code is needed. */
  public int status() {
    return status;
  }

  /** The refusal where a code is needed. */
  public String refusal() {
    return refusal;
  }

  /** Whether a request is let through that needs a code. */
  public boolean suffices() {
    return this == OF_THE_ROOT;
  }

  /** Whether a request is let through that needs none, but may bring one. */
  public boolean isHarmless() {
    return suffices() || this == NOTHING || this == OF_A_USER;
  }

  private static String error(String code, String message) {
    return "<Error><Code>" + code + "</Code><Message>" + message + "</Message></Error>";
  }
}
