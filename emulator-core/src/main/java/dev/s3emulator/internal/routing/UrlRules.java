package dev.s3emulator.internal.routing;

import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.protocol.QueryParameters;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.protocol.S3Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What S3 refuses by the form of a URL alone, before it looks at credentials and bucket
 * (protocol-notes 31).
 */
final class UrlRules {

  private static final String ANNOTATION_NAME = "annotationName";
  private static final String PART_NUMBER = "partNumber";
  private static final String VERSION_ID = "versionId";
  private static final String NO_VERSION_ID = "This operation does not accept a version-id.";

  /** Sub-resources of a bucket whose namesakes at a key take a version id. */
  private static final List<String> VERSIONED_ELSEWHERE = List.of("acl", "restore");

  /** Integer parameters that are judged before anything else about the request. */
  private static final List<String> INTEGERS =
      List.of("max-keys", "max-uploads", "max-parts", "part-number-marker", "max-buckets");

  private UrlRules() {}

  /** Returns the one sub-resource that a query names at a bucket, or null. */
  static @Nullable SubResource subResourceAtBucket(QueryParameters query) {
    return only(query, SubResource::atBucket);
  }

  /** Returns the bucket's sub-resource that a query names although the path holds a key. */
  static @Nullable SubResource bucketSubResourceAtKey(QueryParameters query) {
    return only(
        query,
        name -> {
          if (SubResource.actsOnBucketAtKey(name)) {
            return SubResource.atBucket(name);
          }
          return SubResource.atKey(name);
        },
        found -> SubResource.actsOnBucketAtKey(found.name()));
  }

  /** Returns the one sub-resource that a query names at a key, or null. */
  static @Nullable SubResource subResourceAtKey(RequestHead head, QueryParameters query) {
    SubResource found = only(query, SubResource::atKey);
    if (found == null) {
      return null;
    }
    if (found.name().equals("encryption") && head.method().equals("GET")) {
      // Measured: it serves the object. Any other method but PUT is refused.
      return null;
    }
    if (found.name().equals("annotation") && query.contains(ANNOTATION_NAME)) {
      return SubResource.annotation();
    }
    return found.name().equals("uploadId") && query.contains(PART_NUMBER)
        ? SubResource.part()
        : found;
  }

  /** Checks what may stand in the URL of the service. */
  static void checkServiceUrl(QueryParameters query) {
    checkIntegers(query);
  }

  /** Checks what may stand in the URL of a bucket. */
  static void checkBucketUrl(
      RequestHead head, QueryParameters query, @Nullable SubResource subResource) {
    if (query.contains(PART_NUMBER)) {
      if (subResource != null) {
        throw conflict(List.of(PART_NUMBER, subResource.name()));
      }
      throw S3Exception.invalidRequest("Object must have a valid key name.");
    }
    checkIntegers(query);
    refuseVersionId(
        query,
        subResource != null && VERSIONED_ELSEWHERE.contains(subResource.name())
            ? "Invalid version id specified"
            : NO_VERSION_ID);
    checkWebsite(query);
    if (query.contains("uploadId")) {
      throw S3Exception.invalidRequest("A key must be specified");
    }
    if (head.method().equals("POST")) {
      checkBucketPost(head, subResource);
    }
  }

  private static void checkBucketPost(RequestHead head, @Nullable SubResource subResource) {
    if (subResource == null) {
      String type = head.headers().first(S3Headers.CONTENT_TYPE);
      if (type == null || !type.regionMatches(true, 0, "multipart/form-data", 0, 19)) {
        throw S3Exception.preconditionFailed(
            "Bucket POST must be of the enclosure-type multipart/form-data");
      }
    } else if (subResource.name().equals("restore")) {
      throw S3Exception.of(S3Error.USER_KEY_MUST_BE_SPECIFIED);
    }
  }

  private static void refuseVersionId(QueryParameters query, String message) {
    String versionId = query.first(VERSION_ID);
    if (versionId != null) {
      throw S3Exception.invalidArgument(message, VERSION_ID, versionId);
    }
  }

  /** Checks what may stand in the URL of a key. */
  static void checkKeyUrl(
      RequestHead head, QueryParameters query, @Nullable SubResource subResource) {
    checkIntegers(query);
    String versionId = query.first(VERSION_ID);
    if (versionId != null) {
      if (versionId.isEmpty()) {
        throw S3Exception.invalidArgument(
            "Version id cannot be the empty string", VERSION_ID, versionId);
      }
      boolean takesVersions =
          subResource == null ? !head.method().equals("PUT") : subResource.hasVersions();
      if (!takesVersions) {
        throw S3Exception.invalidArgument(NO_VERSION_ID, VERSION_ID, versionId);
      }
    }
    if (query.contains("logging")) {
      throw S3Exception.of(S3Error.NO_LOGGING_STATUS_FOR_KEY);
    }
    if (query.contains("versions")) {
      throw S3Exception.invalidRequest(
          "There is no such thing as the ?versions sub-resource for a key");
    }
    if (subResource == null) {
      checkPlainKeyUrl(head, query);
    } else if (subResource.name().equals("uploads") && head.method().equals("GET")) {
      throw S3Exception.invalidRequest(
          "Key is not expected for the GET method ?uploads subresource");
    }
  }

  private static void checkPlainKeyUrl(RequestHead head, QueryParameters query) {
    if (query.contains(ANNOTATION_NAME)) {
      throw S3Exception.invalidArgument(
          "Unexpected query string parameter", "ResourceType", ANNOTATION_NAME);
    }
    String partNumber = query.first(PART_NUMBER);
    if (partNumber != null && head.method().equals("PUT")) {
      throw S3Exception.invalidArgument(
          "This operation does not accept partNumber without uploadId", PART_NUMBER, partNumber);
    }
  }

  private static void checkIntegers(QueryParameters query) {
    for (String name : INTEGERS) {
      String value = query.first(name);
      if (value != null && !value.isEmpty() && !isInt(value)) {
        throw S3Exception.invalidArgument(
            "Provided " + name + " not an integer or within integer range", name, value);
      }
    }
  }

  private static boolean isInt(String value) {
    try {
      Integer.parseInt(value);
      return true;
    } catch (NumberFormatException notAnInt) {
      return false;
    }
  }

  private static void checkWebsite(QueryParameters query) {
    String website = query.first("website");
    if (website != null && !website.isEmpty()) {
      throw S3Exception.invalidArgument(
          "The website parameter must not have a value", "website", website);
    }
  }

  private static @Nullable SubResource only(
      QueryParameters query, Function<String, @Nullable SubResource> lookup) {
    return only(query, lookup, found -> true);
  }

  /**
   * Returns the one sub-resource in the query that {@code wanted} accepts, or null.
   *
   * @throws S3Exception InvalidArgument if the query names two sub-resources
   */
  private static @Nullable SubResource only(
      QueryParameters query,
      Function<String, @Nullable SubResource> lookup,
      Function<SubResource, Boolean> wanted) {
    SubResource found = null;
    List<String> names = new ArrayList<>(1);
    for (String name : query.names()) {
      SubResource subResource = lookup.apply(name);
      if (subResource != null && !names.contains(name)) {
        names.add(name);
        found = subResource;
      }
    }
    if (names.size() > 1) {
      throw conflict(names);
    }
    return found != null && wanted.apply(found) ? found : null;
  }

  private static S3Exception conflict(List<String> names) {
    TreeSet<String> sorted = new TreeSet<>(names);
    return S3Exception.invalidArgument(
        "Conflicting query string parameters: " + String.join(", ", sorted),
        "ResourceType",
        sorted.first());
  }
}
