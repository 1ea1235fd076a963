package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.configuration.AccelerateConfiguration;
import dev.s3emulator.internal.domain.configuration.DocumentNode;
import java.util.List;

/** The {@code <AccelerateConfiguration>} document. */
final class AccelerateDocument {

  static final ConfigurationKind<AccelerateConfiguration> KIND =
      ConfigurationKind.withEmptyDocument(
          AccelerateConfiguration.class,
          AccelerateDocument::read,
          AccelerateDocument::write,
          "AccelerateConfiguration");

  private AccelerateDocument() {}

  private static AccelerateConfiguration read(byte[] bytes) {
    DocumentNode document = DocumentSchema.read(bytes, "AccelerateConfiguration");
    return new AccelerateConfiguration(
        document.textOf("Status").filter("Enabled"::equals).isPresent());
  }

  private static byte[] write(AccelerateConfiguration configuration) {
    String status = configuration.enabled() ? "Enabled" : "Suspended";
    return DocumentSchema.write(
        new DocumentNode(
            "AccelerateConfiguration", "", List.of(DocumentNode.ofText("Status", status))));
  }
}
