package dev.s3emulator.internal.auth.sigv4;

import java.util.Locale;
import java.util.stream.Stream;

/** The last line of the canonical request was another than x-amz-content-sha256. */
final class OtherPayloadHash implements Alternative {

  @Override
  public Stream<Guess> guesses(FailedSignature failed) {
    String computed = failed.canonical().payloadHash();
    return Stream.of(
            "UNSIGNED-PAYLOAD",
            Sha256.OF_NOTHING,
            "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
            "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER",
            "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
            "",
            computed.toLowerCase(Locale.ROOT),
            computed.toUpperCase(Locale.ROOT))
        .filter(signed -> !signed.equals(computed))
        .map(
            signed ->
                failed.signedThis(
                    failed.canonical().withPayloadHash(signed),
                    "The last line of the canonical request is the payload hash \""
                        + computed
                        + "\", but was signed as \""
                        + signed
                        + "\"."));
  }
}
