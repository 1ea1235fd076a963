package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.configuration.DocumentNode;
import dev.s3emulator.internal.domain.configuration.NotificationConfiguration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The {@code <NotificationConfiguration>} document. */
final class NotificationDocument {

  static final ConfigurationKind<NotificationConfiguration> KIND =
      ConfigurationKind.withEmptyDocument(
          NotificationConfiguration.class,
          NotificationDocument::read,
          configuration -> DocumentSchema.write(configuration.document()),
          "NotificationConfiguration");

  private static final int MAX_CONFIGURATIONS = 100;

  private NotificationDocument() {}

  private static NotificationConfiguration read(byte[] bytes) {
    DocumentNode document = DocumentSchema.read(bytes, "NotificationConfiguration");
    List<DocumentNode> children = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (DocumentNode configuration : document.children()) {
      children.add(
          configuration.name().equals("EventBridgeConfiguration")
              ? configuration
              : checked(configuration, ids));
    }
    if (children.size() > MAX_CONFIGURATIONS) {
      throw S3Exception.malformedXml();
    }
    NotificationFilters.requireNoOverlap(children);
    return new NotificationConfiguration(new DocumentNode(document.name(), "", children));
  }

  private static DocumentNode checked(DocumentNode configuration, Set<String> ids) {
    String id = configuration.textOf("Id").orElse("");
    if (!id.isEmpty() && !ids.add(id)) {
      throw S3Exception.invalidArgument(
          "Same ID used for multiple configurations. IDs must be unique", "Id", id);
    }
    for (DocumentNode event : configuration.all("Event")) {
      NotificationFilters.requireEvent(event.text());
    }
    List<DocumentNode> children = new ArrayList<>();
    for (DocumentNode child : configuration.children()) {
      switch (child.name()) {
        case "Queue", "Topic", "CloudFunction" -> requireArn(child);
        default -> {
          // Everything else was checked by the schema or above.
        }
      }
      children.add(child.name().equals("Filter") ? capitalized(child) : child);
    }
    return new DocumentNode(configuration.name(), "", children);
  }

  /** Names of filter rules come back with a capital, however they were sent. */
  private static DocumentNode capitalized(DocumentNode node) {
    if (node.name().equals("Name")) {
      return switch (node.text().toLowerCase(Locale.ROOT)) {
        case "prefix" -> DocumentNode.ofText("Name", "Prefix");
        case "suffix" -> DocumentNode.ofText("Name", "Suffix");
        default ->
            throw S3Exception.invalidArgument(
                "filter rule name must be either prefix or suffix", "FilterRule.Name", node.text());
      };
    }
    return node.children().isEmpty()
        ? node
        : new DocumentNode(
            node.name(),
            "",
            node.children().stream().map(NotificationDocument::capitalized).toList());
  }

  private static void requireArn(DocumentNode target) {
    String service =
        switch (target.name()) {
          case "Queue" -> "sqs";
          case "Topic" -> "sns";
          default -> "lambda";
        };
    if (!target.text().matches("arn:aws[a-z-]*:" + service + ":[a-z0-9-]+:[0-9]{12}:.+")) {
      throw S3Exception.invalidArgument(
          "The ARN could not be parsed", target.name(), target.text());
    }
  }
}
