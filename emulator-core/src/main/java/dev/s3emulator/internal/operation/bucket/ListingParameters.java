package dev.s3emulator.internal.operation.bucket;

import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.listing.ListingScope;
import dev.s3emulator.internal.protocol.PercentCoding;
import dev.s3emulator.internal.protocol.S3Request;
import org.jspecify.annotations.Nullable;

/**
 * The parameters that all listings of keys have, and how names are written in their answers.
 *
 * @param prefix the prefix, empty when none was sent
 * @param delimiter the delimiter as sent, possibly empty, or null
 * @param maxKeys the number as parsed, which may be out of range
 * @param encodingType how names are encoded, spelled as sent, or null
 */
record ListingParameters(
    String prefix, @Nullable String delimiter, int maxKeys, @Nullable String encodingType) {

  private static final String ENCODING_TYPE = "encoding-type";
  private static final String OPTIONAL_ATTRIBUTES = "x-amz-optional-object-attributes";

  /** The largest and the default page. More may be asked for, and is echoed. */
  private static final int MAX_PAGE = 1000;

  /**
   * Reads the parameters of a request.
   *
   * @throws S3Exception InvalidArgument if the encoding type is unknown
   */
  static ListingParameters of(S3Request request) {
    return of(request, "max-keys");
  }

  /** Reads them where the size of a page has another name. */
  static ListingParameters of(S3Request request, String maxParameter) {
    String encodingType = request.parameter(ENCODING_TYPE);
    if (encodingType != null && !encodingType.equalsIgnoreCase("url")) {
      throw S3Exception.invalidArgument(
          "Invalid Encoding Method specified in Request", ENCODING_TYPE, encodingType);
    }
    String prefix = request.parameter("prefix");
    String maxKeys = request.parameter(maxParameter);
    return new ListingParameters(
        prefix == null ? "" : prefix,
        request.parameter("delimiter"),
        // That it is an integer was checked by the form of the URL.
        maxKeys == null || maxKeys.isEmpty() ? MAX_PAGE : Integer.parseInt(maxKeys),
        encodingType);
  }

  /** Returns whether the listing shows how far restorations are, the one optional attribute. */
  static boolean showsRestoreStatus(S3Request request) {
    return request.header(OPTIONAL_ATTRIBUTES) != null;
  }

  /**
   * Refuses optional attributes that do not exist.
   *
   * @throws S3Exception InvalidArgument, in the words that GetObjectAttributes has for it; what S3
   *     says here is not known
   */
  static void checkOptionalAttributes(S3Request request) {
    String attributes = request.header(OPTIONAL_ATTRIBUTES);
    if (attributes == null) {
      return;
    }
    for (String attribute : attributes.split(",", -1)) {
      if (!attribute.trim().equals("RestoreStatus")) {
        throw S3Exception.invalidArgument(
            "Invalid attribute name specified.", OPTIONAL_ATTRIBUTES, attributes);
      }
    }
  }

  /**
   * Refuses a negative page size in the words of ListObjects, which differ from the parameter's.
   */
  void requireMaxKeysInRange() {
    if (maxKeys < 0) {
      throw S3Exception.invalidArgument(
          "Argument maxKeys must be an integer between 0 and 2147483647",
          "maxKeys",
          Integer.toString(maxKeys));
    }
  }

  /** Returns whether keys are rolled up; an empty delimiter is none. */
  boolean hasDelimiter() {
    return delimiter != null && !delimiter.isEmpty();
  }

  /** Returns what the domain lists. */
  ListingScope scope() {
    return new ListingScope(
        ObjectKey.of(prefix),
        delimiter == null || delimiter.isEmpty() ? null : ObjectKey.of(delimiter),
        Math.min(maxKeys, MAX_PAGE));
  }

  /** Returns a name as the answer shows it. */
  String encode(String name) {
    return encodingType == null ? name : PercentCoding.encodeForListing(name);
  }
}
