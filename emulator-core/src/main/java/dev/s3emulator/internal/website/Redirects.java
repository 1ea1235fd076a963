package dev.s3emulator.internal.website;

import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.configuration.RoutingRule;
import dev.s3emulator.internal.domain.configuration.RoutingRule.Redirect;
import dev.s3emulator.internal.domain.configuration.WebsiteConfiguration.RedirectAll;
import dev.s3emulator.internal.protocol.PercentCoding;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.S3Response;
import java.util.Optional;

/** Where a website sends a browser. */
final class Redirects {

  private static final int MOVED_PERMANENTLY = 301;

  private Redirects() {}

  /** Returns the redirect of every request to another host, with its path and query. */
  static S3Response all(RequestHead head, RedirectAll target, String key) {
    String query = head.rawQuery().isEmpty() ? "" : "?" + head.rawQuery();
    String start = target.protocol().orElse(protocol(head)) + "://" + target.hostName() + "/";
    return moved(MOVED_PERMANENTLY, start + encoded(key) + query);
  }

  /**
   * Returns the redirect by a rule. It is made of the key, so the query is lost, as users of S3
   * report.
   */
  static S3Response by(RoutingRule rule, RequestHead head, String key) {
    Redirect redirect = rule.redirect();
    String host =
        redirect.hostName().orElseGet(() -> head.headers().get(S3Headers.HOST).orElse(""));
    return moved(
        redirect.status().orElse(MOVED_PERMANENTLY),
        redirect.protocol().orElse(protocol(head)) + "://" + host + "/" + path(rule, key));
  }

  /** What the rule says is taken as it is, since {@code #!/} is what many want there. */
  private static String path(RoutingRule rule, String key) {
    Optional<String> whole = rule.redirect().replaceKeyWith();
    Optional<String> prefix = rule.redirect().replaceKeyPrefixWith();
    if (whole.isPresent()) {
      return whole.get();
    }
    return prefix.isPresent()
        ? prefix.get() + encoded(key.substring(rule.keyPrefix().orElse("").length()))
        : encoded(key);
  }

  /** Returns the redirect of one object, to what its metadata say. */
  static S3Response to(String location) {
    return moved(MOVED_PERMANENTLY, location);
  }

  /** Returns the redirect from a folder's name to the folder, which S3 tells as if an error. */
  static S3Exception toFolder(String key) {
    return S3Exception.of(S3Error.FOUND).header(S3Headers.LOCATION, "/" + encoded(key) + "/");
  }

  private static S3Response moved(int status, String location) {
    return S3Response.status(status).header(S3Headers.LOCATION, visible(location)).build();
  }

  private static String protocol(RequestHead head) {
    return head.secure() ? "https" : "http";
  }

  private static String encoded(String key) {
    return PercentCoding.encode(key).replace("%2F", "/");
  }

  /** A configuration may hold any character, and a header must not: a line end would split it. */
  private static String visible(String location) {
    StringBuilder visible = new StringBuilder(location.length());
    location
        .codePoints()
        .forEach(
            c -> {
              String character = Character.toString(c);
              visible.append(c > ' ' && c < 127 ? character : PercentCoding.encode(character));
            });
    return visible.toString();
  }
}
