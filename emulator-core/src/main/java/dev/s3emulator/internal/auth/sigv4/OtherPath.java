package dev.s3emulator.internal.auth.sigv4;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.s3emulator.internal.protocol.PercentCoding;
import java.net.URI;
import java.util.stream.Stream;

/** The client encodes or normalizes the path in another way, or a proxy rewrites it. */
final class OtherPath implements Alternative {

  @Override
  public Stream<Guess> guesses(FailedSignature failed) {
    String path = failed.canonical().path();
    if (path.isEmpty()) {
      return Stream.empty();
    }
    Stream.Builder<Guess> guesses = Stream.builder();
    guesses.add(
        guess(
            failed,
            UriEncoding.again(path, true),
            "The client encoded the path twice: S3, unlike other services, encodes it once"));
    guesses.add(guess(failed, failed.head().rawPath(), "The client signed the path as it sent it"));
    guesses.add(guess(failed, decoded(path), "The client signed the path without encoding it"));
    guesses.add(
        guess(failed, path.replace("%20", "+"), "The client encodes blanks in the path as +"));
    guesses.add(
        guess(
            failed,
            path.substring(0, 1) + path.substring(1).replace("/", "%2F"),
            "The client encodes the slashes of the key"));
    guesses.add(guess(failed, lowerEscapes(path), "The client encodes with lower-case hex digits"));
    guesses.add(
        guess(
            failed,
            path.replaceAll("/{2,}", "/"),
            "Repeated slashes were made one, before or after signing"));
    guesses.add(
        guess(
            failed, normalized(path), "The client normalized the path; S3 takes keys as they are"));
    rewritten(failed, path, guesses);
    return guesses.build();
  }

  private static void rewritten(
      FailedSignature failed, String path, Stream.Builder<Guess> guesses) {
    guesses.add(
        guess(
            failed,
            path.endsWith("/") ? path.substring(0, path.length() - 1) : path + "/",
            "A slash at the end of the path came or went after signing"));
    int second = path.indexOf('/', 1);
    guesses.add(
        guess(
            failed,
            second < 0 ? "/" : path.substring(second),
            "The first segment of the path was added after signing, by a proxy or by a change from"
                + " virtual-hosted to path style"));
    String host = failed.canonical().headers().value("host");
    int dot = host == null ? -1 : host.indexOf('.');
    if (host != null && dot > 0) {
      guesses.add(
          guess(
              failed,
              "/" + host.substring(0, dot) + path,
              "The client signed the bucket in the path, but sent it in the host"));
    }
  }

  private static Guess guess(FailedSignature failed, String signed, String reason) {
    return failed.signedThis(
        failed.canonical().withPath(signed),
        reason + ". Signed: \"" + signed + "\", computed: \"" + failed.canonical().path() + "\".");
  }

  private static String decoded(String path) {
    String decoded = PercentCoding.decode(path);
    return decoded == null ? path : new String(decoded.getBytes(UTF_8), ISO_8859_1);
  }

  private static String lowerEscapes(String path) {
    StringBuilder lower = new StringBuilder(path);
    for (int i = path.indexOf('%'); i >= 0; i = path.indexOf('%', i + 1)) {
      lower.setCharAt(i + 1, Character.toLowerCase(path.charAt(i + 1)));
      lower.setCharAt(i + 2, Character.toLowerCase(path.charAt(i + 2)));
    }
    return lower.toString();
  }

  private static String normalized(String path) {
    // A double slash in front would be taken for a host.
    return URI.create(path.replaceAll("^/+", "/")).normalize().toString();
  }
}
