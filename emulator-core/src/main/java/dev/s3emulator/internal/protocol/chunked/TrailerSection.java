package dev.s3emulator.internal.protocol.chunked;

import static dev.s3emulator.internal.protocol.chunked.ChunkedFramingException.malformed;
import static dev.s3emulator.internal.protocol.chunked.ChunkedFramingException.malformedTrailer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the trailer lines and compares them with what was announced. */
final class TrailerSection {
  /** The most bytes all lines together may have. */
  static final int MAX_SECTION = 8192;

  private static final String SIGNATURE = "x-amz-trailer-signature";

  private final PayloadForm form;
  private final TrailerNames announced;
  private final Map<String, String> trailers = new LinkedHashMap<>();
  private @Nullable String signature;
  private int length;

  TrailerSection(PayloadForm form, TrailerNames announced) {
    this.form = form;
    this.announced = announced;
  }

  void add(String line) {
    length += line.length() + 2;
    if (length > MAX_SECTION) {
      throw malformed("the trailers are longer than " + MAX_SECTION + " bytes");
    }
    int colon = line.indexOf(':');
    if (colon < 0) {
      throw malformedTrailer("a trailer without a colon");
    }
    if (signature != null) {
      throw malformedTrailer("a trailer after the trailer signature");
    }
    String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
    String value = line.substring(colon + 1).strip();
    if (isSigned() && name.equals(SIGNATURE)) {
      signature = value;
    } else if (!form.hasTrailer() || !announced.names().contains(name)) {
      throw malformedTrailer("a trailer that was not announced");
    } else if (trailers.putIfAbsent(name, value) != null) {
      throw malformedTrailer("trailer " + name + " appears twice");
    }
  }

  /** Ends the section and checks that it has everything it must have. */
  void end() {
    for (String name : announced.names()) {
      if (!trailers.containsKey(name)) {
        throw malformedTrailer("trailer " + name + " was announced but is absent");
      }
    }
    if (isSigned() && signature == null) {
      throw malformedTrailer(SIGNATURE + " is absent");
    }
  }

  private boolean isSigned() {
    return form.isSigned() && form.hasTrailer();
  }

  Map<String, String> trailers() {
    return Collections.unmodifiableMap(trailers);
  }

  @Nullable String signature() {
    return signature;
  }
}
