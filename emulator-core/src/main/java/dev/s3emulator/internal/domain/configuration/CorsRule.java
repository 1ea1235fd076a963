package dev.s3emulator.internal.domain.configuration;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which requests of pages from elsewhere a browser may make, and what it may tell the page.
 *
 * @param id what its author calls it
 * @param allowedHeaders request headers in any case, each with one {@code *} at most
 * @param allowedMethods methods of {@link #METHODS}
 * @param allowedOrigins origins, each with one {@code *} at most
 * @param exposeHeaders response headers that a page may read
 * @param maxAgeSeconds how long a browser may remember the answer
 */
public record CorsRule(
    Optional<String> id,
    List<String> allowedHeaders,
    List<String> allowedMethods,
    List<String> allowedOrigins,
    List<String> exposeHeaders,
    OptionalInt maxAgeSeconds) {

  /** The methods that a rule can allow. */
  public static final List<String> METHODS = List.of("GET", "PUT", "POST", "DELETE", "HEAD");

  private static final String ANY = "*";

  /** Keeps copies of the lists. */
  public CorsRule {
    allowedHeaders = List.copyOf(allowedHeaders);
    allowedMethods = List.copyOf(allowedMethods);
    allowedOrigins = List.copyOf(allowedOrigins);
    exposeHeaders = List.copyOf(exposeHeaders);
  }

  /**
   * Returns whether the rule is the one for a request: origin and method compare with case, headers
   * without.
   */
  public boolean matches(String origin, String method, List<String> requestHeaders) {
    return allowedMethods.contains(method)
        && matchesOne(allowedOrigins, origin)
        && requestHeaders.stream().allMatch(this::allowsHeader);
  }

  /** Returns whether the rule holds for every origin, which is answered as {@code *}. */
  public boolean allowsAnyOrigin() {
    return allowedOrigins.contains(ANY);
  }

  private boolean allowsHeader(String header) {
    String name = header.toLowerCase(Locale.ROOT);
    return allowedHeaders.stream()
        .anyMatch(pattern -> matches(pattern.toLowerCase(Locale.ROOT), name));
  }

  private static boolean matchesOne(List<String> patterns, String text) {
    return patterns.stream().anyMatch(pattern -> matches(pattern, text));
  }

  private static boolean matches(String pattern, String text) {
    int star = pattern.indexOf('*');
    if (star < 0) {
      return pattern.equals(text);
    }
    return text.length() >= pattern.length() - 1
        && text.startsWith(pattern.substring(0, star))
        && text.endsWith(pattern.substring(star + 1));
  }
}
