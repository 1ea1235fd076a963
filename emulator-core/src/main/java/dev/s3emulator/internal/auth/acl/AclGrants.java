package dev.s3emulator.internal.auth.acl;

import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.attribute.AccessControlList;
import dev.s3emulator.internal.domain.attribute.AccessControlList.Grant;
import dev.s3emulator.internal.domain.attribute.AccessControlList.Permission;
import dev.s3emulator.internal.domain.attribute.Grantee;
import dev.s3emulator.internal.protocol.Caller;
import java.util.Optional;

/** Finds the grant of an access control list that lets somebody do something. */
public final class AclGrants {

  private AclGrants() {}

  /**
   * Returns the first grant that gives the caller's account this permission.
   *
   * <p>An owner has no other rights than the list gives it, but one: it may always read and change
   * the list.
   *
   * @param list the list of the bucket or the object
   * @param owner who owns the bucket or the object
   * @param ignorePublicGrants whether grants to groups of everybody mean nothing, as a public
   *     access block can ask for
   */
  public static Optional<Grant> find(
      AccessControlList list,
      Owner owner,
      Permission permission,
      Caller caller,
      boolean ignorePublicGrants) {
    for (Grant grant : list.grants()) {
      boolean ignored = ignorePublicGrants && grant.grantee().isPublic();
      if (!ignored && gives(grant, permission) && isMember(caller, grant.grantee(), owner)) {
        return Optional.of(grant);
      }
    }
    boolean aboutList = permission == Permission.READ_ACP || permission == Permission.WRITE_ACP;
    return aboutList && owns(caller, owner)
        ? Optional.of(new Grant(Grantee.OWNER, permission))
        : Optional.empty();
  }

  /** Returns whether the caller's account is this owner. */
  public static boolean owns(Caller caller, Owner owner) {
    return owner.canonicalId().equals(caller.account().canonicalId());
  }

  /**
   * Returns the grant in words, such as {@code READ to everybody}, for the reason of a decision.
   */
  public static String describe(Grant grant) {
    return grant.permission() + " to " + grant.grantee().describe();
  }

  private static boolean gives(Grant grant, Permission permission) {
    return grant.permission() == Permission.FULL_CONTROL || grant.permission() == permission;
  }

  private static boolean isMember(Caller caller, Grantee grantee, Owner owner) {
    if (grantee instanceof Grantee.Group group) {
      return group.equals(Grantee.Group.ALL_USERS)
          || (group.equals(Grantee.Group.AUTHENTICATED_USERS) && !caller.isAnonymous());
    }
    return grantee instanceof Grantee.Account account
        ? account.canonicalId().equals(caller.account().canonicalId())
        : owns(caller, owner);
  }
}
