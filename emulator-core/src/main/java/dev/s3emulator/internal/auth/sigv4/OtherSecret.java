package dev.s3emulator.internal.auth.sigv4;

import java.util.stream.Stream;

/** The client has another secret, or spoils it. */
final class OtherSecret implements Alternative {

  @Override
  public Stream<Guess> guesses(FailedSignature failed) {
    String secret = failed.secret();
    Stream.Builder<Guess> guesses = Stream.builder();
    for (String end : new String[] {"\n", "\r\n", " ", "\r"}) {
      guesses.add(
          failed.signedWith(
              secret + end,
              "The client's secret access key ends with "
                  + (end.equals(" ") ? "a blank" : "a line break")
                  + ", as one does that was read from a file: trim it."));
    }
    guesses.add(
        failed.signedWith(
            secret.strip(),
            "The secret access key that the server was given begins or ends with white space."));
    failed
        .others()
        .forEach(
            (id, other) -> {
              if (!other.equals(secret)) {
                guesses.add(
                    failed.signedWith(
                        other,
                        "The request names the access key "
                            + failed.request().scope().accessKeyId()
                            + ", but is signed with the secret of "
                            + id
                            + "."));
              }
            });
    guesses.add(
        failed.signedWith(
            failed.request().scope().accessKeyId(),
            "The client used the id of the access key as its secret."));
    guesses.add(failed.signedWith("", "The client's secret access key is empty."));
    guesses.add(
        failed.signedWith(
            SigningKey.deriveWithoutPrefix(secret, failed.request().scope()),
            "The client left out \"AWS4\" in front of the secret when it derived its key."));
    return guesses.build();
  }
}
