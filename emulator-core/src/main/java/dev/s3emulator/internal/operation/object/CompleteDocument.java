package dev.s3emulator.internal.operation.object;

import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.checksum.ChecksumAlgorithm;
import dev.s3emulator.internal.domain.multipart.ListedPart;
import dev.s3emulator.internal.xml.XmlElement;
import dev.s3emulator.internal.xml.XmlReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the {@code <CompleteMultipartUpload>} document. */
final class CompleteDocument {

  private static final String CHECKSUM = "Checksum";

  private static final String[] PART_ELEMENTS =
      Stream.concat(
              Stream.of("PartNumber", "ETag"),
              Stream.of(ChecksumAlgorithm.values()).map(CompleteDocument::element))
          .toArray(String[]::new);

  private CompleteDocument() {}

  /**
   * Returns the parts that a document lists; none when it is empty.
   *
   * @throws S3Exception MalformedXML if it violates the schema
   */
  static List<ListedPart> read(byte[] document) {
    if (document.length == 0) {
      return List.of();
    }
    XmlElement root = XmlReader.read(document).requireName("CompleteMultipartUpload");
    List<ListedPart> parts = new ArrayList<>();
    for (XmlElement part : root.requireOnly("Part").children()) {
      parts.add(read(part.requireOnly(PART_ELEMENTS)));
    }
    return parts;
  }

  private static ListedPart read(XmlElement part) {
    Map<ChecksumAlgorithm, String> checksums = new EnumMap<>(ChecksumAlgorithm.class);
    for (ChecksumAlgorithm algorithm : ChecksumAlgorithm.values()) {
      part.optionalText(element(algorithm)).ifPresent(value -> checksums.put(algorithm, value));
    }
    return new ListedPart(
        number(part.requiredText("PartNumber")), part.requiredText("ETag").strip(), checksums);
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException notAnInt) {
      throw S3Exception.malformedXml();
    }
  }

  private static String element(ChecksumAlgorithm algorithm) {
    return CHECKSUM + algorithm.wireName();
  }
}
