package dev.s3emulator.internal.auth.sigv4;

import dev.s3emulator.internal.protocol.Dates;
import dev.s3emulator.internal.protocol.S3Headers;
import java.util.stream.Stream;

/** The string to sign has the time of Date, though x-amz-date is there and counts. */
final class OtherTime implements Alternative {

  @Override
  public Stream<Guess> guesses(FailedSignature failed) {
    return failed
        .head()
        .headers()
        .get(S3Headers.DATE)
        .flatMap(Dates::parseHttp)
        .map(AmzDate::of)
        .map(
            date ->
                failed.signedAt(
                    date,
                    "The second line of the string to sign is the x-amz-date "
                        + failed.request().time().text()
                        + ", but the client signed the time of the header Date, "
                        + date.text()
                        + "."))
        .stream();
  }
}
