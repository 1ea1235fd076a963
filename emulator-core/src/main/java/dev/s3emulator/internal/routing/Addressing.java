package dev.s3emulator.internal.routing;

import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.protocol.PercentCoding;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.protocol.RequestTarget;
import dev.s3emulator.internal.protocol.S3Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads bucket and key from host and path: virtual-hosted style when the host is a bucket in front
 * of a known domain, path style for every other host, as IP addresses and names of containers are.
 *
 * <p>The key is the path decoded once and otherwise untouched: no segment is normalized.
 */
public final class Addressing {

  /** Domains under which a host name in front is a bucket, whatever is configured. */
  private static final List<String> BUILT_IN = List.of("localhost", "s3.localhost");

  /** The hosts of S3 itself: dual stack, FIPS, accelerate and the old form with a dash. */
  private static final Pattern AWS_HOST =
      Pattern.compile(
          "(?:(?<bucket>.+)\\.)?"
              + "(?:s3(?:-fips)?(?:\\.dualstack)?(?:[.-][a-z]{2}(?:-[a-z]+)+-[0-9])?"
              + "|s3-accelerate(?:\\.dualstack)?)"
              + "\\.amazonaws\\.com(?:\\.cn)?");

  /** Endpoints of S3 that mean something else than a bucket, by what their hosts hold. */
  private static final Map<String, String> OTHER_ENDPOINTS =
      Map.of(
          ".s3-website", "website endpoints",
          ".s3-accesspoint", "access points",
          ".s3-object-lambda", "Object Lambda access points",
          ".s3-outposts", "S3 on Outposts",
          ".accesspoint.s3-global", "Multi-Region Access Points",
          "s3express-", "directory buckets");

  private final List<String> domains;

  /**
   * Makes the rule.
   *
   * @param configuredDomains further domains, such as {@code s3.test}
   */
  public Addressing(List<String> configuredDomains) {
    List<String> all = new ArrayList<>(BUILT_IN);
    configuredDomains.forEach(domain -> all.add(domain.toLowerCase(Locale.ROOT)));
    // The longest suffix first: a bucket name may itself hold dots.
    all.sort((a, b) -> b.length() - a.length());
    domains = List.copyOf(all);
  }

  /**
   * Returns what the request addresses.
   *
   * @throws S3Exception InvalidURI if the path cannot be decoded or leaves the root
   */
  public RequestTarget resolve(RequestHead head) {
    String host = head.headers().first(S3Headers.HOST);
    String bucket = host == null ? null : bucketOfHost(hostName(host));
    String path = head.rawPath().startsWith("/") ? head.rawPath().substring(1) : head.rawPath();
    if (bucket != null) {
      return target(bucket, path, head);
    }
    if (path.isEmpty()) {
      return RequestTarget.SERVICE;
    }
    int slash = path.indexOf('/');
    String first = decode(slash < 0 ? path : path.substring(0, slash), head);
    if (first.isEmpty()) {
      throw S3Exception.of(S3Error.INVALID_BUCKET_NAME).with("BucketName", first);
    }
    return target(first, slash < 0 ? "" : path.substring(slash + 1), head);
  }

  private static RequestTarget target(String bucket, String rawKey, RequestHead head) {
    if (rawKey.isEmpty()) {
      return new RequestTarget(bucket, null);
    }
    String key = decode(rawKey, head);
    requireInsideRoot(key, head);
    return new RequestTarget(bucket, ObjectKey.of(key));
  }

  private @Nullable String bucketOfHost(String host) {
    if (isAddress(host)) {
      return null;
    }
    for (String domain : domains) {
      if (host.equals(domain)) {
        return null;
      }
      if (host.endsWith(domain) && host.charAt(host.length() - domain.length() - 1) == '.') {
        String bucket = host.substring(0, host.length() - domain.length() - 1);
        return bucket.isEmpty() ? null : bucket;
      }
    }
    if (!host.endsWith(".amazonaws.com") && !host.endsWith(".amazonaws.com.cn")) {
      return null;
    }
    OTHER_ENDPOINTS.forEach(
        (label, feature) -> {
          if (host.contains(label)) {
            throw S3Exception.notEmulated(feature);
          }
        });
    Matcher aws = AWS_HOST.matcher(host);
    return aws.matches() ? aws.group("bucket") : null;
  }

  private static boolean isAddress(String host) {
    if (host.startsWith("[")) {
      return true;
    }
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      if (c != '.' && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  private static String hostName(String hostHeader) {
    int colon = hostHeader.lastIndexOf(':');
    boolean hasPort = colon >= 0 && hostHeader.indexOf(']', colon) < 0;
    return (hasPort ? hostHeader.substring(0, colon) : hostHeader).toLowerCase(Locale.ROOT);
  }

  private static String decode(String encoded, RequestHead head) {
    String decoded = PercentCoding.decode(encoded);
    if (decoded == null) {
      throw invalidUri(head);
    }
    return decoded;
  }

  /** Segments {@code ..} are ordinary text as long as they do not climb above the bucket. */
  private static void requireInsideRoot(String key, RequestHead head) {
    if (!key.contains("..")) {
      return;
    }
    int depth = 0;
    for (String segment : key.split("/", -1)) {
      if (segment.equals("..")) {
        depth--;
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        depth++;
      }
      if (depth < 0) {
        throw invalidUri(head);
      }
    }
  }

  private static S3Exception invalidUri(RequestHead head) {
    return S3Exception.of(S3Error.INVALID_URI).with("URI", head.rawPath());
  }
}
