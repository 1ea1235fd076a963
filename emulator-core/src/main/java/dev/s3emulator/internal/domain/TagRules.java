package dev.s3emulator.internal.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What S3 demands of tags, which differs a little between their carriers (protocol-notes 16). */
public enum TagRules {
  /** Tags of an object. */
  OBJECT(10, "Object tags cannot be greater than 10") {
    @Override
    S3Exception reservedKey(String key) {
      return invalidTag("Your TagKey cannot be prefixed with aws:").with("TagKey", key);
    }
  },

  /** Tags that a bucket gets by PutBucketTagging. */
  BUCKET(50, "Bucket tag count cannot be greater than 50") {
    @Override
    S3Exception reservedKey(String key) {
      return invalidTag("System tags cannot be added/updated by requester").with("TagKey", key);
    }
  },

  /** Tags that a bucket is created with. */
  NEW_BUCKET(50, "Bucket tag count cannot be greater than 50") {
    @Override
    S3Exception reservedKey(String key) {
      return invalidTag(
          "User-defined tag keys can't start with \"aws:\". This prefix is reserved for system"
              + " tags. Remove \"aws:\" from your tag keys and try again.");
    }

    @Override
    S3Exception duplicateKey(String key) {
      // Recorded: S3 itself fails here (recorded-answers 17).
      return S3Exception.of(S3Error.INTERNAL_ERROR);
    }
  };

  private static final int MAX_KEY_LENGTH = 128;
  private static final int MAX_VALUE_LENGTH = 256;
  private static final Pattern TEXT = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*");

  private final int maxTags;
  private final String tooMany;

  TagRules(int maxTags, String tooMany) {
    this.maxTags = maxTags;
    this.tooMany = tooMany;
  }

  /**
   * Returns the set of these tags.
   *
   * @throws S3Exception InvalidTag if one of them is not valid or repeats a key, BadRequest if
   *     there are too many
   */
  public TagSet requireValid(List<Tag> tags) {
    Map<String, String> valid = new LinkedHashMap<>();
    for (Tag tag : tags) {
      if (valid.containsKey(tag.key())) {
        throw duplicateKey(tag.key());
      }
      check(tag);
      valid.put(tag.key(), tag.value());
    }
    if (valid.size() > maxTags) {
      throw S3Exception.of(S3Error.BAD_REQUEST, tooMany);
    }
    return new TagSet(valid);
  }

  private void check(Tag tag) {
    if (tag.key().startsWith("aws:")) {
      throw reservedKey(tag.key());
    }
    if (tag.key().isEmpty() || tag.key().length() > MAX_KEY_LENGTH || !isTagText(tag.key())) {
      throw invalidTag("The TagKey you have provided is invalid").with("TagKey", tag.key());
    }
    if (tag.value().length() > MAX_VALUE_LENGTH || !isTagText(tag.value())) {
      throw invalidTag("The TagValue you have provided is invalid")
          .with("TagKey", tag.key())
          .with("TagValue", tag.value());
    }
  }

  /** Returns whether {@code text} consists of characters that keys and values may hold. */
  static boolean isTagText(String text) {
    return TEXT.matcher(text).matches();
  }

  abstract S3Exception reservedKey(String key);

  S3Exception duplicateKey(String key) {
    return invalidTag("Cannot provide multiple Tags with the same key").with("TagKey", key);
  }

  private static S3Exception invalidTag(String message) {
    return S3Exception.of(S3Error.INVALID_TAG, message);
  }
}
