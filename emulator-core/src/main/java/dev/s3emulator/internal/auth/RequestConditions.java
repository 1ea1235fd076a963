package dev.s3emulator.internal.auth;

import dev.s3emulator.internal.domain.policy.ConditionKey;
import dev.s3emulator.internal.domain.policy.ConditionValues;
import dev.s3emulator.internal.protocol.RequestHead;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What a request has under the keys of conditions (protocol-notes 25), computed when a policy asks.
 *
 * <p>Keys that the emulator has nothing to say about, such as those of organizations, networks and
 * access points, are absent, as they are in requests to AWS that come from elsewhere.
 */
public final class RequestConditions implements ConditionValues {

  private final AccessRequest asked;
  private final Instant now;

  /** Makes the conditions of a request at a moment. */
  public RequestConditions(AccessRequest asked, Instant now) {
    this.asked = asked;
    this.now = now;
  }

  @Override
  public Optional<List<String>> of(ConditionKey key) {
    if (key.name().startsWith("aws:")) {
      return ofAws(key);
    }
    return key.name().startsWith("s3:") ? new S3Conditions(asked, now).of(key) : Optional.empty();
  }

  private Optional<List<String>> ofAws(ConditionKey key) {
    RequestHead head = asked.request().head();
    return switch (key.name()) {
      case "aws:sourceip" -> one(withoutZone(head.remoteAddress()));
      case "aws:securetransport" -> one(Boolean.toString(head.secure()));
      // AWS compares whole seconds, and dates with more digits than three are read nowhere.
      case "aws:currenttime" -> one(now.truncatedTo(ChronoUnit.SECONDS).toString());
      case "aws:epochtime" -> one(Long.toString(now.getEpochSecond()));
      case "aws:useragent" -> head.headers().get("User-Agent").map(List::of);
      case "aws:referer" -> head.headers().get("Referer").map(List::of);
      case "aws:viaawsservice" -> one("false");
      case "aws:requestedregion" ->
          asked.bucket().map(bucket -> List.of(bucket.settings().region()));
      case "aws:resourceaccount" ->
          asked.bucket().map(bucket -> List.of(bucket.settings().owner().accountId()));
      case "aws:resourcetag" -> new TagConditions(asked).ofBucketInAnyCase(key.tag());
      case "aws:requesttag" -> new TagConditions(asked).ofRequestInAnyCase(key.tag());
      case "aws:tagkeys" -> new TagConditions(asked).keysOfRequest();
      default -> new CallerConditions(asked.caller()).of(key);
    };
  }

  /** A client on a link of its own says on which one; that is no part of its address. */
  private static String withoutZone(String address) {
    int zone = address.indexOf('%');
    return zone < 0 ? address : address.substring(0, zone);
  }

  private static Optional<List<String>> one(String value) {
    return Optional.of(List.of(value));
  }
}
