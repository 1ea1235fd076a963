package dev.s3emulator.internal.operation.objectlock;

import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.attribute.ObjectLock.LegalHold;
import dev.s3emulator.internal.xml.XmlElement;
import dev.s3emulator.internal.xml.XmlReader;
import dev.s3emulator.internal.xml.XmlWriter;

/** The {@code <LegalHold>} document of a version. */
final class LegalHoldDocument {

  private static final String ROOT = "LegalHold";

  private LegalHoldDocument() {}

  /**
   * Returns the legal hold of a document.
   *
   * @throws S3Exception MissingRequestBodyError or MalformedXML
   */
  static LegalHold read(byte[] bytes) {
    if (bytes.length == 0) {
      throw S3Exception.of(S3Error.MISSING_REQUEST_BODY);
    }
    XmlElement root = XmlReader.read(bytes);
    // Some clients send the name of the shape in the place of that of the element.
    if (!root.name().equals("ObjectLockLegalHold")) {
      root.requireName(ROOT);
    }
    return LegalHold.of(root.requireOnly("Status").requiredText("Status"))
        .orElseThrow(S3Exception::malformedXml);
  }

  static byte[] write(LegalHold hold) {
    return XmlWriter.document(ROOT).element("Status", hold.name()).finish();
  }
}
