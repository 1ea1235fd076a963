package dev.s3emulator.internal.auth.sigv4;

import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.protocol.RequestHead;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Finds out what a client signed instead of what the server computed.
 *
 * <p>A signature tells nothing but whether it matches. So the diagnosis signs the request again as
 * clients are known to get it wrong, one mistake at a time; the one that makes the signature match
 * is the culprit. It takes some hundred hashes and happens only when a request is refused anyway.
 */
public final class SignatureDiagnosis {

  private static final List<Alternative> ALTERNATIVES =
      List.of(
          new OtherSecret(),
          new OtherMethod(),
          new OtherHost(),
          new OtherPath(),
          new OtherQuery(),
          new OtherPayloadHash(),
          new OtherHeaderValue(),
          new OtherHeaderList(),
          new OtherScope(),
          new OtherTime());

  private SignatureDiagnosis() {}

  /** Tells the secrets of all known keys. */
  @FunctionalInterface
  public interface OtherSecrets {
    /** Calls {@code action} with id and secret of each key. */
    void forEach(BiConsumer<String, String> action);
  }

  /**
   * Returns SignatureDoesNotMatch with a sentence that names the culprit, or what is left to check.
   *
   * @param signed the headers that the client says it signed
   * @param secret the secret of the key that the client names
   */
  public static S3Exception explain(
      SignedRequest request,
      RequestHead head,
      SignedHeaders signed,
      String secret,
      OtherSecrets others) {
    SigningKey key = SigningKey.derive(secret, request.scope());
    FailedSignature failed = new FailedSignature(request, head, signed, secret, key, others);
    String reason =
        ALTERNATIVES.stream()
            .flatMap(alternative -> alternative.guesses(failed))
            .filter(Guess::explains)
            .map(Guess::reason)
            .findFirst()
            .orElseGet(() -> unexplained(failed));
    return SignatureMismatch.of(request).because(reason);
  }

  private static String unexplained(FailedSignature failed) {
    List<String> absent =
        failed.signed().names().stream()
            .filter(name -> !failed.head().headers().contains(name))
            .toList();
    if (!absent.isEmpty()) {
      return "The client signed the header "
          + String.join(", ", absent)
          + ", but it did not arrive: something between the client and the server took it away.";
    }
    return "No single change explains the signature. Most likely the client has another secret"
        + " access key for "
        + failed.request().scope().accessKeyId()
        + " than the server; otherwise compare the client's canonical request with that of this"
        + " answer, line by line.";
  }
}
