package dev.s3emulator.internal.auth.permission;

import dev.s3emulator.internal.protocol.NeededAction;
import java.util.Set;

/**
 * Which actions are up to the owner of the object, where that is another account than the bucket's.
 *
 * <p>These use what the object holds. To store, to delete, to lock or to restore objects is up to
 * the bucket's owner, whoever owns them.
 */
final class ObjectActions {

  private static final Set<String> OF_OBJECT =
      Set.of(
          "s3:GetObject",
          "s3:GetObjectAcl",
          "s3:GetObjectAttributes",
          "s3:GetObjectTagging",
          "s3:GetObjectTorrent",
          "s3:GetObjectVersion",
          "s3:GetObjectVersionAcl",
          "s3:GetObjectVersionAttributes",
          "s3:GetObjectVersionTagging",
          "s3:GetObjectVersionTorrent",
          "s3:PutObjectAcl",
          "s3:PutObjectVersionAcl",
          "s3:PutObjectTagging",
          "s3:PutObjectVersionTagging",
          "s3:DeleteObjectTagging",
          "s3:DeleteObjectVersionTagging");

  private static final String DELETE = "s3:DeleteObject";
  private static final String DELETE_VERSION = "s3:DeleteObjectVersion";

  private ObjectActions() {}

  /** Returns whether the action is up to the object's owner: not if it is about a new object. */
  static boolean areUpToTheObjectsOwner(NeededAction action) {
    return !action.onNewObject() && OF_OBJECT.contains(action.name());
  }

  /** Returns whether the action deletes an object or a version. */
  static boolean delete(String action) {
    return action.equals(DELETE) || action.equals(DELETE_VERSION);
  }

  /** Returns the other one of the two actions that delete. */
  static String otherDelete(String action) {
    return action.equals(DELETE) ? DELETE_VERSION : DELETE;
  }
}
