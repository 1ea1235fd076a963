package dev.s3emulator.internal.routing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A query parameter that selects another resource than the bucket or object itself: what it is
 * called in a 405, and which methods it has (protocol-notes 31).
 *
 * @param name the parameter
 * @param resourceType the {@code ResourceType} of its 405
 * @param methods its methods, as {@code Allow} lists them
 */
record SubResource(String name, String resourceType, List<String> methods) {

  private static final Map<String, SubResource> AT_BUCKET = new LinkedHashMap<>();
  private static final Map<String, SubResource> AT_KEY = new LinkedHashMap<>();

  /** Those that act on the bucket also when the path holds a key, which is then ignored. */
  private static final List<String> OF_BUCKET_AT_KEY =
      List.of(
          "accelerate",
          "cors",
          "delete",
          "inventory",
          "lifecycle",
          "location",
          "notification",
          "policy",
          "replication",
          "requestPayment",
          "versioning",
          "website");

  /** Those that know versions; a version id beside any other is refused. */
  private static final List<String> VERSIONED_AT_KEY =
      List.of(
          "acl",
          "legal-hold",
          "retention",
          "tagging",
          "encryption",
          "attributes",
          "annotation",
          "restore",
          "select");

  static {
    bucket("abac", "BUCKET_ABAC", "GET", "PUT");
    bucket("accelerate", "ACCELERATE", "GET", "PUT");
    bucket("acl", "ACL", "GET", "PUT");
    bucket("logging", "LOGGING_STATUS", "GET", "PUT");
    bucket("notification", "NOTIFICATION", "GET", "PUT");
    bucket("object-lock", "OBJECT_LOCK_CONFIGURATION", "GET", "PUT");
    bucket("requestPayment", "REQUEST_PAYMENT", "GET", "PUT");
    bucket("versioning", "VERSIONING", "GET", "PUT");
    bucket("analytics", "ANALYTICS", "GET", "PUT", "DELETE");
    bucket("cors", "CORS", "GET", "PUT", "DELETE");
    bucket("encryption", "ENCRYPTION", "GET", "PUT", "DELETE");
    bucket("intelligent-tiering", "INTELLIGENT_TIERING", "GET", "PUT", "DELETE");
    bucket("inventory", "INVENTORY", "GET", "PUT", "DELETE");
    bucket("lifecycle", "LIFECYCLE", "GET", "PUT", "DELETE");
    bucket("metrics", "METRICS", "GET", "PUT", "DELETE");
    bucket("ownershipControls", "OWNERSHIP_CONTROLS", "GET", "PUT", "DELETE");
    bucket("policy", "BUCKETPOLICY", "GET", "PUT", "DELETE");
    bucket("publicAccessBlock", "PUBLIC_ACCESS_BLOCK", "GET", "PUT", "DELETE");
    bucket("replication", "REPLICATION", "GET", "PUT", "DELETE");
    bucket("tagging", "TAGGING", "GET", "PUT", "DELETE");
    bucket("website", "WEBSITE", "GET", "PUT", "DELETE");
    bucket("metadataConfiguration", "BUCKET_METADATA_CONFIGURATION", "GET", "POST", "DELETE");
    bucket("metadataTable", "BUCKET_METADATA_TABLE_CONFIGURATION", "GET", "POST", "DELETE");
    bucket("metadataAnnotationTable", "BUCKET_METADATA_ANNOTATION_TABLE_CONFIGURATION", "PUT");
    bucket("metadataInventoryTable", "BUCKET_METADATA_INVENTORY_TABLE_CONFIGURATION", "PUT");
    bucket("metadataJournalTable", "BUCKET_METADATA_JOURNAL_TABLE_CONFIGURATION", "PUT");
    bucket("location", "LOCATION", "GET");
    bucket("policyStatus", "POLICY_STATUS", "GET");
    bucket("versions", "BUCKETVERSIONS", "GET");
    bucket("delete", "MULTI_OBJECT_DELETE", "POST");
    bucket("uploads", "UPLOADS", "GET", "POST");
    bucket("restore", "RESTORE", "POST");
    key("acl", "ACL", "GET", "PUT");
    key("legal-hold", "OBJECT_LOCK_LEGALHOLD", "GET", "PUT");
    key("retention", "OBJECT_LOCK_RETENTION", "GET", "PUT");
    key("tagging", "OBJECT_TAGGING", "GET", "PUT", "DELETE");
    key("encryption", "OBJECT_ENCRYPTION", "PUT");
    key("attributes", "OBJECT_ATTRIBUTES", "GET");
    key("torrent", "TORRENT", "GET");
    key("annotation", "OBJECT_ANNOTATIONS", "GET");
    key("restore", "RESTORE", "POST");
    key("select", "SELECT", "POST");
    key("uploads", "UPLOADS", "POST");
    key("uploadId", "UPLOAD", "GET", "POST", "DELETE");
  }

  /** Returns the sub-resource of a bucket, or null when the parameter selects nothing there. */
  static @Nullable SubResource atBucket(String name) {
    return AT_BUCKET.get(name);
  }

  /** Returns the sub-resource of a key, or null when the parameter selects nothing there. */
  static @Nullable SubResource atKey(String name) {
    return AT_KEY.get(name);
  }

  /** Returns the part of an upload, which two parameters select together. */
  static SubResource part() {
    return new SubResource("uploadId", "PART", List.of("PUT"));
  }

  /**
   * Returns one annotation of an object, which two parameters select together. Its methods are
   * those of the SDK's operations; what S3 calls it in a 405 is not known.
   */
  static SubResource annotation() {
    return new SubResource("annotation", "OBJECT_ANNOTATION", List.of("GET", "PUT", "DELETE"));
  }

  /** Returns whether this parameter acts on the bucket although the path holds a key. */
  static boolean actsOnBucketAtKey(String name) {
    return OF_BUCKET_AT_KEY.contains(name);
  }

  /** Returns whether {@code versionId} may stand beside this sub-resource of a key. */
  boolean hasVersions() {
    return VERSIONED_AT_KEY.contains(name);
  }

  private static void bucket(String name, String resourceType, String... methods) {
    AT_BUCKET.put(name, new SubResource(name, resourceType, List.of(methods)));
  }

  private static void key(String name, String resourceType, String... methods) {
    AT_KEY.put(name, new SubResource(name, resourceType, List.of(methods)));
  }
}
