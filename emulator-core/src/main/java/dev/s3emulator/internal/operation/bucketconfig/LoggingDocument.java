package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.configuration.DocumentNode;
import dev.s3emulator.internal.domain.configuration.LoggingConfiguration;
import dev.s3emulator.internal.domain.configuration.LoggingConfiguration.GranteeType;
import dev.s3emulator.internal.domain.configuration.LoggingConfiguration.KeyFormat;
import dev.s3emulator.internal.domain.configuration.LoggingConfiguration.Target;
import dev.s3emulator.internal.domain.configuration.LoggingConfiguration.TargetGrant;
import dev.s3emulator.internal.xml.XmlWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The {@code <BucketLoggingStatus>} document; an empty one turns logging off. */
final class LoggingDocument {

  private static final String ROOT = "BucketLoggingStatus";
  private static final String KEY_FORMAT = "TargetObjectKeyFormat";
  private static final String PARTITIONED = "PartitionedPrefix";
  private static final String SIMPLE = "SimplePrefix";
  private static final String DATE_SOURCE = "PartitionDateSource";
  private static final String DELIVERY_TIME = "DeliveryTime";

  static final ConfigurationKind<LoggingConfiguration> KIND =
      ConfigurationKind.withEmptyDocument(
          LoggingConfiguration.class, LoggingDocument::read, LoggingDocument::write, ROOT);

  private LoggingDocument() {}

  private static LoggingConfiguration read(byte[] bytes) {
    return new LoggingConfiguration(
        DocumentSchema.read(bytes, ROOT).first("LoggingEnabled").map(LoggingDocument::target));
  }

  private static Target target(DocumentNode enabled) {
    return new Target(
        enabled.textOf("TargetBucket").orElse(""),
        enabled.textOf("TargetPrefix").orElse(""),
        enabled.first(KEY_FORMAT).map(LoggingDocument::keyFormat),
        enabled.all("TargetGrants").stream()
            .flatMap(grants -> grants.children().stream())
            .map(LoggingDocument::grant)
            .toList());
  }

  private static KeyFormat keyFormat(DocumentNode format) {
    Optional<DocumentNode> partitioned = format.first(PARTITIONED);
    if (partitioned.isPresent() == format.has(SIMPLE)) {
      // One of them. What S3 says to both is not known.
      throw S3Exception.malformedXml();
    }
    if (partitioned.isEmpty()) {
      return KeyFormat.SIMPLE;
    }
    return partitioned.get().textOf(DATE_SOURCE).filter(DELIVERY_TIME::equals).isPresent()
        ? KeyFormat.PARTITIONED_BY_DELIVERY_TIME
        : KeyFormat.PARTITIONED_BY_EVENT_TIME;
  }

  /** What a grantee holds tells which type it is of. */
  private static TargetGrant grant(DocumentNode grant) {
    DocumentNode grantee = grant.first("Grantee").orElseThrow(S3Exception::malformedXml);
    List<GranteeType> types =
        Arrays.stream(GranteeType.values()).filter(type -> grantee.has(type.element())).toList();
    if (types.size() != 1) {
      throw S3Exception.malformedXml();
    }
    String name = grantee.textOf(types.get(0).element()).orElse("");
    return new TargetGrant(types.get(0), name, grant.textOf("Permission").orElse(""));
  }

  private static byte[] write(LoggingConfiguration configuration) {
    XmlWriter xml = XmlWriter.document(ROOT);
    configuration.target().ifPresent(target -> write(xml, target));
    return xml.finish();
  }

  private static void write(XmlWriter xml, Target target) {
    xml.start("LoggingEnabled").element("TargetBucket", target.bucketName());
    if (!target.grants().isEmpty()) {
      xml.start("TargetGrants");
      target.grants().forEach(grant -> write(xml, grant));
      xml.end();
    }
    xml.element("TargetPrefix", target.prefix());
    target.keyFormat().ifPresent(format -> write(xml, format));
    xml.end();
  }

  private static void write(XmlWriter xml, TargetGrant grant) {
    xml.start("Grant")
        .start("Grantee", grant.type().wireName())
        .element(grant.type().element(), grant.grantee())
        .end()
        .element("Permission", grant.permission())
        .end();
  }

  private static void write(XmlWriter xml, KeyFormat format) {
    xml.start(KEY_FORMAT);
    switch (format) {
      case SIMPLE -> xml.emptyElement(SIMPLE);
      case PARTITIONED_BY_EVENT_TIME ->
          xml.start(PARTITIONED).element(DATE_SOURCE, "EventTime").end();
      case PARTITIONED_BY_DELIVERY_TIME ->
          xml.start(PARTITIONED).element(DATE_SOURCE, DELIVERY_TIME).end();
    }
    xml.end();
  }
}
