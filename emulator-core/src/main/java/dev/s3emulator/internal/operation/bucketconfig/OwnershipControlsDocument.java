package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.OwnershipControls;
import dev.s3emulator.internal.domain.OwnershipControls.ObjectOwnership;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.configuration.DocumentNode;
import dev.s3emulator.internal.xml.XmlWriter;
import java.util.List;

/** The {@code <OwnershipControls>} document, which holds one rule. */
final class OwnershipControlsDocument {

  static final ConfigurationKind<OwnershipControls> KIND =
      ConfigurationKind.of(
          OwnershipControls.class,
          OwnershipControlsDocument::read,
          OwnershipControlsDocument::write,
          S3Error.OWNERSHIP_CONTROLS_NOT_FOUND);

  private OwnershipControlsDocument() {}

  private static OwnershipControls read(byte[] bytes) {
    List<DocumentNode> rules = DocumentSchema.read(bytes, "OwnershipControls").all("Rule");
    if (rules.size() != 1) {
      throw S3Exception.malformedXml();
    }
    return rules
        .get(0)
        .textOf("ObjectOwnership")
        .flatMap(ObjectOwnership::of)
        .map(OwnershipControls::new)
        .orElseThrow(S3Exception::malformedXml);
  }

  private static byte[] write(OwnershipControls controls) {
    return XmlWriter.document("OwnershipControls")
        .start("Rule")
        .element("ObjectOwnership", controls.objectOwnership().wireName())
        .finish();
  }
}
