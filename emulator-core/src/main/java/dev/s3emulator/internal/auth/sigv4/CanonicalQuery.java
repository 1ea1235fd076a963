package dev.s3emulator.internal.auth.sigv4;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The query of a canonical request: every parameter but the signature, encoded, sorted.
 *
 * @param parameters name and value, encoded, in the order of the canonical request
 */
record CanonicalQuery(List<Parameter> parameters) {

  private static final String SIGNATURE = "X-Amz-Signature";

  private static final CanonicalQuery NONE = new CanonicalQuery(List.of());

  /** One parameter; one without {@code =} has an empty value. */
  record Parameter(String name, String value) {

    private static final Comparator<Parameter> ORDER =
        Comparator.comparing(Parameter::name).thenComparing(Parameter::value);

    private static Parameter of(String pair) {
      int equals = pair.indexOf('=');
      return equals < 0
          ? new Parameter(UriEncoding.query(pair), "")
          : new Parameter(
              UriEncoding.query(pair.substring(0, equals)),
              UriEncoding.query(pair.substring(equals + 1)));
    }
  }

  static CanonicalQuery of(String rawQuery) {
    if (rawQuery.isEmpty()) {
      return NONE;
    }
    List<Parameter> parameters = new ArrayList<>();
    for (String pair : rawQuery.split("&")) {
      if (!pair.isEmpty()) {
        Parameter parameter = Parameter.of(pair);
        if (!parameter.name().equals(SIGNATURE)) {
          parameters.add(parameter);
        }
      }
    }
    parameters.sort(Parameter.ORDER);
    return new CanonicalQuery(parameters);
  }

  String text() {
    if (parameters.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder(256);
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i);
      text.append(i == 0 ? "" : "&").append(parameter.name()).append('=').append(parameter.value());
    }
    return text.toString();
  }
}
