package dev.s3emulator.internal.auth.policy;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The condition keys of S3, and which actions they go with where that is known for sure. S3 takes
 * no other key with the prefix {@code s3:}, and any with the prefix {@code aws:}.
 */
final class S3ConditionKeys {

  /** Keys that go with any action, or with some that are not known for sure. */
  private static final Set<String> OF_ANY_ACTION =
      names(
          """
          accessgrantsinstancearn accesspointnetworkorigin accesspointtag/ authtype buckettag/
          dataaccesspointaccount dataaccesspointarn existingobjecttag/ if-match if-none-match
          inventoryaccessibleoptionalfields locationconstraint object-lock-legal-hold
          object-lock-mode object-lock-remaining-retention-days object-lock-retain-until-date
          objectcreationoperation requestobjecttag/ requestobjecttagkeys resourceaccount
          signatureage signatureversion tlsversion x-amz-content-sha256 x-amz-object-ownership
          x-amz-server-side-encryption x-amz-server-side-encryption-aws-kms-key-id
          x-amz-server-side-encryption-customer-algorithm x-amz-storage-class
          x-amz-website-redirect-location
          """);

  private static final Set<String> LISTING = names("listbucket listbucketversions");
  private static final Set<String> UPLOADING = names("putobject");
  private static final Set<String> GRANTING =
      names("putbucketacl putobject putobjectacl putobjectversionacl");

  private static final String VERSION_ID = "s3:versionid";

  private static final Map<String, Set<String>> OF_ACTIONS =
      Map.ofEntries(
          Map.entry("s3:delimiter", LISTING),
          Map.entry("s3:max-keys", LISTING),
          Map.entry("s3:prefix", LISTING),
          Map.entry("s3:x-amz-acl", GRANTING),
          Map.entry("s3:x-amz-copy-source", UPLOADING),
          Map.entry("s3:x-amz-grant-full-control", GRANTING),
          Map.entry("s3:x-amz-grant-read", GRANTING),
          Map.entry("s3:x-amz-grant-read-acp", GRANTING),
          Map.entry("s3:x-amz-grant-write", GRANTING),
          Map.entry("s3:x-amz-grant-write-acp", GRANTING),
          Map.entry("s3:x-amz-metadata-directive", UPLOADING));

  private S3ConditionKeys() {}

  /** Returns whether policies may look at a key, given as its name and its tag. */
  static boolean isKnown(String name, String tag) {
    return name.startsWith("aws:")
        || name.equals(VERSION_ID)
        || OF_ACTIONS.containsKey(name)
        || OF_ANY_ACTION.contains(tag.isEmpty() ? name : name + "/");
  }

  /** Returns whether a key goes with an action, which has no wildcards and is in lower case. */
  static boolean appliesTo(String name, String action) {
    if (name.equals(VERSION_ID)) {
      return action.contains("version");
    }
    Set<String> actions = OF_ACTIONS.get(name);
    return actions == null || actions.contains(action);
  }

  private static Set<String> names(String list) {
    return Stream.of(list.strip().split("\\s+"))
        .map(name -> "s3:" + name)
        .collect(Collectors.toUnmodifiableSet());
  }
}
