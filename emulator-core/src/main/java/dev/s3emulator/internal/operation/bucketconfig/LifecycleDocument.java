package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.configuration.DocumentNode;
import dev.s3emulator.internal.domain.configuration.LifecycleConfiguration;

/** The {@code <LifecycleConfiguration>} document. */
final class LifecycleDocument {

  static final ConfigurationKind<LifecycleConfiguration> KIND =
      ConfigurationKind.of(
          LifecycleConfiguration.class,
          LifecycleDocument::read,
          configuration -> DocumentSchema.write(configuration.document()),
          S3Error.NO_SUCH_LIFECYCLE_CONFIGURATION);

  private LifecycleDocument() {}

  private static LifecycleConfiguration read(byte[] bytes) {
    DocumentNode document = DocumentSchema.read(bytes, "LifecycleConfiguration");
    LifecycleRules.check(document);
    return new LifecycleConfiguration(document, LifecycleConfiguration.DEFAULT_MINIMUM_OBJECT_SIZE);
  }
}
