package dev.s3emulator.internal.auth;

import dev.s3emulator.internal.domain.policy.ConditionKey;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.S3Request;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a request has under the keys of conditions that only S3 has. */
record S3Conditions(AccessRequest asked, Instant now) {

  private static final String RETAIN_UNTIL = S3Headers.OBJECT_LOCK_PREFIX + "retain-until-date";

  Optional<List<String>> of(ConditionKey key) {
    String name = key.name().substring("s3:".length());
    if (name.startsWith("x-amz-")) {
      return ofHeader(name);
    }
    return switch (name) {
      case "prefix", "delimiter", "max-keys" -> ofListing(name);
      case "versionid" -> asked.versionId().map(List::of);
      case "if-match" -> asked.request().headerValue(S3Headers.IF_MATCH).map(List::of);
      case "if-none-match" -> asked.request().headerValue(S3Headers.IF_NONE_MATCH).map(List::of);
      case "objectcreationoperation" -> isCreation().map(it -> List.of(it.toString()));
      case "resourceaccount" ->
          asked.bucket().map(bucket -> List.of(bucket.settings().owner().accountId()));
      case "existingobjecttag" -> new TagConditions(asked).ofObject(key.tag());
      case "requestobjecttag" -> new TagConditions(asked).ofRequest(key.tag());
      case "requestobjecttagkeys" -> new TagConditions(asked).keysOfRequest();
      case "buckettag" -> new TagConditions(asked).ofBucket(key.tag());
      case "object-lock-mode", "object-lock-retain-until-date" -> ofHeader("x-amz-" + name);
      case "object-lock-legal-hold" -> ofHeader(S3Headers.OBJECT_LOCK_PREFIX + "legal-hold");
      case "object-lock-remaining-retention-days" -> remainingDays();
      case "tlsversion" -> tlsVersion();
      default -> ofSignature(name);
    };
  }

  private Optional<List<String>> ofSignature(String name) {
    Authentication authentication = asked.authentication();
    return switch (name) {
      case "authtype" ->
          Optional.of(authentication.type().policyName())
              .filter(type -> !type.isEmpty())
              .map(List::of);
      case "signatureversion" -> authentication.version().map(it -> List.of(it.policyName()));
      case "signatureage" ->
          authentication
              .signedAt()
              .map(signed -> List.of(Long.toString(Duration.between(signed, now).toMillis())));
      default -> Optional.empty();
    };
  }

  /** Policies write the version as a number: 1.2. */
  private Optional<List<String>> tlsVersion() {
    return Optional.ofNullable(asked.request().head().tls())
        .map(session -> List.of(session.version().replace("TLSv", "")));
  }

  private Optional<List<String>> ofListing(String parameter) {
    return asked.key().isEmpty()
        ? Optional.ofNullable(asked.request().parameter(parameter)).map(List::of)
        : Optional.empty();
  }

  private Optional<List<String>> ofHeader(String name) {
    Optional<String> value = asked.request().headerValue(name);
    // Sources of copies are named with and without a slash in front; policies name them without.
    return value
        .map(
            text ->
                name.equals(S3Headers.COPY_SOURCE) && text.startsWith("/")
                    ? text.substring(1)
                    : text)
        .map(List::of);
  }

  /**
   * Returns whether an upload makes an object: uploads of parts need the same action and make none.
   */
  private Optional<Boolean> isCreation() {
    if (!asked.action().equalsIgnoreCase("s3:PutObject")) {
      return Optional.empty();
    }
    S3Request request = asked.request();
    return Optional.of(
        !request.query().contains("uploads") && !request.query().contains("partNumber"));
  }

  private Optional<List<String>> remainingDays() {
    try {
      return asked
          .request()
          .headerValue(RETAIN_UNTIL)
          .map(Instant::parse)
          .map(until -> List.of(Long.toString(Duration.between(now, until).toDays())));
    } catch (DateTimeException refusedLater) {
      return Optional.empty();
    }
  }
}
