package dev.s3emulator.internal.protocol;

/**
 * An IAM action that a request needs, and on what.
 *
 * @param name the action, such as {@code s3:PutObjectAcl}
 * @param onNewObject whether it is about the object that the request makes, which is the caller's
 *     own, and not about one that is there already: an upload gives tags to its own object,
 *     PutObjectTagging to one that may be another account's
 */
public record NeededAction(String name, boolean onNewObject) {

  /** Returns an action on what is there. */
  public static NeededAction of(String name) {
    return new NeededAction(name, false);
  }

  /** Returns an action on the object that the request makes. */
  public static NeededAction onNewObject(String name) {
    return new NeededAction(name, true);
  }

  /** Returns the action by another name, such as the one on versions. */
  public NeededAction named(String other) {
    return new NeededAction(other, onNewObject);
  }
}
