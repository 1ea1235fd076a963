package dev.s3emulator.internal.routing;

import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.protocol.Endpoint;
import dev.s3emulator.internal.protocol.Endpoint.Kind;
import dev.s3emulator.internal.protocol.PercentCoding;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.protocol.RequestTarget;
import dev.s3emulator.internal.protocol.S3Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads bucket and key from host and path: virtual-hosted style when the host is a bucket in front
 * of a known domain, path style for every other host, as IP addresses and names of containers are.
 * A bucket in front of {@code s3-website} is a website.
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
              + "(?:s3(?:-fips)?(?:\\.dualstack)?(?:[.-](?<region>[a-z]{2}(?:-[a-z]+)+-[0-9]))?"
              + "|(?<accelerate>s3-accelerate(?:\\.dualstack)?))"
              + "\\.amazonaws\\.com(?:\\.cn)?");

  /** The websites of S3: older regions have the dash, newer ones the dot, here all have both. */
  private static final Pattern AWS_WEBSITE =
      Pattern.compile(
          "(?<bucket>.+)\\.s3-website[.-](?<region>[a-z]{2}(?:-[a-z]+)+-[0-9])"
              + "\\.amazonaws\\.com(?:\\.cn)?");

  private static final String WEBSITE_SUFFIX = ".s3-website";

  /** Endpoints of S3 that mean something else than a bucket, by what their hosts hold. */
  private static final Map<String, String> OTHER_ENDPOINTS =
      Map.of(
          "s3-website", "website endpoints without a bucket",
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
    String header = head.headers().first(S3Headers.HOST);
    Host host = header == null ? Host.PATH_STYLE : hostOf(hostName(header));
    String path = head.rawPath().startsWith("/") ? head.rawPath().substring(1) : head.rawPath();
    if (host.bucket() != null) {
      return target(host.bucket(), path, head, host.endpoint());
    }
    if (path.isEmpty()) {
      return new RequestTarget(null, null, host.endpoint());
    }
    int slash = path.indexOf('/');
    String first = decode(slash < 0 ? path : path.substring(0, slash), head);
    if (first.isEmpty()) {
      throw S3Exception.of(S3Error.INVALID_BUCKET_NAME).with("BucketName", first);
    }
    return target(first, slash < 0 ? "" : path.substring(slash + 1), head, host.endpoint());
  }

  private static RequestTarget target(
      String bucket, String rawKey, RequestHead head, Endpoint endpoint) {
    if (rawKey.isEmpty()) {
      return new RequestTarget(bucket, null, endpoint);
    }
    String key = decode(rawKey, head);
    requireInsideRoot(key, head);
    return new RequestTarget(bucket, ObjectKey.of(key), endpoint);
  }

  private Host hostOf(String host) {
    if (isAddress(host)) {
      return Host.PATH_STYLE;
    }
    for (String domain : domains) {
      if (host.equals(domain)) {
        return Host.PATH_STYLE;
      }
      if (host.endsWith(domain) && host.charAt(host.length() - domain.length() - 1) == '.') {
        return inFrontOf(host.substring(0, host.length() - domain.length() - 1));
      }
    }
    return host.endsWith(".amazonaws.com") || host.endsWith(".amazonaws.com.cn")
        ? ofAws(host)
        : Host.PATH_STYLE;
  }

  /** Returns what a name in front of a domain means. */
  private static Host inFrontOf(String name) {
    if (name.isEmpty()) {
      return Host.PATH_STYLE;
    }
    int bucketLength = name.length() - WEBSITE_SUFFIX.length();
    return name.endsWith(WEBSITE_SUFFIX) && bucketLength > 0
        ? new Host(name.substring(0, bucketLength), new Endpoint(Kind.WEBSITE, Optional.empty()))
        : new Host(name, Endpoint.REST);
  }

  private static Host ofAws(String host) {
    Matcher website = AWS_WEBSITE.matcher(host);
    if (website.matches()) {
      return new Host(
          website.group("bucket"),
          new Endpoint(Kind.WEBSITE, Optional.of(website.group("region"))));
    }
    OTHER_ENDPOINTS.forEach(
        (label, feature) -> {
          if (host.contains(label)) {
            throw S3Exception.notEmulated(feature);
          }
        });
    Matcher aws = AWS_HOST.matcher(host);
    if (!aws.matches()) {
      return Host.PATH_STYLE;
    }
    String bucket = aws.group("bucket");
    if (aws.group("accelerate") == null) {
      return new Host(bucket, new Endpoint(Kind.REST, Optional.ofNullable(aws.group("region"))));
    }
    if (bucket == null) {
      throw S3Exception.invalidRequest(
          "Amazon S3 Transfer Acceleration endpoint only supports virtual style requests");
    }
    return new Host(bucket, new Endpoint(Kind.ACCELERATE, Optional.empty()));
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

  /** What a host means. */
  private record Host(@Nullable String bucket, Endpoint endpoint) {
    static final Host PATH_STYLE = new Host(null, Endpoint.REST);
  }
}
