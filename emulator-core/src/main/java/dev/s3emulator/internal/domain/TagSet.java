package dev.s3emulator.internal.domain;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tags of a bucket or an object, in the order in which they were given. */
public record TagSet(Map<String, String> tags) {

  /** No tags. */
  public static final TagSet EMPTY = new TagSet(Map.of());

  /** Keeps a copy of the map. */
  public TagSet {
    tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
  }

  /**
   * Returns the valid tags of an object that an {@code x-amz-tagging} header gives.
   *
   * @param header the value as received: {@code key1=value1&key2=value2}, form-encoded; a key alone
   *     has an empty value
   * @throws S3Exception InvalidArgument if it is not form-encoded, repeats a key or holds other
   *     characters than tags may; else as {@link TagRules#requireValid}
   */
  public static TagSet parseHeader(String header) {
    return TagRules.OBJECT.requireValid(split(header));
  }

  /**
   * Returns the tags that such a header gives, whether or not an object may have them.
   *
   * @throws S3Exception InvalidArgument if it is not form-encoded, repeats a key or holds other
   *     characters than tags may
   */
  public static TagSet readHeader(String header) {
    Map<String, String> tags = new LinkedHashMap<>();
    split(header).forEach(tag -> tags.put(tag.key(), tag.value()));
    return new TagSet(tags);
  }

  private static List<Tag> split(String header) {
    List<Tag> tags = new ArrayList<>();
    for (String pair : header.split("&")) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String key = decode(equals < 0 ? pair : pair.substring(0, equals), header);
        if (tags.stream().anyMatch(tag -> tag.key().equals(key))) {
          throw malformed(header);
        }
        tags.add(new Tag(key, equals < 0 ? "" : decode(pair.substring(equals + 1), header)));
      }
    }
    return tags;
  }

  /** Returns the value of the {@code x-amz-tagging} header that gives these tags. */
  public String toHeader() {
    return tags.entrySet().stream()
        .map(
            tag ->
                URLEncoder.encode(tag.getKey(), UTF_8)
                    + "="
                    + URLEncoder.encode(tag.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static String decode(String encoded, String header) {
    try {
      // Bytes above 127 arrive as ISO-8859-1 characters. What is not UTF-8 decodes to U+FFFD, which
      // no tag may hold.
      String text = URLDecoder.decode(new String(encoded.getBytes(ISO_8859_1), UTF_8), UTF_8);
      if (TagRules.isTagText(text)) {
        return text;
      }
    } catch (IllegalArgumentException brokenEscape) {
      throw malformed(header);
    }
    throw malformed(header);
  }

  private static S3Exception malformed(String header) {
    return S3Exception.invalidArgument(
        "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query parameters"
            + " without tag name duplicates.",
        "x-amz-tagging",
        header);
  }

  /** Returns whether there are no tags. */
  public boolean isEmpty() {
    return tags.isEmpty();
  }

  /** Returns the number of tags. */
  public int size() {
    return tags.size();
  }
}
