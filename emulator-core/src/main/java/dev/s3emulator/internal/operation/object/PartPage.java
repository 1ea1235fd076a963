package dev.s3emulator.internal.operation.object;

import dev.s3emulator.internal.domain.Part;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.xml.XmlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Which parts a request wants to see, and how an answer shows them.
 *
 * @param marker the number behind which the page begins
 * @param maxParts the largest number of parts; more than a thousand are never shown
 */
record PartPage(int marker, int maxParts) {

  private static final int MAX_PAGE = 1000;

  /**
   * Returns the page that the query asks for.
   *
   * @throws S3Exception InvalidArgument for a negative number
   */
  static PartPage ofParameters(S3Request request) {
    return new PartPage(
        number("part-number-marker", request.parameter("part-number-marker"), 0),
        Math.min(MAX_PAGE, number("max-parts", request.parameter("max-parts"), MAX_PAGE)));
  }

  /**
   * Returns the page that the headers ask for.
   *
   * @throws S3Exception InvalidArgument for what is no number, or a negative one
   */
  static PartPage ofHeaders(S3Request request) {
    String marker = S3Headers.PART_NUMBER_MARKER;
    String max = S3Headers.MAX_PARTS;
    return new PartPage(
        number(marker, request.header(marker), 0),
        Math.min(MAX_PAGE, number(max, request.header(max), MAX_PAGE)));
  }

  private static int number(String name, @Nullable String value, int otherwise) {
    if (value == null || value.isEmpty()) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(value);
      if (number < 0) {
        throw S3Exception.invalidArgument(
            "Argument " + name + " must be an integer between 0 and 2147483647", name, value);
      }
      return number;
    } catch (NumberFormatException notAnInt) {
      throw S3Exception.invalidArgument(
          "Provided " + name + " not an integer or within integer range", name, value);
    }
  }

  /**
   * Writes the frame of the page and its parts.
   *
   * @param behind the parts behind the marker, of which no more are looked at than needed
   * @param writePart writes one part
   */
  void write(XmlWriter xml, Iterable<Part> behind, Consumer<Part> writePart) {
    List<Part> shown = new ArrayList<>();
    boolean more = false;
    for (Part part : behind) {
      if (shown.size() == maxParts) {
        // Of a page of nothing there is no more, as in the listings of keys.
        more = maxParts > 0;
        break;
      }
      shown.add(part);
    }
    xml.element("PartNumberMarker", marker)
        .element("NextPartNumberMarker", shown.isEmpty() ? 0 : shown.get(shown.size() - 1).number())
        .element("MaxParts", maxParts)
        .element("IsTruncated", more);
    shown.forEach(writePart);
  }
}
