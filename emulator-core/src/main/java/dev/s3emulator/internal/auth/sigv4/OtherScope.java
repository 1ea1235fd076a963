package dev.s3emulator.internal.auth.sigv4;

import dev.s3emulator.internal.domain.Region;
import java.time.Duration;
import java.util.stream.Stream;

/** The client derived its key for another day, region or service than its credential says. */
final class OtherScope implements Alternative {

  @Override
  public Stream<Guess> guesses(FailedSignature failed) {
    CredentialScope scope = failed.request().scope();
    Stream<Guess> regions =
        Stream.concat(Stream.of("", "auto", "local", "aws-global", "us"), Region.names().stream())
            .map(region -> guess(failed, withRegion(scope, region), "region", scope.region()));
    Stream<Guess> services =
        Stream.of("S3", "", "s3express", "s3-object-lambda", "s3-outposts", "execute-api")
            .map(service -> guess(failed, withService(scope, service), "service", scope.service()));
    Stream<Guess> days =
        Stream.of(-1, 1)
            .map(
                shift ->
                    AmzDate.of(failed.request().time().time().plus(Duration.ofDays(shift))).date())
            .map(date -> guess(failed, withDate(scope, date), "date", scope.date()));
    return Stream.of(regions, services, days).flatMap(each -> each);
  }

  private static Guess guess(
      FailedSignature failed, CredentialScope other, String part, String named) {
    return failed.signedWith(
        SigningKey.derive(failed.secret(), other),
        "The client derived its signing key for "
            + other.text()
            + ", but its credential has the "
            + part
            + " \""
            + named
            + "\".");
  }

  private static CredentialScope withRegion(CredentialScope scope, String region) {
    return new CredentialScope(
        scope.accessKeyId(), scope.date(), region, scope.service(), scope.terminal());
  }

  private static CredentialScope withService(CredentialScope scope, String service) {
    return new CredentialScope(
        scope.accessKeyId(), scope.date(), scope.region(), service, scope.terminal());
  }

  private static CredentialScope withDate(CredentialScope scope, String date) {
    return new CredentialScope(
        scope.accessKeyId(), date, scope.region(), scope.service(), scope.terminal());
  }
}
