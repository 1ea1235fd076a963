package dev.s3emulator.internal.operation.objectlock;

import dev.s3emulator.internal.domain.DefaultRetention;
import dev.s3emulator.internal.domain.DefaultRetention.Unit;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.attribute.Retention.Mode;
import dev.s3emulator.internal.xml.XmlElement;
import dev.s3emulator.internal.xml.XmlReader;
import dev.s3emulator.internal.xml.XmlWriter;
import java.util.Optional;

/** The {@code <ObjectLockConfiguration>} document of a bucket with Object Lock. */
final class LockConfigurationDocument {

  private static final String ROOT = "ObjectLockConfiguration";
  private static final String ENABLED = "ObjectLockEnabled";
  private static final String DEFAULT = "DefaultRetention";

  private LockConfigurationDocument() {}

  /**
   * Returns the default retention of a document.
   *
   * @throws S3Exception MissingRequestBodyError, MalformedXML, or InvalidArgument for a period that
   *     S3 does not take
   */
  static Optional<DefaultRetention> read(byte[] bytes) {
    if (bytes.length == 0) {
      throw S3Exception.of(S3Error.MISSING_REQUEST_BODY);
    }
    XmlElement root = XmlReader.read(bytes).requireName(ROOT).requireOnly(ENABLED, "Rule");
    if (!root.requiredText(ENABLED).equals("Enabled")) {
      throw S3Exception.malformedXml();
    }
    return root.optional("Rule").map(LockConfigurationDocument::rule);
  }

  private static DefaultRetention rule(XmlElement rule) {
    XmlElement retention =
        rule.requireOnly(DEFAULT)
            .optional(DEFAULT)
            .orElseThrow(S3Exception::malformedXml)
            .requireOnly("Mode", Unit.DAYS.wireName(), Unit.YEARS.wireName());
    Mode mode = Mode.of(retention.requiredText("Mode")).orElseThrow(S3Exception::malformedXml);
    boolean inDays = retention.optionalText(Unit.DAYS.wireName()).isPresent();
    boolean inYears = retention.optionalText(Unit.YEARS.wireName()).isPresent();
    if (inDays == inYears) {
      throw S3Exception.malformedXml();
    }
    Unit unit = inDays ? Unit.DAYS : Unit.YEARS;
    return DefaultRetention.of(mode, unit, number(retention.requiredText(unit.wireName())));
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException notOne) {
      throw S3Exception.malformedXml();
    }
  }

  static byte[] write(Optional<DefaultRetention> retention) {
    XmlWriter xml = XmlWriter.document(ROOT).element(ENABLED, "Enabled");
    retention.ifPresent(
        period ->
            xml.start("Rule")
                .start(DEFAULT)
                .element("Mode", period.mode().name())
                .element(period.unit().wireName(), period.count()));
    return xml.finish();
  }
}
