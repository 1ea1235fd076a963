package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.PublicAccessBlock;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.configuration.DocumentNode;
import dev.s3emulator.internal.xml.XmlWriter;

/** The {@code <PublicAccessBlockConfiguration>} document; what it leaves out is false. */
final class PublicAccessBlockDocument {

  private static final String ROOT = "PublicAccessBlockConfiguration";

  static final ConfigurationKind<PublicAccessBlock> KIND =
      ConfigurationKind.of(
          PublicAccessBlock.class,
          PublicAccessBlockDocument::read,
          PublicAccessBlockDocument::write,
          S3Error.NO_SUCH_PUBLIC_ACCESS_BLOCK_CONFIGURATION);

  private PublicAccessBlockDocument() {}

  private static PublicAccessBlock read(byte[] bytes) {
    DocumentNode document = DocumentSchema.read(bytes, ROOT);
    return new PublicAccessBlock(
        isTrue(document, "BlockPublicAcls"),
        isTrue(document, "IgnorePublicAcls"),
        isTrue(document, "BlockPublicPolicy"),
        isTrue(document, "RestrictPublicBuckets"));
  }

  private static boolean isTrue(DocumentNode document, String flag) {
    return document.textOf(flag).filter("true"::equals).isPresent();
  }

  private static byte[] write(PublicAccessBlock block) {
    return XmlWriter.document(ROOT)
        .element("BlockPublicAcls", block.blockPublicAcls())
        .element("IgnorePublicAcls", block.ignorePublicAcls())
        .element("BlockPublicPolicy", block.blockPublicPolicy())
        .element("RestrictPublicBuckets", block.restrictPublicBuckets())
        .finish();
  }
}
