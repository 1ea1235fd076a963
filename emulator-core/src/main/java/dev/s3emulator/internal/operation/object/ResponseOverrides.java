package dev.s3emulator.internal.operation.object;

import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.protocol.S3Request;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The {@code response-*} parameters, with which a reader chooses headers of the answer. */
final class ResponseOverrides {

  private ResponseOverrides() {}

  /**
   * Returns {@code system} with the values that the request chooses.
   *
   * @param system stored headers by name
   * @throws S3Exception InvalidArgument for a value that cannot stand in a header
   */
  static Map<String, String> apply(S3Request request, Map<String, String> system) {
    Map<String, String> chosen = system;
    for (String parameter : request.query().names()) {
      if (parameter.startsWith("response-")) {
        String header = headerOf(parameter);
        String value = request.parameter(parameter);
        if (header != null && value != null && !value.isEmpty()) {
          requireHeaderValue(parameter, value);
          chosen = chosen == system ? new LinkedHashMap<>(system) : chosen;
          chosen.put(header, value);
        }
      }
    }
    return chosen;
  }
}
