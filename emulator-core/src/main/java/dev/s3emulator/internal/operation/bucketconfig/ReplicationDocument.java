package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.configuration.DocumentNode;
import dev.s3emulator.internal.domain.configuration.ReplicationConfiguration;
import java.util.HashSet;
import java.util.Set;

/** The {@code <ReplicationConfiguration>} document. */
final class ReplicationDocument {

  static final ConfigurationKind<ReplicationConfiguration> KIND =
      ConfigurationKind.of(
          ReplicationConfiguration.class,
          ReplicationDocument::read,
          configuration -> DocumentSchema.write(configuration.document()),
          S3Error.REPLICATION_CONFIGURATION_NOT_FOUND);

  private static final int MAX_RULES = 1000;

  private ReplicationDocument() {}

  private static ReplicationConfiguration read(byte[] bytes) {
    DocumentNode document = DocumentSchema.read(bytes, "ReplicationConfiguration");
    Set<String> ids = new HashSet<>();
    Set<String> priorities = new HashSet<>();
    for (DocumentNode rule : document.all("Rule")) {
      check(rule);
      requireNew(rule, "ID", ids);
      requireNew(rule, "Priority", priorities);
    }
    if (document.all("Rule").size() > MAX_RULES) {
      throw S3Exception.malformedXml();
    }
    return new ReplicationConfiguration(document);
  }

  private static void check(DocumentNode rule) {
    if (rule.has("Prefix") && rule.has("Filter")) {
      throw S3Exception.malformedXml();
    }
    if (rule.has("Filter")) {
      requirePart(rule, "Priority");
      requirePart(rule, "DeleteMarkerReplication");
    }
  }

  /** The newer form of a rule, the one with a filter, needs what the older one did not know. */
  private static void requirePart(DocumentNode rule, String part) {
    if (!rule.has(part)) {
      throw S3Exception.invalidRequest(
          part
              + " must be specified for this version of Cross Region Replication configuration"
              + " schema. Please refer to S3 Developer Guide for more information.");
    }
  }

  private static void requireNew(DocumentNode rule, String part, Set<String> seen) {
    String value = rule.textOf(part).orElse("");
    if (!value.isEmpty() && !seen.add(value)) {
      // S3's own words for a second priority or id are not known.
      throw S3Exception.invalidArgument("Found duplicate " + part + " in rules", part, value);
    }
  }
}
