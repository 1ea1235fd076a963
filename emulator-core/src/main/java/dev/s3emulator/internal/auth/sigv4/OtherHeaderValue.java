package dev.s3emulator.internal.auth.sigv4;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A header changed after signing, or the client writes its value in another way when it signs. */
final class OtherHeaderValue implements Alternative {

  /** What HTTP clients and proxies put in the place of what was signed. */
  private static final Map<String, List<String>> USUAL =
      Map.of(
          "accept-encoding",
          List.of(
              "identity",
              "gzip",
              "deflate",
              "gzip, deflate",
              "gzip,deflate",
              "gzip, deflate, br",
              "gzip;q=1.0,deflate;q=0.6,identity;q=0.3"),
          "connection",
          List.of("keep-alive", "Keep-Alive", "close"),
          "content-encoding",
          List.of("aws-chunked", "identity"),
          "content-length",
          List.of("0"),
          "content-type",
          List.of(
              "application/octet-stream",
              "binary/octet-stream",
              "application/x-www-form-urlencoded",
              "application/x-www-form-urlencoded; charset=utf-8",
              "application/xml",
              "text/plain"),
          "expect",
          List.of("100-continue", "100-Continue"),
          "transfer-encoding",
          List.of("chunked"));

  @Override
  public Stream<Guess> guesses(FailedSignature failed) {
    CanonicalHeaders headers = failed.canonical().headers();
    return headers.lines().stream()
        .flatMap(
            line ->
                candidates(failed, line).stream()
                    .filter(value -> !value.equals(line.value()))
                    .map(
                        value ->
                            failed.signedThis(
                                failed.canonical().withHeaders(headers.with(line.name(), value)),
                                reason(failed, line, value))));
  }

  private static String reason(FailedSignature failed, CanonicalHeaders.Line line, String signed) {
    if (!failed.head().headers().contains(line.name())) {
      return "The header "
          + line.name()
          + " was signed as \""
          + signed
          + "\", but did not arrive: something between the client and the server took it away.";
    }
    return "The line \""
        + line.name()
        + ":"
        + line.value()
        + "\" of the canonical request was signed as \""
        + line.name()
        + ":"
        + signed
        + "\": the header changed on the way, or the client writes it in another way when it signs.";
  }

  private static Set<String> candidates(FailedSignature failed, CanonicalHeaders.Line line) {
    List<String> sent = failed.head().headers().all(line.name());
    Set<String> values = new LinkedHashSet<>();
    values.add(String.join(",", sent));
    values.add(String.join(", ", sent));
    if (sent.size() > 1) {
      values.add(sent.get(0));
      values.add(sent.get(sent.size() - 1));
    }
    values.add("");
    values.addAll(USUAL.getOrDefault(line.name(), List.of()));
    String value = line.value();
    if (line.name().equals("content-type")) {
      int parameters = value.indexOf(';');
      values.add(parameters < 0 ? value : value.substring(0, parameters).strip());
      values.add(value + "; charset=UTF-8");
      values.add(value + "; charset=utf-8");
      values.add(value + ";charset=UTF-8");
      values.add(value + ";charset=utf-8");
    }
    // The client signs text in UTF-8 and sends it in ISO-8859-1, or the other way about.
    values.add(new String(value.getBytes(UTF_8), ISO_8859_1));
    String text = new String(value.getBytes(ISO_8859_1), UTF_8);
    values.add(new String(text.getBytes(ISO_8859_1), ISO_8859_1));
    return values;
  }
}
