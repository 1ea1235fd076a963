package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.configuration.DocumentNode;
import java.util.List;
import java.util.Set;

/** Which events a notification is for, and when two of them would be for the same one. */
final class NotificationFilters {

  private static final Set<String> EVENTS =
      Set.of(
          "s3:ReducedRedundancyLostObject",
          "s3:ObjectCreated:*",
          "s3:ObjectCreated:Put",
          "s3:ObjectCreated:Post",
          "s3:ObjectCreated:Copy",
          "s3:ObjectCreated:CompleteMultipartUpload",
          "s3:ObjectRemoved:*",
          "s3:ObjectRemoved:Delete",
          "s3:ObjectRemoved:DeleteMarkerCreated",
          "s3:ObjectRestore:*",
          "s3:ObjectRestore:Post",
          "s3:ObjectRestore:Completed",
          "s3:ObjectRestore:Delete",
          "s3:Replication:*",
          "s3:Replication:OperationFailedReplication",
          "s3:Replication:OperationNotTracked",
          "s3:Replication:OperationMissedThreshold",
          "s3:Replication:OperationReplicatedAfterThreshold",
          "s3:LifecycleTransition",
          "s3:IntelligentTiering",
          "s3:ObjectAcl:Put",
          "s3:LifecycleExpiration:*",
          "s3:LifecycleExpiration:Delete",
          "s3:LifecycleExpiration:DeleteMarkerCreated",
          "s3:ObjectTagging:*",
          "s3:ObjectTagging:Put",
          "s3:ObjectTagging:Delete");

  private NotificationFilters() {}

  /**
   * Checks the name of an event.
   *
   * @throws S3Exception InvalidArgument if there is no such event
   */
  static void requireEvent(String event) {
    if (!EVENTS.contains(event)) {
      throw S3Exception.invalidArgument(
          "A specified event is not supported for notifications.", "Event", event);
    }
  }

  /**
   * Checks that no event of one key would go to two destinations.
   *
   * @throws S3Exception InvalidArgument if two filters overlap for one event
   */
  static void requireNoOverlap(List<DocumentNode> configurations) {
    for (int i = 0; i < configurations.size(); i++) {
      for (int j = i + 1; j < configurations.size(); j++) {
        if (overlap(configurations.get(i), configurations.get(j))) {
          throw S3Exception.of(
              S3Error.INVALID_ARGUMENT,
              "Configurations overlap. Configurations on the same bucket cannot share a common"
                  + " event type.");
        }
      }
    }
  }

  private static boolean overlap(DocumentNode one, DocumentNode other) {
    boolean sameEvent =
        one.all("Event").stream()
            .anyMatch(
                event ->
                    other.all("Event").stream()
                        .anyMatch(another -> covers(event.text(), another.text())));
    if (!sameEvent) {
      return false;
    }
    String prefix = rule(one, "Prefix");
    String otherPrefix = rule(other, "Prefix");
    String suffix = rule(one, "Suffix");
    String otherSuffix = rule(other, "Suffix");
    return (prefix.startsWith(otherPrefix) || otherPrefix.startsWith(prefix))
        && (suffix.endsWith(otherSuffix) || otherSuffix.endsWith(suffix));
  }

  private static boolean covers(String one, String other) {
    return one.equals(other) || isWildcardOf(one, other) || isWildcardOf(other, one);
  }

  private static boolean isWildcardOf(String wildcard, String event) {
    return wildcard.endsWith("*") && event.startsWith(wildcard.substring(0, wildcard.length() - 1));
  }

  private static String rule(DocumentNode configuration, String name) {
    return configuration
        .first("Filter")
        .flatMap(filter -> filter.first("S3Key"))
        .map(key -> key.all("FilterRule"))
        .orElse(List.of())
        .stream()
        .filter(rule -> rule.textOf("Name").filter(name::equals).isPresent())
        .flatMap(rule -> rule.textOf("Value").stream())
        .findFirst()
        .orElse("");
  }
}
