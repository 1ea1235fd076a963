package dev.s3emulator.internal.auth.sigv2;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.s3emulator.internal.protocol.PercentCoding;
import java.util.stream.Stream;

/**
 * Finds out what a client signed instead of what the request holds, by trying one known mistake
 * after the other.
 */
public final class SigV2Diagnosis {

  private SigV2Diagnosis() {}

  /** What a client may have signed with which secret, and the sentence that is then true. */
  private record Guess(StringToSign signed, String secret, String reason) {}

  /** Returns a sentence that names the culprit if one change makes the signature match. */
  public static String explain(StringToSign signed, String signature, String secret) {
    return Stream.of(
            secrets(signed, secret),
            methods(signed, secret),
            headers(signed, secret),
            resources(signed, secret))
        .flatMap(each -> each)
        .filter(guess -> guess.signed().signature(guess.secret()).equals(signature))
        .map(Guess::reason)
        .findFirst()
        .orElse(
            "No single change explains the signature. Most likely the client has another secret"
                + " access key than the server; otherwise compare the client's string to sign with"
                + " that of this answer, line by line.");
  }

  private static Stream<Guess> secrets(StringToSign signed, String secret) {
    return Stream.of(
        new Guess(
            signed,
            secret + "\n",
            "The client's secret access key ends with a line break, as one does that was read from"
                + " a file: trim it."),
        new Guess(
            signed,
            secret.strip(),
            "The secret access key that the server was given begins or ends with white space."));
  }

  private static Stream<Guess> methods(StringToSign signed, String secret) {
    return Stream.of("GET", "HEAD", "PUT", "POST", "DELETE")
        .map(
            method ->
                new Guess(
                    signed.withMethod(method),
                    secret,
                    "The request came as "
                        + signed.method()
                        + ", but was signed for "
                        + method
                        + "."));
  }

  private static Stream<Guess> headers(StringToSign signed, String secret) {
    return Stream.of(
        new Guess(
            signed.withContentType(""),
            secret,
            "The Content-Type \""
                + signed.contentType()
                + "\" was not signed, which Version 2 demands."),
        new Guess(
            signed.withContentMd5(""),
            secret,
            "The Content-MD5 was not signed, which Version 2 demands."),
        new Guess(signed.withAmzHeaders(""), secret, "The client did not sign the headers of S3."));
  }

  private static Stream<Guess> resources(StringToSign signed, String secret) {
    String resource = signed.resource();
    int question = resource.indexOf('?');
    String path = question < 0 ? resource : resource.substring(0, question);
    String decoded = PercentCoding.decode(path);
    int second = path.indexOf('/', 1);
    return Stream.of(
        new Guess(
            signed.withResource(path),
            secret,
            "The client did not sign the sub-resources of the query."),
        new Guess(
            signed.withResource(
                decoded == null ? path : new String(decoded.getBytes(UTF_8), ISO_8859_1)),
            secret,
            "The client signed the path without encoding it."),
        new Guess(
            signed.withResource(second < 0 ? "/" : resource.substring(second)),
            secret,
            "The client did not sign the bucket, which belongs in front of the key however it is"
                + " addressed."));
  }
}
