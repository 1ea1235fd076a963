package dev.s3emulator.internal.domain.configuration;

import dev.s3emulator.internal.domain.BucketConfiguration;
import dev.s3emulator.internal.domain.S3Exception;
import java.util.List;
import java.util.Optional;

/**
 * How a bucket is served as a website: its pages, or one redirect for all requests.
 *
 * @param redirectAll where every request goes; then nothing else is set
 * @param indexSuffix what is served for a key that is empty or ends with a slash; without a slash
 * @param errorKey the page for requests that fail
 * @param rules what is redirected, tried in order
 */
public record WebsiteConfiguration(
    Optional<RedirectAll> redirectAll,
    Optional<String> indexSuffix,
    Optional<String> errorKey,
    List<RoutingRule> rules)
    implements BucketConfiguration {

  private static final int MAX_RULES = 50;

  /**
   * Checks what S3 checks.
   *
   * @throws S3Exception InvalidArgument or InvalidRequest with S3's own words
   */
  public WebsiteConfiguration {
    if (redirectAll.isPresent()) {
      if (indexSuffix.isPresent() || errorKey.isPresent() || !rules.isEmpty()) {
        throw S3Exception.invalidArgument(
            "RedirectAllRequestsTo cannot be provided in conjunction with other Routing Rules.",
            "RedirectAllRequestsTo",
            "not null");
      }
    } else {
      requireIndex(indexSuffix);
    }
    if (rules.size() > MAX_RULES) {
      throw S3Exception.invalidRequest(
          rules.size()
              + " routing rules provided, the number of routing rules in a website configuration"
              + " is limited to "
              + MAX_RULES
              + ".");
    }
    rules = List.copyOf(rules);
  }

  private static void requireIndex(Optional<String> suffix) {
    if (suffix.isEmpty()) {
      throw S3Exception.invalidArgument(
          "A value for IndexDocument Suffix must be provided if RedirectAllRequestsTo is empty",
          "IndexDocument",
          "null");
    }
    if (suffix.get().isEmpty() || suffix.get().indexOf('/') >= 0) {
      throw S3Exception.invalidArgument(
          "The IndexDocument Suffix is not well formed", "IndexDocument", suffix.get());
    }
  }

  /** Returns the rule that redirects a request whatever the bucket holds. */
  public Optional<RoutingRule> ruleFor(String key) {
    return rules.stream()
        .filter(rule -> rule.errorCode().isEmpty() && rule.hasPrefixOf(key))
        .findFirst();
  }

  /** Returns the rule that redirects a request which would be answered with this status. */
  public Optional<RoutingRule> ruleFor(String key, int status) {
    return rules.stream()
        .filter(rule -> rule.errorCode().equals(Optional.of(status)) && rule.hasPrefixOf(key))
        .findFirst();
  }

  /**
   * Where every request goes.
   *
   * @param hostName the host
   * @param protocol {@code http} or {@code https}, or empty for the request's own
   */
  public record RedirectAll(String hostName, Optional<String> protocol) {

    /**
     * Checks what S3 checks.
     *
     * @throws S3Exception InvalidRequest
     */
    public RedirectAll {
      if (hostName.isBlank()) {
        // The text is S3's, the code is not certain.
        throw S3Exception.invalidRequest(
            "A host name must be provided to redirect all requests (e.g. \"example.com\").");
      }
      protocol.ifPresent(RoutingRule.Redirect::requireProtocol);
    }
  }
}
