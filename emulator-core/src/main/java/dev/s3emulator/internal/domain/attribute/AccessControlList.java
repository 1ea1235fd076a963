package dev.s3emulator.internal.domain.attribute;

import java.util.List;

/**
 * Who may use a bucket or an object, in the order of its document.
 *
 * @param grants the grants
 */
public record AccessControlList(List<Grant> grants) {

  /** The canned ACL {@code private}: the owner has full control, nobody else anything. */
  public static final AccessControlList PRIVATE =
      new AccessControlList(List.of(new Grant(Grantee.OWNER, Permission.FULL_CONTROL)));

  /** How many grants a list may hold (protocol-notes 27). */
  public static final int MAX_GRANTS = 100;

  /** Why a longer list is refused. */
  public static final String TOO_MANY_GRANTS = "An ACL holds at most " + MAX_GRANTS + " grants.";

  /** Keeps a copy of the list. */
  public AccessControlList {
    grants = List.copyOf(grants);
  }

  /** Returns whether it grants anything to everybody, or to everybody who has an account. */
  public boolean isPublic() {
    return grants.stream().anyMatch(grant -> grant.grantee().isPublic());
  }

  /** Returns whether it grants anything to somebody else than the owner with this canonical id. */
  public boolean grantsToOthersThan(String ownerId) {
    return grants.stream().map(Grant::grantee).anyMatch(grantee -> !grantee.isOwner(ownerId));
  }

  /**
   * Returns whether all that it says is that the owner with this canonical id may do everything.
   */
  public boolean isFullControlOf(String ownerId) {
    return !grants.isEmpty()
        && grants.stream()
            .allMatch(
                grant ->
                    grant.permission() == Permission.FULL_CONTROL
                        && grant.grantee().isOwner(ownerId));
  }

  /** One permission of one grantee. */
  public record Grant(Grantee grantee, Permission permission) {}

  /** What a grant allows, spelled as on the wire. */
  public enum Permission {
    /** Everything. */
    FULL_CONTROL,
    /** Listing a bucket, reading an object. */
    READ,
    /** Writing into a bucket. */
    WRITE,
    /** Reading the ACL. */
    READ_ACP,
    /** Changing the ACL. */
    WRITE_ACP
  }
}
