package dev.s3emulator.internal.auth.sigv4;

import java.util.stream.Stream;

/** The request was signed for another method, as a URL that is meant for GET is not for HEAD. */
final class OtherMethod implements Alternative {

  @Override
  public Stream<Guess> guesses(FailedSignature failed) {
    CanonicalRequest canonical = failed.canonical();
    return Stream.of("GET", "HEAD", "PUT", "POST", "DELETE", "OPTIONS", "PATCH")
        .filter(method -> !method.equals(canonical.method()))
        .map(
            method ->
                failed.signedThis(
                    canonical.withMethod(method),
                    "The request came as "
                        + canonical.method()
                        + ", but was signed for "
                        + method
                        + "."));
  }
}
