package dev.s3emulator.internal.website;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.protocol.PercentCoding;
import dev.s3emulator.internal.protocol.ResponseBody;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.S3Response;
import java.util.Map;
import java.util.Optional;

/** Renders an error as the page that a website of S3 shows to a browser. */
public final class ErrorPage {

  private static final String CONTENT_TYPE = "text/html; charset=utf-8";

  /** The words behind the status, which differ from today's names in one place. */
  private static final Map<Integer, String> REASONS =
      Map.of(
          301, "Moved Permanently",
          302, "Moved Temporarily",
          400, "Bad Request",
          403, "Forbidden",
          404, "Not Found",
          405, "Method Not Allowed",
          412, "Precondition Failed",
          416, "Requested Range Not Satisfiable",
          500, "Internal Server Error",
          501, "Not Implemented");

  private ErrorPage() {}

  /** Returns the page, with the error in the headers as well. */
  public static S3Response of(S3Exception error, String requestId, String hostId) {
    S3Response.Builder response = S3Response.status(error.error().status());
    headersOf(error, response);
    error.headers().forEach(header -> response.header(header.getKey(), header.getValue()));
    return response
        .header(S3Headers.CONTENT_TYPE, CONTENT_TYPE)
        .body(new ResponseBody.Bytes(html(error, requestId, hostId).getBytes(UTF_8)))
        .build();
  }

  /** Adds the headers that tell an error, also beside an error document of the website's own. */
  static void headersOf(S3Exception error, S3Response.Builder response) {
    response
        .header("x-amz-error-code", error.error().code())
        .header("x-amz-error-message", headerValue(error.text()));
    error
        .elements()
        .forEach(
            element ->
                response.header(
                    "x-amz-error-detail-" + element.getKey(), headerValue(element.getValue())));
  }

  private static String html(S3Exception error, String requestId, String hostId) {
    int status = error.error().status();
    String title = status + " " + REASONS.getOrDefault(status, error.error().code());
    StringBuilder html = new StringBuilder(512);
    html.append("<html>\n<head><title>").append(title).append("</title></head>\n<body>\n");
    html.append("<h1>").append(title).append("</h1>\n<ul>\n");
    appendItems(html, error);
    appendItem(html, "RequestId", requestId);
    appendItem(html, "HostId", hostId);
    html.append("</ul>\n");
    Optional<S3Exception> consequence = error.consequence();
    if (consequence.isPresent()) {
      html.append("<h3>An Error Occurred While Attempting to Retrieve a Custom Error Document");
      html.append("</h3>\n<ul>\n");
      appendItems(html, consequence.get());
      html.append("</ul>\n");
    }
    return html.append("<hr/>\n</body>\n</html>\n").toString();
  }

  private static void appendItems(StringBuilder html, S3Exception error) {
    appendItem(html, "Code", error.error().code());
    appendItem(html, "Message", error.text());
    error.elements().forEach(element -> appendItem(html, element.getKey(), element.getValue()));
  }

  private static void appendItem(StringBuilder html, String name, String value) {
    html.append("<li>").append(name).append(": ").append(escaped(value)).append("</li>\n");
  }

  /** The value may be a key, which may be a script. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** A key may hold what cannot stand in a header. What S3 then sends is not known. */
  private static String headerValue(String text) {
    boolean plain = text.chars().allMatch(c -> c >= ' ' && c < 127);
    return plain ? text : PercentCoding.encode(text);
  }
}
