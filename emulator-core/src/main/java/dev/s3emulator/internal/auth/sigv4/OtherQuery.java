package dev.s3emulator.internal.auth.sigv4;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The client encodes or sorts the query in another way, or it changed after signing. */
final class OtherQuery implements Alternative {

  @Override
  public Stream<Guess> guesses(FailedSignature failed) {
    String query = failed.canonical().query();
    if (query.isEmpty()) {
      return Stream.empty();
    }
    return Stream.of(encodings(failed, query), leftOut(failed)).flatMap(Function.identity());
  }

  private static Stream<Guess> encodings(FailedSignature failed, String query) {
    return Stream.of(
        guess(failed, "", "The client signed no query at all"),
        guess(
            failed,
            query.replace("%20", "+"),
            "The client encodes blanks in the query as + instead of %20 when it signs"),
        guess(
            failed,
            CanonicalQuery.of(failed.head().rawQuery().replace("+", "%2B")).text(),
            "The client sent a plus sign that it did not encode, which S3 reads as a blank"),
        guess(
            failed,
            query.replace("%2F", "/"),
            "The client leaves slashes in the query unencoded when it signs"),
        guess(failed, twice(failed), "The client encoded the query twice"),
        guess(failed, asSent(failed, true), "The client signed the query as it sent it"),
        guess(failed, asSent(failed, false), "The client did not sort the parameters of the query"),
        guess(
            failed,
            query.replaceAll("=(?=&|$)", ""),
            "The client signed a parameter without value without its equals sign"));
  }

  private static Stream<Guess> leftOut(FailedSignature failed) {
    List<CanonicalQuery.Parameter> all = CanonicalQuery.of(failed.head().rawQuery()).parameters();
    return all.stream()
        .map(
            unsigned ->
                failed.signedThis(
                    failed
                        .canonical()
                        .withQuery(
                            new CanonicalQuery(
                                    all.stream().filter(each -> !each.equals(unsigned)).toList())
                                .text()),
                    "The parameter \""
                        + unsigned.name()
                        + "\" of the query was not signed: it was added after signing."));
  }

  private static String twice(FailedSignature failed) {
    return CanonicalQuery.of(failed.head().rawQuery()).parameters().stream()
        .map(
            each ->
                UriEncoding.again(each.name(), false)
                    + "="
                    + UriEncoding.again(each.value(), false))
        .collect(Collectors.joining("&"));
  }

  private static String asSent(FailedSignature failed, boolean sorted) {
    Stream<String> pairs =
        Arrays.stream(failed.head().rawQuery().split("&"))
            .filter(pair -> !pair.startsWith("X-Amz-Signature="));
    return (sorted ? pairs.sorted() : pairs)
        .map(pair -> pair.contains("=") ? pair : pair + "=")
        .collect(Collectors.joining("&"));
  }

  private static Guess guess(FailedSignature failed, String signed, String reason) {
    return failed.signedThis(
        failed.canonical().withQuery(signed),
        reason + ". Signed: \"" + signed + "\", computed: \"" + failed.canonical().query() + "\".");
  }
}
