package dev.s3emulator.internal.operation.object;

import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.protocol.NeededAction;
import dev.s3emulator.internal.protocol.S3Headers;
import java.util.ArrayList;
import java.util.List;

/**
 * The IAM actions that the headers of an upload ask for: what they give the object beyond its
 * content needs the permission to give it that later (protocol-notes 25).
 */
final class WritePermissions {

  /** What giving the new object tags needs. */
  static final NeededAction TAGS = NeededAction.onNewObject("s3:PutObjectTagging");

  private static final List<NeededAction> PLAIN = List.of(NeededAction.onNewObject("s3:PutObject"));

  private WritePermissions() {}

  /** Returns the actions; nearly all uploads need one. */
  static List<NeededAction> of(Headers headers) {
    boolean tags = headers.contains(S3Headers.TAGGING);
    boolean acl = headers.contains(S3Headers.ACL) || headers.containsPrefix(S3Headers.GRANT_PREFIX);
    boolean lock = headers.containsPrefix(S3Headers.OBJECT_LOCK_PREFIX);
    return tags || acl || lock ? of(headers, tags, acl) : PLAIN;
  }

  private static List<NeededAction> of(Headers headers, boolean tags, boolean acl) {
    List<NeededAction> actions = new ArrayList<>(PLAIN);
    if (tags) {
      actions.add(TAGS);
    }
    if (acl) {
      actions.add(NeededAction.onNewObject("s3:PutObjectAcl"));
    }
    if (headers.contains(S3Headers.OBJECT_LOCK_PREFIX + "mode")
        || headers.contains(S3Headers.OBJECT_LOCK_PREFIX + "retain-until-date")) {
      actions.add(NeededAction.onNewObject("s3:PutObjectRetention"));
    }
    if (headers.contains(S3Headers.OBJECT_LOCK_PREFIX + "legal-hold")) {
      actions.add(NeededAction.onNewObject("s3:PutObjectLegalHold"));
    }
    return List.copyOf(actions);
  }
}
