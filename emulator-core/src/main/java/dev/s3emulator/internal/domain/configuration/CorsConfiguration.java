package dev.s3emulator.internal.domain.configuration;

import dev.s3emulator.internal.domain.BucketConfiguration;
import java.util.List;
import java.util.Optional;

/**
 * What pages from elsewhere may do with a bucket (protocol-notes 17).
 *
 * @param rules the rules, of which the first that matches counts
 */
public record CorsConfiguration(List<CorsRule> rules) implements BucketConfiguration {

  /** The most rules that a bucket has. */
  public static final int MAX_RULES = 100;

  /** Keeps a copy of the list. */
  public CorsConfiguration {
    rules = List.copyOf(rules);
  }

  /**
   * Returns the rule for a request.
   *
   * @param requestHeaders the headers that a preflight asks for, none for the request itself
   */
  public Optional<CorsRule> ruleFor(String origin, String method, List<String> requestHeaders) {
    return rules.stream().filter(rule -> rule.matches(origin, method, requestHeaders)).findFirst();
  }
}
