package dev.s3emulator.internal.operation.object;

import dev.s3emulator.internal.domain.ObjectMetadata;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.protocol.S3Request;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The {@code response-*} parameters, with which a reader chooses headers of the answer. */
final class ResponseOverrides {

  private static final String PREFIX = "response-";

  private ResponseOverrides() {}

  /**
   * Returns the headers that a request chooses, by name as in {@link
   * ObjectMetadata#SYSTEM_HEADERS}. A parameter without a value chooses nothing.
   *
   * @throws S3Exception InvalidArgument for a value that cannot stand in a header; InvalidRequest
   *     if the request is anonymous, in the lenient mode too
   */
  static Map<String, String> of(S3Request request) {
    if (!isAskedFor(request)) {
      return Map.of();
    }
    Map<String, String> chosen = new LinkedHashMap<>();
    for (String header : ObjectMetadata.SYSTEM_HEADERS) {
      String parameter = PREFIX + header.toLowerCase(Locale.ROOT);
      String value = request.parameter(parameter);
      if (value != null && !value.isEmpty()) {
        requireSigned(request);
        requireHeaderValue(parameter, value);
        chosen.put(header, value);
      }
    }
    return chosen;
  }

  private static boolean isAskedFor(S3Request request) {
    for (String name : request.query().names()) {
      if (name.startsWith(PREFIX)) {
        return true;
      }
    }
    return false;
  }

  private static void requireSigned(S3Request request) {
    if (request.caller().isAnonymous()) {
      throw S3Exception.invalidRequest(
          "Request specific response headers cannot be used for anonymous GET requests.");
    }
  }

  /** Control characters are refused too: what S3 makes of them is not known, and they end lines. */
  private static void requireHeaderValue(String parameter, String value) {
    if (value.chars().anyMatch(c -> c > 0xFF || (c < ' ' && c != '\t') || c == 127)) {
      throw S3Exception.invalidArgument(
          "Header value cannot be represented using ISO-8859-1.", parameter, value);
    }
  }
}
