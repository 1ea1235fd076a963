package dev.s3emulator.internal.domain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tags of a bucket or an object, in the order in which they were given. */
public record TagSet(Map<String, String> tags) {

  /** No tags. */
  public static final TagSet EMPTY = new TagSet(Map.of());

  /** Keeps a copy of the map. */
  public TagSet {
    tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
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
