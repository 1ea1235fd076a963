package dev.s3emulator.internal.domain.configuration;

import dev.s3emulator.internal.domain.S3Exception;
import java.util.Optional;
import java.util.Set;

/**
 * Redirects some requests for a website.
 *
 * @param keyPrefix what the key must begin with
 * @param errorCode the status that the request would be answered with; without it the rule holds
 *     before the bucket is looked at
 * @param redirect where to
 */
public record RoutingRule(
    Optional<String> keyPrefix, Optional<Integer> errorCode, Redirect redirect) {

  /**
   * Checks what S3 checks.
   *
   * @throws S3Exception InvalidRequest
   */
  public RoutingRule {
    if (errorCode.isPresent() && (errorCode.get() < 400 || errorCode.get() > 599)) {
      throw S3Exception.invalidRequest(
          "The provided HTTP error code ("
              + errorCode.get()
              + ") is not valid. Valid codes are 4XX or 5XX.");
    }
  }

  boolean hasPrefixOf(String key) {
    return keyPrefix.isEmpty() || key.startsWith(keyPrefix.get());
  }

  /**
   * Where a rule redirects to; what is not said stays as it is in the request.
   *
   * @param hostName the host
   * @param status the status, 301 unless said
   * @param protocol {@code http} or {@code https}
   * @param replaceKeyPrefixWith what takes the place of the rule's prefix
   * @param replaceKeyWith what takes the place of the key
   */
  public record Redirect(
      Optional<String> hostName,
      Optional<Integer> status,
      Optional<String> protocol,
      Optional<String> replaceKeyPrefixWith,
      Optional<String> replaceKeyWith) {

    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 304, 305, 307, 308);

    /**
     * Checks what S3 checks.
     *
     * @throws S3Exception InvalidRequest
     */
    public Redirect {
      if (replaceKeyPrefixWith.isPresent() && replaceKeyWith.isPresent()) {
        throw S3Exception.invalidRequest(
            "You can only define ReplaceKeyPrefix or ReplaceKey but not both.");
      }
      protocol.ifPresent(Redirect::requireProtocol);
      if (status.isPresent() && !STATUSES.contains(status.get())) {
        throw S3Exception.invalidRequest(
            "The provided HTTP redirect code ("
                + status.get()
                + ") is not valid. Valid codes are 3XX except 300.");
      }
      if (hostName.isPresent() && hostName.get().isBlank()) {
        throw S3Exception.invalidRequest(
            "The HostName cannot be blank. To redirect within the same domain, the element should"
                + " not be present.");
      }
    }

    static void requireProtocol(String protocol) {
      if (!protocol.equals("http") && !protocol.equals("https")) {
        throw S3Exception.invalidRequest(
            "Invalid protocol, protocol can be http or https. If not defined the protocol will be"
                + " selected automatically.");
      }
    }
  }
}
