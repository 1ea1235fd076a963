package dev.s3emulator.internal.operation.object;

import dev.s3emulator.internal.domain.Restoring;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.attribute.Restoration.Tier;
import dev.s3emulator.internal.xml.XmlElement;
import dev.s3emulator.internal.xml.XmlReader;
import java.util.Arrays;
import java.util.Optional;

/**
 * The {@code <RestoreRequest>} document.
 *
 * @param days how long the copy stays; archives need it
 * @param tier how fast it comes
 */
record RestoreDocument(Optional<Integer> days, Tier tier) {

  /**
   * Reads a document; none at all is one that says nothing.
   *
   * @throws S3Exception MalformedXML, or NotImplemented for a query over archived objects
   */
  static RestoreDocument read(byte[] bytes) {
    if (bytes.length == 0) {
      return new RestoreDocument(Optional.empty(), Tier.Standard);
    }
    XmlElement root =
        XmlReader.read(bytes)
            .requireName("RestoreRequest")
            .requireOnly(
                "Days",
                "GlacierJobParameters",
                "Type",
                "Tier",
                "Description",
                "SelectParameters",
                "OutputLocation");
    if (root.optionalText("Type").isPresent()
        || root.optional("SelectParameters").isPresent()
        || root.optional("OutputLocation").isPresent()) {
      throw S3Exception.notEmulated("RestoreObject with SelectParameters");
    }
    return new RestoreDocument(root.optionalText("Days").map(RestoreDocument::days), tier(root));
  }

  private static Integer days(String text) {
    // What S3 says of zero days is not known; the schema has a positive number.
    if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < 1) {
      throw S3Exception.malformedXml();
    }
    return Integer.valueOf(text);
  }

  /** The tier stands in an element of its own, or beside it in the form for queries. */
  private static Tier tier(XmlElement root) {
    return root.optional("GlacierJobParameters")
        .map(parameters -> parameters.requireOnly("Tier").requiredText("Tier"))
        .or(() -> root.optionalText("Tier"))
        .map(RestoreDocument::tier)
        .orElse(Tier.Standard);
  }

  private static Tier tier(String name) {
    return Arrays.stream(Tier.values())
        .filter(tier -> tier.name().equals(name))
        .findFirst()
        .orElseThrow(S3Exception::malformedXml);
  }

  /**
   * Returns what is asked for of an archive.
   *
   * @throws S3Exception MalformedXML if it is not said for how long
   */
  Restoring.Command command() {
    return new Restoring.Command(days.orElseThrow(S3Exception::malformedXml), tier);
  }
}
