package dev.s3emulator.internal.auth.permission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.auth.AccessDecision;
import dev.s3emulator.internal.auth.AccessRequest;
import dev.s3emulator.internal.auth.Authentication;
import dev.s3emulator.internal.auth.Identities;
import dev.s3emulator.internal.auth.policy.PolicyReader;
import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.BucketAcl;
import dev.s3emulator.internal.domain.BucketSettings;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.ObjectVersion;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.OwnershipControls;
import dev.s3emulator.internal.domain.OwnershipControls.ObjectOwnership;
import dev.s3emulator.internal.domain.PublicAccessBlock;
import dev.s3emulator.internal.domain.VersioningState;
import dev.s3emulator.internal.domain.attribute.AccessControlList;
import dev.s3emulator.internal.domain.attribute.AccessControlList.Grant;
import dev.s3emulator.internal.domain.attribute.AccessControlList.Permission;
import dev.s3emulator.internal.domain.attribute.Grantee;
import dev.s3emulator.internal.protocol.Caller;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.protocol.NeededAction;
import dev.s3emulator.internal.protocol.QueryParameters;
import dev.s3emulator.internal.protocol.RequestBody;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.protocol.RequestTarget;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.PolicyTexts;
import dev.s3emulator.internal.testing.Stacks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of AWS, as tables: who asks, and what each source of permissions says to it. */
class PermissionAuthorizerTest {

  private static final Owner OWNER = new Owner("111111111111", "a".repeat(64), "owner");
  private static final Owner OTHER = new Owner("222222222222", "b".repeat(64), "other");
  private static final String ARN = "arn:aws:s3:::photos";
  private static final ObjectKey KEY = ObjectKey.of("cat.jpg");

  private final Identities identities = InProcessS3.identities(() -> Instant.EPOCH);
  private final PermissionAuthorizer authorizer =
      new PermissionAuthorizer(identities, () -> Instant.EPOCH);

  /**
   * A read of an object that belongs to the bucket's owner.
   *
   * <p>The account {@code owner} owns the bucket; {@code alice} is its user, {@code bob} one of
   * another account. Bucket policies: {@code all} allows everybody, {@code caller} names the
   * caller, {@code account} the caller's account, {@code none} denies everybody.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # caller | own    | bucket  | acl     | ownership | block    | decision
          root     | -      | -       | private | enforced  | -        | yes
          root     | -      | none    | private | enforced  | -        | resource deny
          root     | -      | none    | public  | writer    | -        | resource deny
          root     | -      | -       | other   | writer    | -        | yes
          alice    | -      | -       | private | enforced  | -        | identity none
          alice    | -      | -       | private | writer    | -        | identity none
          alice    | allow  | -       | private | enforced  | -        | yes
          alice    | allow  | none    | private | enforced  | -        | resource deny
          alice    | allow  | all     | private | enforced  | restrict | yes
          alice    | deny   | all     | public  | writer    | -        | identity deny
          alice    | deny   | caller  | private | enforced  | -        | identity deny
          alice    | deny   | none    | private | enforced  | -        | resource deny
          alice    | -      | all     | private | enforced  | -        | yes
          alice    | -      | all     | private | enforced  | restrict | yes
          alice    | -      | caller  | private | enforced  | -        | yes
          alice    | -      | account | private | enforced  | -        | identity none
          alice    | -      | none    | public  | writer    | -        | resource deny
          alice    | -      | -       | public  | writer    | -        | yes
          alice    | -      | -       | public  | writer    | ignore   | identity none
          alice    | -      | -       | public  | enforced  | -        | identity none
          alice    | -      | -       | authenticated | writer | -     | yes
          otherRoot | -     | -       | private | enforced  | -        | no
          otherRoot | -     | all     | private | enforced  | -        | yes
          otherRoot | -     | caller  | private | enforced  | -        | yes
          otherRoot | -     | caller  | private | enforced  | restrict | yes
          otherRoot | -     | all     | private | enforced  | restrict | no
          otherRoot | -     | none    | other   | writer    | -        | no
          otherRoot | -     | -       | other   | writer    | -        | yes
          otherRoot | -     | -       | other   | enforced  | -        | no
          otherRoot | -     | -       | other   | writer    | ignore   | yes
          otherRoot | -     | -       | public  | writer    | -        | yes
          otherRoot | -     | -       | public  | writer    | ignore   | no
          otherRoot | -     | -       | authenticated | writer | -     | yes
          bob      | -      | all     | private | enforced  | -        | no
          bob      | -      | caller  | private | enforced  | -        | no
          bob      | -      | account | private | enforced  | -        | no
          bob      | -      | -       | public  | writer    | -        | no
          bob      | allow  | -       | private | enforced  | -        | no
          bob      | allow  | all     | private | enforced  | -        | yes
          bob      | allow  | all     | private | enforced  | restrict | no
          bob      | allow  | caller  | private | enforced  | -        | yes
          bob      | allow  | account | private | enforced  | -        | yes
          bob      | allow  | none    | public  | writer    | -        | no
          bob      | allow  | -       | other   | writer    | -        | yes
          bob      | allow  | -       | public  | writer    | -        | yes
          bob      | deny   | all     | public  | writer    | -        | no
          nobody   | -      | -       | private | enforced  | -        | no
          nobody   | -      | all     | private | enforced  | -        | yes
          nobody   | -      | all     | private | enforced  | restrict | no
          nobody   | -      | all     | private | enforced  | ignore   | yes
          nobody   | -      | none    | public  | writer    | -        | no
          nobody   | -      | -       | public  | writer    | -        | yes
          nobody   | -      | -       | public  | writer    | restrict | yes
          nobody   | -      | -       | public  | writer    | ignore   | no
          nobody   | -      | -       | public  | enforced  | -        | no
          nobody   | -      | -       | authenticated | writer | -     | no
          lenient  | -      | -       | private | enforced  | -        | no
          """)
  void readsOfObjectsOfTheBucketsOwner(
      String caller,
      String own,
      String policy,
      String acl,
      String ownership,
      String block,
      String decision) {
    limit(caller, own, "s3:*");
    Bucket bucket =
        withObject(configured(policy, "s3:*", caller, ownership, block), OWNER, list(acl));

    assertThat(outcome(decide("s3:GetObject", caller(caller), bucket))).isEqualTo(decision);
  }

  /** Who acts for the owner of the bucket is its root to the rules. */
  @ParameterizedTest
  @CsvSource({"-, yes", "all, yes", "none, resource deny"})
  void nobodyWhoActsForTheOwnerIsJudgedAsItsRoot(String policy, String decision) {
    Bucket bucket = configured(policy, "s3:*", "root", "enforced", "-");

    assertThat(outcome(decide("s3:GetObject", Caller.anonymousIn(OWNER), bucket)))
        .isEqualTo(decision);
  }

  /** The object belongs to the account of bob, who has stored it in the bucket of another. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # caller  | own   | bucket | acl     | action                | decision
          root      | -     | -      | private | s3:GetObject          | no
          root      | -     | all    | private | s3:GetObject          | no
          root      | -     | -      | bucket  | s3:GetObject          | yes
          root      | -     | none   | bucket  | s3:GetObject          | resource deny
          root      | -     | -      | private | s3:PutObjectTagging   | no
          root      | -     | -      | private | s3:DeleteObject       | yes
          root      | -     | -      | private | s3:DeleteObjectVersion | yes
          root      | -     | none   | private | s3:DeleteObject       | resource deny
          root      | -     | -      | private | s3:PutObject          | yes
          alice     | -     | -      | bucket  | s3:GetObject          | no
          alice     | allow | -      | bucket  | s3:GetObject          | yes
          alice     | allow | -      | private | s3:GetObject          | no
          alice     | allow | -      | private | s3:DeleteObject       | yes
          alice     | -     | -      | bucket  | s3:DeleteObject       | identity none
          otherRoot | -     | -      | private | s3:GetObject          | yes
          otherRoot | -     | none   | private | s3:GetObject          | no
          otherRoot | -     | -      | private | s3:DeleteObject       | no
          otherRoot | -     | all    | private | s3:DeleteObject       | yes
          bob       | allow | -      | private | s3:GetObject          | yes
          bob       | -     | -      | private | s3:GetObject          | no
          bob       | -     | all    | private | s3:GetObject          | no
          nobody    | -     | all    | private | s3:GetObject          | no
          nobody    | -     | -      | public  | s3:GetObject          | yes
          """)
  void objectsOfOtherAccounts(
      String caller, String own, String policy, String acl, String action, String decision) {
    limit(caller, own, "s3:*");
    Bucket bucket = withObject(configured(policy, "s3:*", caller, "writer", "-"), OTHER, list(acl));

    assertThat(outcome(decide(action, caller(caller), bucket))).isEqualTo(decision);
  }

  /**
   * An upload takes the place of the object of bob's account, whose owner has no say in what the
   * new one gets. Everybody may write into the bucket.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # caller  | own   | bucket | action              | decision
          root      | -     | -      | s3:PutObject        | yes
          root      | -     | -      | s3:PutObjectAcl     | yes
          root      | -     | -      | s3:PutObjectTagging | yes
          alice     | allow | -      | s3:PutObjectTagging | yes
          otherRoot | -     | -      | s3:PutObject        | yes
          otherRoot | -     | -      | s3:PutObjectAcl     | yes
          otherRoot | -     | -      | s3:PutObjectTagging | no
          otherRoot | -     | all    | s3:PutObjectTagging | yes
          nobody    | -     | -      | s3:PutObjectAcl     | no
          """)
  void uploadsOverObjectsOfOtherAccounts(
      String caller, String own, String policy, String action, String decision) {
    limit(caller, own, "s3:*");
    Bucket bucket = configured(policy, "s3:*", caller, "writer", "-");
    bucket = bucket.with(bucket.settings().with(new BucketAcl(list("writable"))));
    Bucket filled = withObject(bucket, OTHER, list("private"));

    assertThat(
            outcome(
                authorizer.decide(
                    request(NeededAction.onNewObject(action), caller(caller), filled))))
        .isEqualTo(decision);
  }

  @Test
  void enforcedOwnershipGivesTheBucketsOwnerWhatOthersStored() {
    Bucket bucket =
        withObject(configured("-", "s3:*", "root", "enforced", "-"), OTHER, list("private"));

    assertThat(outcome(decide("s3:GetObject", caller("root"), bucket))).isEqualTo("yes");
    assertThat(outcome(decide("s3:GetObject", caller("otherRoot"), bucket))).isEqualTo("no");
  }

  /** With WRITE on the bucket one may delete what is one's own (delete-semantics 10). */
  @ParameterizedTest
  @CsvSource({
    "nobody, nobody, writer, -, yes",
    "nobody, owner, writer, -, no",
    "nobody, -, writer, -, yes",
    "nobody, nobody, writer, ignore, no",
    "nobody, nobody, enforced, -, no",
    "otherRoot, other, writer, -, yes",
    "otherRoot, owner, writer, -, no",
    "root, nobody, writer, -, yes"
  })
  void bucketsThatEverybodyMayWriteInto(
      String caller, String owner, String ownership, String block, String decision) {
    Bucket bucket = configured("-", "s3:*", caller, ownership, block);
    bucket = bucket.with(bucket.settings().with(new BucketAcl(list("writable"))));
    Bucket filled =
        owner.equals("-") ? bucket : withObject(bucket, accountOf(owner), list("private"));

    assertThat(outcome(decide("s3:DeleteObject", caller(caller), filled))).isEqualTo(decision);
  }

  /** What a policy denies of either delete it denies of unversioned objects. */
  @ParameterizedTest
  @CsvSource({
    "UNVERSIONED, s3:DeleteObject, s3:DeleteObject, no",
    "UNVERSIONED, s3:DeleteObjectVersion, s3:DeleteObject, no",
    "UNVERSIONED, s3:DeleteObject, s3:DeleteObjectVersion, no",
    "UNVERSIONED, s3:PutObject, s3:DeleteObject, yes",
    "ENABLED, s3:DeleteObject, s3:DeleteObject, no",
    "ENABLED, s3:DeleteObjectVersion, s3:DeleteObject, yes",
    "ENABLED, s3:DeleteObject, s3:DeleteObjectVersion, yes",
    "SUSPENDED, s3:DeleteObjectVersion, s3:DeleteObjectVersion, no",
    "SUSPENDED, s3:DeleteObjectVersion, s3:DeleteObject, yes"
  })
  void deniedDeletes(VersioningState state, String denied, String action, String decision) {
    Bucket byBucket = configured("none", denied, "root", "enforced", "-");
    byBucket = byBucket.with(byBucket.settings().withVersioning(state));
    Bucket byUser = configured("-", denied, "alice", "enforced", "-");
    byUser = byUser.with(byUser.settings().withVersioning(state));
    identities.setPolicies(
        caller("alice"),
        List.of(
            PolicyReader.userPolicy(
                PolicyTexts.of(PolicyTexts.allow("*", "*"), PolicyTexts.deny(denied, "*")))));

    assertThat(decide(action, caller("root"), byBucket).allowed())
        .isEqualTo(decision.equals("yes"));
    assertThat(decide(action, caller("alice"), byUser).allowed()).isEqualTo(decision.equals("yes"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3:GetBucketPolicy", "s3:PutBucketPolicy", "s3:DeleteBucketPolicy"})
  void rootOfTheOwnerIsNeverLockedOutOfThePolicy(String action) {
    Bucket bucket = configured("none", "s3:*", "root", "enforced", "-");
    limit("alice", "allow", "s3:*");

    assertThat(outcome(decide(action, caller("root"), bucket))).isEqualTo("yes");
    assertThat(outcome(decide(action, caller("alice"), bucket))).isEqualTo("resource deny");
    assertThat(outcome(decide("s3:PutBucketAcl", caller("root"), bucket)))
        .isEqualTo("resource deny");
  }

  /** Who may list a bucket by its ACL learns that an object is missing. */
  @ParameterizedTest
  @CsvSource({"public, writer, yes", "private, writer, no", "public, enforced, no"})
  void missingObjectsAreReadableWhereTheAclLetsList(String acl, String ownership, String decision) {
    Bucket bucket = configured("-", "s3:*", "nobody", ownership, "-");
    bucket = bucket.with(bucket.settings().with(new BucketAcl(list(acl))));

    assertThat(outcome(decide("s3:GetObject", caller("nobody"), bucket))).isEqualTo(decision);
  }

  @ParameterizedTest
  @CsvSource({
    "root, -, yes",
    "alice, allow, yes",
    "alice, -, identity none",
    "alice, deny, identity deny",
    "nobody, -, no"
  })
  void whatHasNoBucketIsUpToThePoliciesOfTheUser(String caller, String own, String decision) {
    limit(caller, own, "s3:ListAllMyBuckets");

    AccessDecision made =
        authorizer.decide(request(NeededAction.of("s3:ListAllMyBuckets"), caller(caller), null));

    assertThat(outcome(made)).isEqualTo(decision);
  }

  @Test
  void messagesNameCallerActionAndResource() {
    identities.setPolicies(caller("alice"), List.of());
    Bucket closed = configured("-", "s3:*", "alice", "enforced", "-");
    Bucket denying = configured("none", "s3:DeleteObject", "alice", "enforced", "-");

    assertThat(decide("s3:DeleteObject", caller("alice"), closed).message())
        .hasValue(
            "User: arn:aws:iam::111111111111:user/alice is not authorized to perform:"
                + " s3:DeleteObject on resource: \"arn:aws:s3:::photos/cat.jpg\" because no"
                + " identity-based policy allows the s3:DeleteObject action");
    assertThat(decide("s3:DeleteObject", caller("root"), denying).message())
        .hasValue(
            "User: arn:aws:iam::111111111111:root is not authorized to perform: s3:DeleteObject on"
                + " resource: \"arn:aws:s3:::photos/cat.jpg\" with an explicit deny in a"
                + " resource-based policy");
    assertThat(
            authorizer
                .decide(request(NeededAction.of("s3:ListAllMyBuckets"), caller("alice"), null))
                .message())
        .hasValue(
            "User: arn:aws:iam::111111111111:user/alice is not authorized to perform:"
                + " s3:ListAllMyBuckets because no identity-based policy allows the"
                + " s3:ListAllMyBuckets action");
  }

  @Test
  void reasonsNameWhatDecided() {
    limit("alice", "deny", "s3:*");
    identities.setPolicies(caller("bob"), List.of());

    assertThat(reason("nobody", "-", "public", "ignore"))
        .isEqualTo(
            "The request is not signed. The bucket photos has no policy. The ACL of the object grants READ to the group"
                + " AllUsers, which the bucket's public access block ignores (IgnorePublicAcls).");
    assertThat(reason("otherRoot", "all", "private", "restrict"))
        .contains("RestrictPublicBuckets", "The ACL of the object does not grant READ");
    assertThat(reason("alice", "all", "private", "-"))
        .startsWith("Statement ")
        .contains("of a policy of the user alice denies s3:GetObject");
    assertThat(reason("bob", "all", "private", "-"))
        .isEqualTo("No policy is attached to the user bob.");
    assertThat(reason("root", "none", "private", "-"))
        .startsWith("Statement 1 of the bucket policy denies s3:GetObject on " + ARN);
  }

  private String reason(String caller, String policy, String acl, String block) {
    Bucket bucket =
        withObject(configured(policy, "s3:*", caller, "writer", block), OWNER, list(acl));
    return decide("s3:GetObject", caller(caller), bucket).reason();
  }

  /** What the caller is told says which source decided. */
  private static String outcome(AccessDecision decision) {
    if (decision.allowed()) {
      return "yes";
    }
    assertThat(decision.reason()).endsWith(".");
    String message = decision.message().orElse("");
    if (message.isEmpty()) {
      return "no";
    }
    if (message.contains("because no identity-based policy allows")) {
      return "identity none";
    }
    return message.contains("identity-based") ? "identity deny" : "resource deny";
  }

  private AccessDecision decide(String action, Caller caller, Bucket bucket) {
    return authorizer.decide(request(NeededAction.of(action), caller, bucket));
  }

  private static AccessRequest request(NeededAction action, Caller caller, Bucket bucket) {
    boolean ofObject = bucket != null && action.name().contains("Object");
    S3Request request =
        new S3Request(
            "id",
            new RequestHead("GET", "/photos/cat.jpg", "", Headers.EMPTY, false, "127.0.0.1"),
            new RequestTarget(bucket == null ? null : "photos", ofObject ? KEY : null),
            QueryParameters.parse(""),
            caller,
            null,
            RequestBody.None.INSTANCE);
    return new AccessRequest(
        request,
        Authentication.ANONYMOUS,
        action,
        Optional.ofNullable(bucket),
        ofObject ? Optional.of(KEY) : Optional.empty(),
        Optional.empty());
  }

  private void limit(String caller, String own, String action) {
    if (caller(caller).userName().isPresent()) {
      identities.setPolicies(
          caller(caller),
          switch (own) {
            case "allow" ->
                List.of(PolicyReader.userPolicy(PolicyTexts.of(PolicyTexts.allow(action, "*"))));
            case "deny" ->
                List.of(
                    PolicyReader.userPolicy(PolicyTexts.of(PolicyTexts.allow("*", "*"))),
                    PolicyReader.userPolicy(PolicyTexts.of(PolicyTexts.deny(action, "*"))));
            default -> List.of();
          });
    }
  }

  private static Bucket configured(
      String policy, String actions, String caller, String ownership, String block) {
    BucketSettings settings =
        BucketSettings.ofNew("photos", OWNER, "us-east-1", Instant.EPOCH)
            .with(
                new OwnershipControls(
                    ownership.equals("writer")
                        ? ObjectOwnership.OBJECT_WRITER
                        : ObjectOwnership.BUCKET_OWNER_ENFORCED))
            .with(
                new PublicAccessBlock(
                    false, block.equals("ignore"), false, block.equals("restrict")));
    return Bucket.empty(
        policy.equals("-")
            ? settings
            : settings.with(PolicyReader.bucketPolicy(bucketPolicy(policy, actions, caller), ARN)));
  }

  private static String bucketPolicy(String policy, String actions, String caller) {
    String resources = "[\"" + ARN + "\",\"" + ARN + "/*\"]";
    return switch (policy) {
      case "all" -> PolicyTexts.of(PolicyTexts.statement("Allow", "\"*\"", actions, resources));
      case "none" -> PolicyTexts.of(PolicyTexts.statement("Deny", "\"*\"", actions, resources));
      case "caller" ->
          PolicyTexts.of(
              PolicyTexts.statement(
                  "Allow", "{\"AWS\":\"" + caller(caller).arn() + "\"}", actions, resources));
      case "account" ->
          PolicyTexts.of(
              PolicyTexts.statement(
                  "Allow",
                  "{\"AWS\":\"" + caller(caller).account().accountId() + "\"}",
                  actions,
                  resources));
      default -> throw new AssertionError(policy);
    };
  }

  private static Bucket withObject(Bucket bucket, Owner owner, AccessControlList acl) {
    Bucket filled = Stacks.with(bucket, KEY, "null:object");
    ObjectVersion made = (ObjectVersion) filled.current(KEY).orElseThrow();
    return filled.replace(
        KEY,
        new ObjectVersion(
            made.versionId(),
            made.sequence(),
            made.lastModified(),
            owner,
            made.content(),
            made.metadata(),
            made.tags(),
            made.attributes().with(acl)));
  }

  private static AccessControlList list(String name) {
    Grant own = new Grant(Grantee.OWNER, Permission.FULL_CONTROL);
    return switch (name) {
      case "private" -> AccessControlList.PRIVATE;
      case "public" ->
          new AccessControlList(List.of(own, new Grant(Grantee.Group.ALL_USERS, Permission.READ)));
      case "writable" ->
          new AccessControlList(
              List.of(
                  own,
                  new Grant(Grantee.Group.ALL_USERS, Permission.READ),
                  new Grant(Grantee.Group.ALL_USERS, Permission.WRITE)));
      case "authenticated" ->
          new AccessControlList(
              List.of(own, new Grant(Grantee.Group.AUTHENTICATED_USERS, Permission.READ)));
      case "other" ->
          new AccessControlList(
              List.of(own, new Grant(new Grantee.Account(OTHER.canonicalId()), Permission.READ)));
      case "bucket" ->
          new AccessControlList(
              List.of(
                  own,
                  new Grant(new Grantee.Account(OWNER.canonicalId()), Permission.FULL_CONTROL)));
      default -> throw new AssertionError(name);
    };
  }

  private static Owner accountOf(String name) {
    return switch (name) {
      case "owner" -> OWNER;
      case "other" -> OTHER;
      default -> Caller.ANONYMOUS.account();
    };
  }

  private static Caller caller(String name) {
    return switch (name) {
      case "root" -> Caller.root(OWNER);
      case "alice" -> Caller.user(OWNER, "alice");
      case "otherRoot" -> Caller.root(OTHER);
      case "bob" -> Caller.user(OTHER, "bob");
      case "nobody" -> Caller.ANONYMOUS;
      case "lenient" -> Caller.anonymousIn(OTHER);
      default -> throw new AssertionError(name);
    };
  }
}
