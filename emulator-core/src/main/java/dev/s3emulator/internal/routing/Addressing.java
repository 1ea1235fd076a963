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

  private static final Pattern AWS_WEBSITE =
      Pattern.compile(".+\\.s3-website[.-][a-z0-9-]+\\.amazonaws\\.com(?:\\.cn)?");

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
        return host.substring(0, host.length() - domain.length() - 1);
      }
    }
    if (!host.endsWith(".amazonaws.com") && !host.endsWith(".amazonaws.com.cn")) {
      return null;
    }
    if (AWS_WEBSITE.matcher(host).matches()) {
      throw S3Exception.notEmulated("website endpoints");
    }
    Matcher aws = AWS_HOST.matcher(host);
    return aws.matches() ? aws.group("bucket") : null;
  }

  private static boolean isAddress(String host) {
    char last = host.isEmpty() ? ' ' : host.charAt(host.length() - 1);
    return host.startsWith("[") || (last >= '0' && last <= '9' && host.indexOf('.') > 0);
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
