package dev.s3emulator.internal.auth.sigv4;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** A proxy, a tunnel or the client changed the host after signing, or left out the port. */
final class OtherHost implements Alternative {

  private static final List<String> LOCAL =
      List.of("localhost", "127.0.0.1", "[::1]", "0.0.0.0", "host.docker.internal");

  @Override
  public Stream<Guess> guesses(FailedSignature failed) {
    CanonicalHeaders headers = failed.canonical().headers();
    String arrived = headers.value("host");
    if (arrived == null) {
      return Stream.empty();
    }
    return candidates(failed, arrived)
        .filter(host -> !host.equals(arrived))
        .map(
            host ->
                failed.signedThis(
                    failed.canonical().withHeaders(headers.with("host", host)),
                    "The Host header arrived as \""
                        + arrived
                        + "\", but was signed as \""
                        + host
                        + "\": the client sends the request to another place than it signs for, or"
                        + " a proxy changed the header."));
  }

  private static Stream<String> candidates(FailedSignature failed, String arrived) {
    int colon = arrived.lastIndexOf(':');
    boolean hasPort = colon >= 0 && arrived.indexOf(']', colon) < 0;
    String name = hasPort ? arrived.substring(0, colon) : arrived;
    String port = hasPort ? arrived.substring(colon) : "";
    Set<String> hosts = new LinkedHashSet<>();
    hosts.add(name);
    hosts.add(name + ":80");
    hosts.add(name + ":443");
    hosts.add(arrived.toLowerCase(Locale.ROOT));
    hosts.addAll(failed.head().headers().all("X-Forwarded-Host"));
    for (String local : LOCAL) {
      hosts.add(local + port);
      hosts.add(local);
    }
    int dot = name.indexOf('.');
    if (dot > 0) {
      // Path style was signed, and then the bucket moved into the host.
      hosts.add(name.substring(dot + 1) + port);
    }
    return hosts.stream();
  }
}
