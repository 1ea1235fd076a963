package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.attribute.Encryption.Algorithm;
import dev.s3emulator.internal.domain.configuration.BucketEncryption;
import dev.s3emulator.internal.domain.configuration.BucketEncryption.CustomerKeys;
import dev.s3emulator.internal.domain.configuration.DocumentNode;
import dev.s3emulator.internal.xml.XmlWriter;
import java.util.List;
import java.util.Optional;

/** The {@code <ServerSideEncryptionConfiguration>} document, which holds one rule. */
final class EncryptionDocument {

  private static final String ROOT = "ServerSideEncryptionConfiguration";
  private static final String DEFAULTS = "ApplyServerSideEncryptionByDefault";
  private static final String KMS_KEY = "KMSMasterKeyID";
  private static final String BLOCKED = "BlockedEncryptionTypes";

  static final ConfigurationKind<BucketEncryption> KIND =
      ConfigurationKind.withDefault(
          BucketEncryption.class,
          EncryptionDocument::read,
          EncryptionDocument::write,
          BucketEncryption.DEFAULT);

  private EncryptionDocument() {}

  private static BucketEncryption read(byte[] bytes) {
    List<DocumentNode> rules = DocumentSchema.read(bytes, ROOT).all("Rule");
    if (rules.size() != 1) {
      throw S3Exception.malformedXml();
    }
    DocumentNode rule = rules.get(0);
    Optional<DocumentNode> defaults = rule.first(DEFAULTS);
    // A rule may only say what is blocked; that SSE-S3 is meant then is not documented.
    Algorithm algorithm =
        defaults
            .flatMap(node -> node.textOf("SSEAlgorithm"))
            .map(EncryptionDocument::algorithm)
            .orElse(Algorithm.AES256);
    Optional<String> kmsKey = defaults.flatMap(node -> node.textOf(KMS_KEY));
    if (kmsKey.isPresent() && !algorithm.usesKms()) {
      throw S3Exception.of(
              S3Error.INVALID_ARGUMENT,
              "a KMSMasterKeyID is not applicable if the default sse algorithm is not aws:kms or"
                  + " aws:kms:dsse")
          .with("ArgumentName", DEFAULTS);
    }
    return new BucketEncryption(
        algorithm,
        kmsKey.filter(key -> !key.isEmpty()),
        rule.textOf("BucketKeyEnabled").filter("true"::equals).isPresent(),
        rule.first(BLOCKED).map(EncryptionDocument::customerKeys));
  }

  private static Algorithm algorithm(String name) {
    return Algorithm.of(name)
        .orElseThrow(() -> S3Exception.notEmulated("encryption by Amazon FSx (" + name + ")"));
  }

  private static CustomerKeys customerKeys(DocumentNode blocked) {
    boolean blocks =
        blocked.all("EncryptionType").stream()
            .anyMatch(type -> type.text().equals(CustomerKeys.BLOCKED.wireName()));
    return blocks ? CustomerKeys.BLOCKED : CustomerKeys.ALLOWED;
  }

  private static byte[] write(BucketEncryption encryption) {
    XmlWriter xml =
        XmlWriter.document(ROOT)
            .start("Rule")
            .start(DEFAULTS)
            .element("SSEAlgorithm", encryption.algorithm().wireName());
    encryption.kmsKeyId().ifPresent(key -> xml.element(KMS_KEY, key));
    xml.end().element("BucketKeyEnabled", encryption.bucketKeyEnabled());
    encryption
        .customerKeys()
        .ifPresent(keys -> xml.start(BLOCKED).element("EncryptionType", keys.wireName()).end());
    return xml.finish();
  }
}
