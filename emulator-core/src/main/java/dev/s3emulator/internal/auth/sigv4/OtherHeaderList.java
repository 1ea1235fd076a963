package dev.s3emulator.internal.auth.sigv4;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The list of signed headers is not the one of the client's canonical request. */
final class OtherHeaderList implements Alternative {

  @Override
  public Stream<Guess> guesses(FailedSignature failed) {
    CanonicalHeaders headers = failed.canonical().headers();
    Stream<Guess> notSigned =
        failed.signed().names().stream()
            .map(
                name ->
                    failed.signedThis(
                        failed.canonical().withHeaders(headers.without(name)),
                        "The header "
                            + name
                            + " stands in the list of signed headers, but the client did not sign"
                            + " it."));
    return Stream.concat(
        Stream.of(
            failed.signedThis(
                failed.canonical().withHeaders(inOrderAsSent(failed)),
                "The client did not sort the signed headers: S3 sorts them by their names in lower"
                    + " case.")),
        notSigned);
  }

  private static CanonicalHeaders inOrderAsSent(FailedSignature failed) {
    List<CanonicalHeaders.Line> lines =
        Arrays.stream(failed.signed().asSent().split(";"))
            .map(
                name ->
                    new CanonicalHeaders.Line(
                        name, CanonicalHeaders.value(failed.head().headers().all(name))))
            .toList();
    return new CanonicalHeaders(lines);
  }
}
