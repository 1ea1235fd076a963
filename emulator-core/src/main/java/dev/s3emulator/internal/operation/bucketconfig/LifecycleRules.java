package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.configuration.DocumentNode;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What S3 demands of lifecycle rules beyond their schema (protocol-notes 21). */
final class LifecycleRules {

  private static final int MAX_RULES = 1000;
  private static final int MAX_ID_LENGTH = 255;
  private static final int MAX_NEWER_VERSIONS = 100;
  private static final List<String> ACTIONS =
      List.of(
          "Transition",
          "Expiration",
          "NoncurrentVersionTransition",
          "NoncurrentVersionExpiration",
          "AbortIncompleteMultipartUpload");

  private LifecycleRules() {}

  /**
   * Checks the rules of a document.
   *
   * @throws S3Exception MalformedXML, InvalidArgument or InvalidRequest
   */
  static void check(DocumentNode document) {
    List<DocumentNode> rules = document.all("Rule");
    if (rules.size() > MAX_RULES) {
      throw S3Exception.malformedXml();
    }
    Set<String> ids = new HashSet<>();
    for (DocumentNode rule : rules) {
      rule.textOf("ID").ifPresent(id -> checkId(id, ids));
      checkRule(rule);
    }
  }

  private static void checkId(String id, Set<String> ids) {
    if (id.length() > MAX_ID_LENGTH) {
      throw S3Exception.invalidArgument(
          "ID length should not exceed allowed limit of " + MAX_ID_LENGTH, "ID", id);
    }
    if (!id.isEmpty() && !ids.add(id)) {
      throw S3Exception.invalidArgument(
          "Rule ID must be unique. Found same ID for more than one rule", "ID", id);
    }
  }

  private static void checkRule(DocumentNode rule) {
    if (rule.has("Prefix") == rule.has("Filter")) {
      throw S3Exception.malformedXml();
    }
    if (ACTIONS.stream().noneMatch(rule::has)) {
      throw S3Exception.invalidRequest("At least one action needs to be specified in a rule.");
    }
    boolean byTag = rule.first("Filter").map(LifecycleRules::checkFilter).orElse(false);
    rule.first("Expiration").ifPresent(expiration -> checkExpiration(expiration, byTag));
    rule.all("Transition").forEach(LifecycleRules::checkTransition);
    rule.first("NoncurrentVersionExpiration").ifPresent(LifecycleRules::checkNoncurrent);
    rule.all("NoncurrentVersionTransition").forEach(LifecycleRules::checkNoncurrent);
    if (byTag && rule.has("AbortIncompleteMultipartUpload")) {
      throw S3Exception.invalidRequest(
          "AbortIncompleteMultipartUpload cannot be specified with Tags.");
    }
    rule.first("AbortIncompleteMultipartUpload")
        .ifPresent(abort -> requirePositive(abort, "DaysAfterInitiation"));
  }

  /** Checks a filter and returns whether it asks for tags. */
  private static boolean checkFilter(DocumentNode filter) {
    if (filter.children().size() > 1) {
      throw S3Exception.malformedXml();
    }
    DocumentNode and = filter.first("And").orElse(filter);
    if (filter.has("And") && and.children().size() < 2) {
      throw S3Exception.malformedXml();
    }
    Set<String> keys = new HashSet<>();
    for (DocumentNode tag : and.all("Tag")) {
      if (!keys.add(tag.textOf("Key").orElse(""))) {
        throw S3Exception.invalidRequest("Duplicate Tag Keys are not allowed.");
      }
    }
    return !keys.isEmpty();
  }

  private static void checkExpiration(DocumentNode expiration, boolean byTag) {
    if (expiration.children().size() != 1) {
      throw S3Exception.malformedXml();
    }
    if (byTag && expiration.has("ExpiredObjectDeleteMarker")) {
      throw S3Exception.invalidRequest("ExpiredObjectDeleteMarker cannot be specified with Tags.");
    }
    requirePositive(expiration, "Days");
    expiration.textOf("Date").ifPresent(LifecycleRules::requireMidnight);
  }

  private static void checkTransition(DocumentNode transition) {
    if (transition.has("Days") == transition.has("Date")) {
      throw S3Exception.malformedXml();
    }
    transition.textOf("Date").ifPresent(LifecycleRules::requireMidnight);
    transition
        .textOf("Days")
        .filter(days -> days.startsWith("-"))
        .ifPresent(days -> refuse("Days", days, "'Days' in Transition action must be nonnegative"));
    if (transition.textOf("StorageClass").filter(name -> name.endsWith("_IA")).isPresent()) {
      transition
          .textOf("Days")
          .filter(days -> Integer.parseInt(days) < 30)
          .ifPresent(
              days ->
                  refuse(
                      "Days",
                      days,
                      "'Days' in Transition action must be greater than or equal to 30 for"
                          + " storageClass '"
                          + transition.textOf("StorageClass").orElse("")
                          + "'"));
    }
  }

  private static void checkNoncurrent(DocumentNode action) {
    if (action.name().endsWith("Expiration")) {
      requirePositive(action, "NoncurrentDays");
    }
    action
        .textOf("NewerNoncurrentVersions")
        .filter(text -> isOutside(text, 1, MAX_NEWER_VERSIONS))
        .ifPresent(
            text ->
                refuse(
                    "NewerNoncurrentVersions",
                    text,
                    "'NewerNoncurrentVersions' must be a positive integer of at most "
                        + MAX_NEWER_VERSIONS));
  }

  private static void requirePositive(DocumentNode action, String days) {
    action
        .textOf(days)
        .filter(text -> isOutside(text, 1, Integer.MAX_VALUE))
        .ifPresent(
            text ->
                refuse(
                    days,
                    text,
                    "'" + days + "' for " + action.name() + " action must be a positive integer"));
  }

  private static boolean isOutside(String number, long min, long max) {
    long value = Long.parseLong(number);
    return value < min || value > max;
  }

  private static void requireMidnight(String date) {
    OffsetDateTime utc = OffsetDateTime.parse(date).withOffsetSameInstant(ZoneOffset.UTC);
    if (!utc.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      refuse("Date", date, "'Date' must be at midnight GMT");
    }
  }

  private static void refuse(String name, String value, String message) {
    throw S3Exception.of(S3Error.INVALID_ARGUMENT, message)
        .with("ArgumentName", name)
        .with("ArgumentValue", value);
  }
}
