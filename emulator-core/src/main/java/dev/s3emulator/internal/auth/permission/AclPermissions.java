package dev.s3emulator.internal.auth.permission;

import dev.s3emulator.internal.auth.acl.AclGrants;
import dev.s3emulator.internal.auth.acl.AclRequirement;
import dev.s3emulator.internal.domain.ObjectVersion;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.PublicAccessBlock;
import dev.s3emulator.internal.domain.VersionEntry;
import dev.s3emulator.internal.domain.attribute.AccessControlList;
import dev.s3emulator.internal.domain.attribute.AccessControlList.Grant;
import dev.s3emulator.internal.domain.attribute.AccessControlList.Permission;
import dev.s3emulator.internal.domain.attribute.Grantee;
import java.util.Optional;

/** What the access control list of the bucket or of the object says. */
final class AclPermissions {

  private AclPermissions() {}

  static Verdict ask(Question question) {
    if (question.ownership().disablesAcls()) {
      return Verdict.silent("ACLs mean nothing in a bucket with BucketOwnerEnforced.");
    }
    Optional<AclRequirement> requirement = AclRequirement.of(question.request().needed());
    if (requirement.isEmpty()) {
      return Verdict.silent("No ACL can allow " + question.action() + ".");
    }
    AclRequirement required = requirement.get();
    if (required.ownEntryOnly() && isAnothers(question)) {
      return Verdict.silent(
          "WRITE in the ACL of a bucket does not reach the objects of other accounts.");
    }
    if (required.resource() == AclRequirement.Resource.BUCKET) {
      return ofBucket(question, required.permission());
    }
    VersionEntry entry = question.entry().orElse(null);
    if (entry instanceof ObjectVersion version) {
      return judge(
          question,
          question.ownership().aclOf(version),
          "object",
          question.owner(),
          required.permission());
    }
    // There is nothing to use. Who may list the bucket may know that.
    return ofBucket(question, Permission.READ);
  }

  private static boolean isAnothers(Question question) {
    return question
        .entry()
        .map(question.ownership()::ownerOf)
        .filter(owner -> !AclGrants.owns(question.caller(), owner))
        .isPresent();
  }

  private static Verdict ofBucket(Question question, Permission permission) {
    return judge(
        question,
        question.ownership().bucketAcl(),
        "bucket",
        question.bucket().settings().owner(),
        permission);
  }

  private static Verdict judge(
      Question question,
      AccessControlList list,
      String holder,
      Owner owner,
      Permission permission) {
    boolean ignorePublic =
        question
            .bucket()
            .settings()
            .configuration(PublicAccessBlock.class)
            .filter(PublicAccessBlock::ignorePublicAcls)
            .isPresent();
    AccessControlList counting = counting(question, list);
    Optional<Grant> grant = find(question, counting, owner, permission, ignorePublic);
    if (grant.isPresent()) {
      return Verdict.allow(
          "The ACL of the " + holder + " grants " + AclGrants.describe(grant.get()) + ".");
    }
    Optional<Grant> ignored = find(question, counting, owner, permission, false);
    return Verdict.silent(
        ignored
            .map(
                it ->
                    "The ACL of the "
                        + holder
                        + " grants "
                        + AclGrants.describe(it)
                        + ", which the bucket's public access block ignores (IgnorePublicAcls).")
            .orElseGet(
                () ->
                    "The ACL of the "
                        + holder
                        + " does not grant "
                        + permission
                        + " to the caller."));
  }

  /** A grant to an account is one to its root, who needs none for what is the account's own. */
  private static AccessControlList counting(Question question, AccessControlList list) {
    return question.caller().userName().isPresent() && question.isOfOwner()
        ? new AccessControlList(
            list.grants().stream()
                .filter(grant -> grant.grantee() instanceof Grantee.Group)
                .toList())
        : list;
  }

  private static Optional<Grant> find(
      Question question,
      AccessControlList list,
      Owner owner,
      Permission permission,
      boolean ignorePublic) {
    return AclGrants.find(list, owner, permission, question.caller(), ignorePublic);
  }
}
