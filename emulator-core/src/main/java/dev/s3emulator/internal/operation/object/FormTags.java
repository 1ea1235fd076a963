package dev.s3emulator.internal.operation.object;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.Tag;
import dev.s3emulator.internal.domain.TagRules;
import dev.s3emulator.internal.domain.TagSet;
import dev.s3emulator.internal.xml.XmlElement;
import dev.s3emulator.internal.xml.XmlReader;
import java.util.List;

/** The {@code <Tagging>} document in a field of a form. */
final class FormTags {

  private FormTags() {}

  static TagSet read(String document) {
    XmlElement set =
        XmlReader.read(document.getBytes(UTF_8))
            .requireName("Tagging")
            .requireOnly("TagSet")
            .optional("TagSet")
            .orElseThrow(S3Exception::malformedXml);
    List<Tag> tags =
        set.requireOnly("Tag").all("Tag").stream()
            .map(tag -> tag.requireOnly("Key", "Value"))
            .map(tag -> new Tag(tag.requiredText("Key"), tag.requiredText("Value")))
            .toList();
    return TagRules.OBJECT.requireValid(tags);
  }
}
