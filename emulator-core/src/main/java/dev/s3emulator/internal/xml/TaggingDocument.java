package dev.s3emulator.internal.xml;

import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.Tag;
import dev.s3emulator.internal.domain.TagRules;
import dev.s3emulator.internal.domain.TagSet;
import java.util.List;

/** The {@code <Tagging>} document of buckets and objects. */
public final class TaggingDocument {

  /** The largest document that S3 takes (operations.tsv). */
  public static final int MAX_BYTES = 160 * 1024;

  private TaggingDocument() {}

  /**
   * Reads the tags.
   *
   * @throws S3Exception MissingRequestBodyError, MalformedXML, InvalidTag or BadRequest
   */
  public static TagSet read(byte[] bytes, TagRules rules) {
    if (bytes.length == 0) {
      throw S3Exception.of(S3Error.MISSING_REQUEST_BODY);
    }
    XmlElement tagSet =
        XmlReader.read(bytes)
            .requireName("Tagging")
            .requireOnly("TagSet")
            .optional("TagSet")
            .orElseThrow(S3Exception::malformedXml);
    List<Tag> tags =
        tagSet.requireOnly("Tag").all("Tag").stream()
            .map(tag -> tag.requireOnly("Key", "Value"))
            .map(tag -> new Tag(tag.requiredText("Key"), tag.requiredText("Value")))
            .toList();
    return rules.requireValid(tags);
  }

  /** Writes the tags as the answer to GET. */
  public static byte[] write(TagSet tags) {
    XmlWriter xml = XmlWriter.document("Tagging").start("TagSet");
    tags.tags()
        .forEach(
            (key, value) -> xml.start("Tag").element("Key", key).element("Value", value).end());
    return xml.finish();
  }
}
