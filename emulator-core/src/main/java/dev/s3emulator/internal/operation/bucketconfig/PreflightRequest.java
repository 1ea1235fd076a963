package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.BucketSettings;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.configuration.CorsConfiguration;
import dev.s3emulator.internal.domain.configuration.CorsRule;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.CorsHeaders;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code OPTIONS} of a bucket or a key: what a browser asks before a request of a page from
 * elsewhere (protocol-notes 17). Nobody signs it, and it needs no permission.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/RESTOPTIONSobject.html">AWS</a>
 */
final class PreflightRequest implements Operation {

  static final Route ROUTE = Route.bucket("OPTIONS", "PreflightRequest").bucketMayBeMissing();

  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS");

  private static final String NOT_ALLOWED =
      "CORSResponse: This CORS request is not allowed. This is usually because the evalution of"
          + " Origin, request method / Access-Control-Request-Method or"
          + " Access-Control-Request-Headers are not whitelisted by the resource's CORS spec.";

  private final S3Engine engine;

  PreflightRequest(S3Engine engine) {
    this.engine = engine;
  }

  @Override
  public Route route() {
    return ROUTE;
  }

  @Override
  public boolean signedInHead() {
    return false;
  }

  @Override
  public boolean authorizesItself() {
    return true;
  }

  @Override
  public S3Response handle(S3Request request) {
    String origin =
        CorsHeaders.origin(request.head().headers())
            .orElseThrow(
                () ->
                    S3Exception.of(
                        S3Error.BAD_REQUEST,
                        "Insufficient information. Origin request header needed."));
    String method = request.header(S3Headers.ACCESS_CONTROL_REQUEST_METHOD);
    if (method != null && !METHODS.contains(method)) {
      throw S3Exception.of(S3Error.BAD_REQUEST, "Invalid Access-Control-Request-Method: " + method);
    }
    List<String> headers = CorsHeaders.requestedHeaders(request.head().headers());
    CorsRule rule = ruleFor(request, origin, method, headers);
    S3Response.Builder response = S3Response.ok();
    CorsHeaders.add(response, rule, origin);
    CorsHeaders.allow(response, headers);
    return response.build();
  }

  private CorsRule ruleFor(
      S3Request request, String origin, @Nullable String method, List<String> headers) {
    CorsConfiguration configuration = configuration(request, method);
    String asked = method == null ? "OPTIONS" : method;
    return configuration
        .ruleFor(origin, asked, headers)
        .orElseThrow(
            () ->
                refused(NOT_ALLOWED, method, request.target().key() == null ? "BUCKET" : "OBJECT")
                    .because(
                        "No CORS rule of the bucket allows "
                            + asked
                            + " to "
                            + origin
                            + (headers.isEmpty() ? "." : " with the headers " + headers + ".")));
  }

  /** What S3 answers at the root of the service is not known; there is no bucket either. */
  private CorsConfiguration configuration(S3Request request, @Nullable String method) {
    String name = request.target().bucketName();
    BucketSettings settings =
        engine
            .state()
            .bucket(name == null ? "" : name)
            .orElseThrow(() -> refused("CORSResponse: Bucket not found", method, "BUCKET"))
            .settings();
    return settings
        .configuration(CorsConfiguration.class)
        .orElseThrow(() -> refused(S3Error.ACCESS_FORBIDDEN.message(), method, "BUCKET"));
  }

  private static S3Exception refused(String message, @Nullable String method, String resourceType) {
    return S3Exception.of(S3Error.ACCESS_FORBIDDEN, message)
        .with("Method", method == null ? "OPTIONS" : method)
        .with("ResourceType", resourceType);
  }
}
