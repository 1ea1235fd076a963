package dev.s3emulator.internal.protocol;

import dev.s3emulator.internal.domain.configuration.CorsRule;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The headers by which a browser asks for another origin, and those that answer it. */
public final class CorsHeaders {

  private static final String SEPARATOR = ", ";

  private CorsHeaders() {}

  /** Returns the origin that asks, if one does. */
  public static Optional<String> origin(Headers request) {
    return request.get(S3Headers.ORIGIN).filter(origin -> !origin.isEmpty());
  }

  /** Returns the headers that a preflight asks for, as sent. */
  public static List<String> requestedHeaders(Headers request) {
    return request.all(S3Headers.ACCESS_CONTROL_REQUEST_HEADERS).stream()
        .flatMap(value -> Arrays.stream(value.split(",")))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /** Adds what a rule answers to this origin. */
  public static void add(S3Response.Builder response, CorsRule rule, String origin) {
    boolean any = rule.allowsAnyOrigin();
    response
        .header(S3Headers.ACCESS_CONTROL_ALLOW_ORIGIN, any ? "*" : origin)
        .header(
            S3Headers.ACCESS_CONTROL_ALLOW_METHODS, String.join(SEPARATOR, rule.allowedMethods()));
    if (!rule.exposeHeaders().isEmpty()) {
      response.header(
          S3Headers.ACCESS_CONTROL_EXPOSE_HEADERS, String.join(SEPARATOR, rule.exposeHeaders()));
    }
    rule.maxAgeSeconds()
        .ifPresent(
            seconds ->
                response.header(S3Headers.ACCESS_CONTROL_MAX_AGE, Integer.toString(seconds)));
    if (!any) {
      response.header(S3Headers.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
    }
    response.header(
        S3Headers.VARY, "Origin, Access-Control-Request-Headers, Access-Control-Request-Method");
  }

  /** Adds the permission for the headers that a preflight asked for. */
  public static void allow(S3Response.Builder response, List<String> requestedHeaders) {
    if (!requestedHeaders.isEmpty()) {
      response.header(
          S3Headers.ACCESS_CONTROL_ALLOW_HEADERS,
          String.join(SEPARATOR, requestedHeaders).toLowerCase(Locale.ROOT));
    }
  }
}
