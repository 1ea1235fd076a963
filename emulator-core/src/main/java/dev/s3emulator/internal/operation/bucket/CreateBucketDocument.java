package dev.s3emulator.internal.operation.bucket;

import dev.s3emulator.internal.domain.Region;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.Tag;
import dev.s3emulator.internal.domain.TagRules;
import dev.s3emulator.internal.domain.TagSet;
import dev.s3emulator.internal.xml.XmlElement;
import dev.s3emulator.internal.xml.XmlReader;
import java.util.List;
import java.util.Optional;

/**
 * The {@code <CreateBucketConfiguration>} document, which may be missing.
 *
 * @param locationConstraint the region as named in it
 * @param tags the tags of the bucket
 */
record CreateBucketDocument(Optional<String> locationConstraint, TagSet tags) {

  /** Fifty tags of the longest form, escaped, fit several times. */
  static final int MAX_BYTES = 256 * 1024;

  private static final CreateBucketDocument MISSING =
      new CreateBucketDocument(Optional.empty(), TagSet.EMPTY);

  /**
   * Reads the document.
   *
   * @throws S3Exception MalformedXML, InvalidTag, BadRequest or NotImplemented
   */
  static CreateBucketDocument read(byte[] bytes) {
    if (bytes.length == 0) {
      return MISSING;
    }
    XmlElement root =
        XmlReader.read(bytes)
            .requireName("CreateBucketConfiguration")
            .requireOnly("LocationConstraint", "Location", "Bucket", "Tags");
    if (root.optional("Location").isPresent() || root.optional("Bucket").isPresent()) {
      throw S3Exception.notEmulated("directory buckets");
    }
    // An empty constraint says as little as none.
    return new CreateBucketDocument(
        root.optionalText("LocationConstraint").filter(constraint -> !constraint.isEmpty()),
        root.optional("Tags").map(CreateBucketDocument::tags).orElse(TagSet.EMPTY));
  }

  private static TagSet tags(XmlElement tags) {
    List<Tag> given =
        tags.requireOnly("Tag").all("Tag").stream()
            .map(tag -> tag.requireOnly("Key", "Value"))
            .map(tag -> new Tag(tag.requiredText("Key"), tag.requiredText("Value")))
            .toList();
    return TagRules.NEW_BUCKET.requireValid(given);
  }

  /**
   * Returns the region in which the bucket is made. The endpoint of us-east-1 makes buckets
   * everywhere, any other only its own.
   *
   * @throws S3Exception InvalidLocationConstraint or IllegalLocationConstraintException
   */
  Region region(Region endpoint) {
    if (endpoint.equals(Region.US_EAST_1)) {
      return locationConstraint.map(CreateBucketDocument::requireRegion).orElse(endpoint);
    }
    if (locationConstraint.filter(endpoint.name()::equals).isPresent()) {
      // The emulator may stand for a region that AWS has not opened yet.
      return endpoint;
    }
    Optional<Region> named = locationConstraint.map(CreateBucketDocument::requireRegion);
    return named
        .filter(endpoint::equals)
        .orElseThrow(
            () ->
                S3Exception.of(
                    S3Error.ILLEGAL_LOCATION_CONSTRAINT,
                    "The "
                        + locationConstraint.orElse("unspecified")
                        + " location constraint is incompatible for the region specific endpoint"
                        + " this request was sent to."));
  }

  private static Region requireRegion(String constraint) {
    return Region.ofLocationConstraint(constraint)
        .orElseThrow(
            () ->
                S3Exception.of(S3Error.INVALID_LOCATION_CONSTRAINT)
                    .with("LocationConstraint", constraint));
  }
}
