package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.configuration.AbacStatus;
import dev.s3emulator.internal.domain.configuration.DocumentNode;
import java.util.List;

/** The {@code <AbacStatus>} document. */
final class AbacDocument {

  static final ConfigurationKind<AbacStatus> KIND =
      ConfigurationKind.withDefault(
          AbacStatus.class, AbacDocument::read, AbacDocument::write, AbacStatus.DISABLED);

  private AbacDocument() {}

  private static AbacStatus read(byte[] bytes) {
    DocumentNode document = DocumentSchema.read(bytes, "AbacStatus");
    return new AbacStatus(document.textOf("Status").filter("Enabled"::equals).isPresent());
  }

  private static byte[] write(AbacStatus configuration) {
    String status = configuration.enabled() ? "Enabled" : "Disabled";
    return DocumentSchema.write(
        new DocumentNode("AbacStatus", "", List.of(DocumentNode.ofText("Status", status))));
  }
}
