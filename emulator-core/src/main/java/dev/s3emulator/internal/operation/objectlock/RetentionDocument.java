package dev.s3emulator.internal.operation.objectlock;

import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.attribute.Retention;
import dev.s3emulator.internal.domain.attribute.Retention.Mode;
import dev.s3emulator.internal.protocol.Dates;
import dev.s3emulator.internal.protocol.LockHeaders;
import dev.s3emulator.internal.xml.XmlElement;
import dev.s3emulator.internal.xml.XmlReader;
import dev.s3emulator.internal.xml.XmlWriter;
import java.time.Instant;
import java.util.Optional;

/** The {@code <Retention>} document of a version; an empty one is no retention. */
final class RetentionDocument {

  private static final String ROOT = "Retention";
  private static final String UNTIL = "RetainUntilDate";

  private RetentionDocument() {}

  /**
   * Returns the retention of a document.
   *
   * @throws S3Exception MissingRequestBodyError, MalformedXML, or InvalidArgument if it has ended
   */
  static Optional<Retention> read(byte[] bytes, Instant now) {
    if (bytes.length == 0) {
      throw S3Exception.of(S3Error.MISSING_REQUEST_BODY);
    }
    XmlElement root = XmlReader.read(bytes);
    // Some clients send the name of the shape in the place of that of the element.
    if (!root.name().equals("ObjectLockRetention")) {
      root.requireName(ROOT);
    }
    root.requireOnly("Mode", UNTIL);
    if (root.children().isEmpty()) {
      return Optional.empty();
    }
    Mode mode = Mode.of(root.requiredText("Mode")).orElseThrow(S3Exception::malformedXml);
    Instant until = Dates.parseIso(root.requiredText(UNTIL)).orElseThrow(S3Exception::malformedXml);
    return Optional.of(LockHeaders.requireFuture(mode, until, now));
  }

  static byte[] write(Retention retention) {
    return XmlWriter.document(ROOT)
        .element("Mode", retention.mode().name())
        .element(UNTIL, Dates.iso(retention.retainUntil()))
        .finish();
  }
}
