package dev.s3emulator.internal.routing;

import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.protocol.QueryParameters;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.protocol.RequestTarget;

/** Names what a request addresses, as S3's 405 and its access logs name it. */
public final class ResourceType {

  private static final String BUCKET = "BUCKET";
  private static final String OBJECT = "OBJECT";

  private ResourceType() {}

  /**
   * Returns the name, such as {@code BUCKETVERSIONS}.
   *
   * @param target what the request acts on, which lies in a bucket
   */
  public static String of(RequestHead head, RequestTarget target, QueryParameters query) {
    if (target.isWebsite()) {
      return OBJECT;
    }
    boolean atKey = target.key() != null;
    try {
      SubResource subResource =
          atKey ? UrlRules.subResourceAtKey(head, query) : UrlRules.subResourceAtBucket(query);
      return subResource != null ? subResource.resourceType() : atKey ? OBJECT : BUCKET;
    } catch (S3Exception conflicting) {
      return atKey ? OBJECT : BUCKET;
    }
  }
}
