package dev.s3emulator.internal.website;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.ObjectVersion;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.configuration.RoutingRule;
import dev.s3emulator.internal.domain.configuration.WebsiteConfiguration;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.protocol.RequestTarget;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One request for a page: redirects that need no page, then the page, its index or its folder, then
 * redirects of failures, then the error document.
 */
final class Visit {

  /** What a browser's request says that a page depends on. Everything of S3's own is ignored. */
  private static final List<String> READ_HEADERS =
      List.of(
          S3Headers.RANGE,
          S3Headers.IF_MATCH,
          S3Headers.IF_NONE_MATCH,
          S3Headers.IF_MODIFIED_SINCE,
          S3Headers.IF_UNMODIFIED_SINCE);

  /** What GetObject tells and a website does not, as recordings of websites show. */
  private static final List<String> UNTOLD =
      List.of(
          S3Headers.ACCEPT_RANGES.toLowerCase(Locale.ROOT),
          S3Headers.SERVER_SIDE_ENCRYPTION,
          S3Headers.WEBSITE_REDIRECT_LOCATION);

  private final Bucket bucket;
  private final S3Request request;
  private final Operation reader;
  private final WebsiteConfiguration website;
  private final String key;

  /**
   * Makes the visit of a bucket.
   *
   * @param reader reads an object by the method of the request
   * @throws S3Exception NoSuchWebsiteConfiguration, as a page
   */
  Visit(Bucket bucket, S3Request request, Operation reader) {
    this.bucket = bucket;
    this.request = request;
    this.reader = reader;
    website =
        bucket
            .settings()
            .configuration(WebsiteConfiguration.class)
            .orElseThrow(
                () ->
                    S3Exception.of(S3Error.NO_SUCH_WEBSITE_CONFIGURATION)
                        .with("BucketName", bucket.name())
                        .asPage());
    ObjectKey asked = request.target().key();
    key = asked == null ? "" : asked.toString();
  }

  /**
   * Returns the answer.
   *
   * @throws S3Exception what S3 shows in a page of its own
   */
  S3Response answer() {
    if (website.redirectAll().isPresent()) {
      return Redirects.all(request.head(), website.redirectAll().get(), key);
    }
    Optional<RoutingRule> rule = website.ruleFor(key);
    if (rule.isPresent()) {
      return Redirects.by(rule.get(), request.head(), key);
    }
    String page = pageOf(key);
    if (page.equals(key) && object(page).isEmpty() && object(indexOf(key + "/")).isPresent()) {
      throw Redirects.toFolder(key).asPage();
    }
    return serve(page);
  }

  private S3Response serve(String page) {
    Optional<S3Response> redirect = redirectOf(page);
    if (redirect.isPresent()) {
      return redirect.get();
    }
    try {
      return asWebsite(read(page, readHeaders()));
    } catch (S3Exception refusal) {
      return instead(refusal.asPage());
    }
  }

  private S3Response instead(S3Exception refusal) {
    Optional<RoutingRule> rule = website.ruleFor(key, refusal.error().status());
    if (rule.isPresent()) {
      return Redirects.by(rule.get(), request.head(), key);
    }
    String errorKey = website.errorKey().orElseThrow(() -> refusal);
    Optional<S3Response> redirect = redirectOf(errorKey);
    if (redirect.isPresent()) {
      return redirect.get();
    }
    try {
      S3Response document = asWebsite(read(errorKey, Headers.EMPTY));
      S3Response.Builder answer = S3Response.status(refusal.error().status());
      ErrorPage.headersOf(refusal, answer);
      document.headers().forEach(answer::header);
      return answer.body(document.body()).build();
    } catch (S3Exception next) {
      throw refusal.followedBy(next);
    }
  }

  private String pageOf(String path) {
    return path.isEmpty() || path.endsWith("/") ? indexOf(path) : path;
  }

  private String indexOf(String folder) {
    return folder + website.indexSuffix().orElse("");
  }

  private Optional<ObjectVersion> object(String name) {
    return bucket
        .current(ObjectKey.of(name))
        .filter(ObjectVersion.class::isInstance)
        .map(ObjectVersion.class::cast);
  }

  private Optional<S3Response> redirectOf(String page) {
    return object(page).flatMap(version -> version.metadata().websiteRedirect()).map(Redirects::to);
  }

  private S3Response read(String page, Headers headers) {
    request.access().require(reader.route().action(), bucket, ObjectKey.of(page), Optional.empty());
    RequestHead asked = request.head();
    RequestHead head =
        new RequestHead(
            asked.method(),
            asked.rawPath(),
            "",
            headers,
            asked.secure(),
            asked.remoteAddress(),
            asked.tls());
    try {
      return reader.handle(
          request.about(head, new RequestTarget(bucket.name(), ObjectKey.of(page))));
    } catch (S3Exception refusal) {
      throw request.access().discreetly(refusal, bucket);
    }
  }

  private Headers readHeaders() {
    Headers.Builder headers = Headers.builder();
    READ_HEADERS.forEach(
        name -> request.headerValue(name).ifPresent(value -> headers.add(name, value)));
    return headers.build();
  }

  private static S3Response asWebsite(S3Response response) {
    S3Response.Builder answer = S3Response.status(response.status());
    response
        .headers()
        .forEach(
            (name, value) -> {
              if (!UNTOLD.contains(name.toLowerCase(Locale.ROOT))) {
                answer.header(name, value);
              }
            });
    return answer.body(response.body()).build();
  }
}
