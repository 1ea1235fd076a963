package dev.s3emulator.internal.auth.sigv2;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.protocol.PercentCoding;
import dev.s3emulator.internal.protocol.QueryParameters;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.protocol.RequestTarget;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;

/** The bucket, the path as sent and the sub-resources, as Signature Version 2 signs them. */
final class CanonicalResource {

  private static final Set<String> SIGNED =
      Set.of(
          "acl",
          "accelerate",
          "analytics",
          "cors",
          "defaultObjectAcl",
          "delete",
          "inventory",
          "lifecycle",
          "location",
          "logging",
          "metrics",
          "notification",
          "object-lock",
          "partNumber",
          "policy",
          "replication",
          "requestPayment",
          "restore",
          "select",
          "select-type",
          "storageClass",
          "tagging",
          "torrent",
          "uploadId",
          "uploads",
          "versionId",
          "versioning",
          "versions",
          "website",
          "response-cache-control",
          "response-content-disposition",
          "response-content-encoding",
          "response-content-language",
          "response-content-type",
          "response-expires");

  private CanonicalResource() {}

  static String of(RequestHead head, RequestTarget target, QueryParameters query) {
    String path = head.rawPath();
    return (isVirtualHosted(path, target) ? "/" + target.bucketName() : "")
        + (path.isEmpty() ? "/" : path)
        + subResources(query);
  }

  /** In the path style the path has more than the key. */
  private static boolean isVirtualHosted(String path, RequestTarget target) {
    if (target.bucketName() == null) {
      return false;
    }
    String rest = path.startsWith("/") ? path.substring(1) : path;
    ObjectKey key = target.key();
    return key == null ? rest.isEmpty() : key.toString().equals(PercentCoding.decode(rest));
  }

  private static String subResources(QueryParameters query) {
    Map<String, String> signed = new TreeMap<>();
    query.forEach(
        (name, value) -> {
          if (SIGNED.contains(name)) {
            signed.putIfAbsent(name, value);
          }
        });
    if (signed.isEmpty()) {
      return "";
    }
    StringJoiner text = new StringJoiner("&", "?", "");
    signed.forEach(
        (name, value) ->
            text.add(
                value.isEmpty()
                    ? name
                    : name + "=" + new String(value.getBytes(UTF_8), ISO_8859_1)));
    return text.toString();
  }
}
