package dev.s3emulator.internal.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * The value of {@code If-Match} or {@code If-None-Match}: {@code *} or entity tags.
 *
 * <p>Tags compare with or without their quotes; weak tags ({@code W/"…"}) match nothing.
 */
public record ETagCondition(String value, boolean any, List<String> tags) {

  /** Returns the condition with this header value. */
  public static ETagCondition parse(String value) {
    String trimmed = value.trim();
    if (trimmed.equals("*")) {
      return new ETagCondition(value, true, List.of());
    }
    List<String> tags = new ArrayList<>();
    for (String tag : trimmed.split(",", -1)) {
      tags.add(ETag.unquote(tag.trim()));
    }
    return new ETagCondition(value, false, List.copyOf(tags));
  }

  /** Returns whether an object with this tag fulfills an {@code If-Match} of this value. */
  public boolean matches(ETag tag) {
    return any || tags.contains(tag.toString());
  }
}
