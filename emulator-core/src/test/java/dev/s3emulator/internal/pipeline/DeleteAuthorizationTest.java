package dev.s3emulator.internal.pipeline;

import static dev.s3emulator.internal.auth.AuthenticationMode.LENIENT;
import static dev.s3emulator.internal.auth.AuthenticationMode.STRICT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.auth.AuthenticationMode;
import dev.s3emulator.internal.auth.Credential;
import dev.s3emulator.internal.auth.Signer;
import dev.s3emulator.internal.auth.policy.PolicyReader;
import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.Change;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.VersioningState;
import dev.s3emulator.internal.protocol.Caller;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import dev.s3emulator.internal.testing.PolicyTexts;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Who may delete what, through the whole pipeline (delete-semantics 10, recorded-answers 4, 18).
 */
class DeleteAuthorizationTest {

  private static final Owner ALT = new Owner("111122223333", "a".repeat(64), "alt");
  private static final Caller ALICE = Caller.user(Owner.DEFAULT, "alice");
  private static final String ALICE_ARN = "arn:aws:iam::123456789012:user/alice";
  private static final String OBJECTS = "\"arn:aws:s3:::photos/*\"";

  /**
   * Every caller, in every versioning state, for both kinds of delete.
   *
   * <p>{@code alice} is a user of the bucket's account; her policy and the bucket's policy allow or
   * deny one action, {@code object} for s3:DeleteObject and {@code version} for
   * s3:DeleteObjectVersion.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # state     | caller | own policy      | bucket policy  | delete  | status
          UNVERSIONED | root   | -               | -              | simple  | 204
          UNVERSIONED | root   | -               | Deny object    | simple  | 403
          UNVERSIONED | root   | -               | Deny version   | simple  | 403
          UNVERSIONED | root   | -               | Deny object    | by id   | 403
          ENABLED     | root   | -               | Deny object    | simple  | 403
          ENABLED     | root   | -               | Deny version   | simple  | 204
          ENABLED     | root   | -               | Deny object    | by id   | 204
          ENABLED     | root   | -               | Deny version   | by id   | 403
          SUSPENDED   | root   | -               | Deny version   | simple  | 204
          SUSPENDED   | root   | -               | Deny version   | by id   | 403
          UNVERSIONED | alice  | -               | -              | simple  | 403
          UNVERSIONED | alice  | Allow object    | -              | simple  | 204
          UNVERSIONED | alice  | Allow object    | Deny object    | simple  | 403
          ENABLED     | alice  | Allow object    | -              | simple  | 204
          ENABLED     | alice  | Allow object    | -              | by id   | 403
          ENABLED     | alice  | Allow version   | -              | by id   | 204
          ENABLED     | alice  | Allow version   | -              | simple  | 403
          ENABLED     | alice  | Deny version    | Allow version  | by id   | 403
          ENABLED     | alice  | -               | Allow version  | by id   | 204
          SUSPENDED   | alice  | Allow object    | -              | simple  | 204
          SUSPENDED   | alice  | Allow object    | -              | by id   | 403
          UNVERSIONED | alt    | -               | -              | simple  | 403
          UNVERSIONED | alt    | -               | Allow object   | simple  | 204
          ENABLED     | alt    | -               | Allow object   | by id   | 403
          ENABLED     | alt    | -               | Allow version  | by id   | 204
          UNVERSIONED | nobody | -               | -              | simple  | 403
          UNVERSIONED | nobody | -               | Allow object   | simple  | 204
          ENABLED     | nobody | -               | Allow object   | by id   | 403
          """)
  void deletesAreUpToPolicies(
      VersioningState state,
      String caller,
      String ownPolicy,
      String bucketPolicy,
      String delete,
      int status) {
    InProcessS3 s3 = server(STRICT);
    change(s3, bucket -> bucket.with(bucket.settings().withVersioning(state)));
    if (!bucketPolicy.equals("-")) {
      setPolicy(s3, statement(effect(bucketPolicy), "\"*\"", action(bucketPolicy)));
    }
    s3.registry()
        .setPolicies(
            ALICE,
            ownPolicy.equals("-")
                ? List.of()
                : List.of(
                    PolicyReader.userPolicy(
                        PolicyTexts.of(
                            effect(ownPolicy).equals("Allow")
                                ? PolicyTexts.allow(action(ownPolicy), "*")
                                : PolicyTexts.deny(action(ownPolicy), "*")))));

    String url = "/photos/cat.jpg" + (delete.equals("simple") ? "" : "?versionId=null");
    Answer answer = send(s3, caller, "DELETE", url);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(s3.engine().state().requireBucket("photos").current(ObjectKey.of("cat.jpg")))
        .matches(entry -> entry.filter(it -> !it.isDeleteMarker()).isPresent() == (status == 403));
  }

  @Test
  void implicitDenialNamesTheActionAlsoOfVersions() {
    InProcessS3 s3 = server(STRICT);
    s3.registry().setPolicies(ALICE, List.of());

    assertThat(send(s3, "alice", "DELETE", "/photos/absent").xml())
        .isEqualTo(
            denied(
                "s3:DeleteObject",
                "absent",
                "because no identity-based policy allows the s3:DeleteObject action"));
    assertThat(send(s3, "alice", "DELETE", "/photos/cat.jpg?versionId=null").xml())
        .isEqualTo(
            denied(
                "s3:DeleteObjectVersion",
                "cat.jpg",
                "because no identity-based policy allows the s3:DeleteObjectVersion action"));
    assertThat(reason(s3))
        .isEqualTo(
            "No policy is attached to the user alice. The bucket photos has"
                + " no policy. ACLs mean nothing in a bucket with BucketOwnerEnforced.");
  }

  @Test
  void explicitDenialNamesTheKindOfPolicy() {
    InProcessS3 s3 = server(STRICT);
    s3.registry()
        .setPolicies(
            ALICE,
            List.of(
                PolicyReader.userPolicy(
                    PolicyTexts.of(
                        PolicyTexts.allow("*", "*"), PolicyTexts.deny("s3:Delete*", "*")))));

    assertThat(send(s3, "alice", "DELETE", "/photos/cat.jpg").xml())
        .isEqualTo(
            denied(
                "s3:DeleteObject", "cat.jpg", "with an explicit deny in an identity-based policy"));
    assertThat(reason(s3)).startsWith("Statement 2 of a policy of the user alice denies");

    setPolicy(s3, statement("Deny", "\"*\"", "s3:DeleteObject"));
    assertThat(send(s3, "alice", "DELETE", "/photos/cat.jpg").xml())
        .isEqualTo(
            denied(
                "s3:DeleteObject", "cat.jpg", "with an explicit deny in a resource-based policy"));
    assertThat(reason(s3)).startsWith("Statement 1 of the bucket policy denies");
  }

  /** Other accounts and nobody are told nothing (recorded-answers 4.17d). */
  @ParameterizedTest
  @CsvSource({"alt", "nobody"})
  void othersAreToldNothing(String caller) {
    InProcessS3 s3 = server(STRICT);
    setPolicy(s3, statement("Deny", "\"*\"", "s3:DeleteObject"));

    assertThat(send(s3, caller, "DELETE", "/photos/cat.jpg").xml())
        .isEqualTo("<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>");
    assertThat(reason(s3)).startsWith("Statement 1 of the bucket policy denies");
  }

  /** Both modes evaluate policies, for those who are let in as well. */
  @ParameterizedTest
  @EnumSource(AuthenticationMode.class)
  void explicitDenialHoldsForNobodyInBothModes(AuthenticationMode mode) {
    InProcessS3 s3 = server(mode);
    setPolicy(s3, statement("Deny", "\"*\"", "s3:DeleteObject"));

    assertThat(s3.send("DELETE", "/photos/cat.jpg").status()).isEqualTo(403);
    assertThat(s3.send("DELETE", "/photos/cat.jpg").text())
        .contains("<Message>Access Denied</Message>");
  }

  @Test
  void unknownKeysOfTheLenientModeAreDeniedWhatTheOwnerIsDenied() {
    InProcessS3 s3 = server(LENIENT);
    Signer stranger = new Signer();
    stranger.accessKey = "AKIAUNKNOWN";
    stranger.secret = "anything";
    setPolicy(
        s3, statement("Deny", "{\"AWS\":\"arn:aws:iam::123456789012:root\"}", "s3:DeleteObject"));

    Answer answer = s3.sendSigned(stranger, "DELETE", "/photos/cat.jpg", new byte[0]);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text()).contains("with an explicit deny in a resource-based policy");
  }

  @Test
  void batchFailsOnlyForTheKeysThatAreDenied() {
    InProcessS3 s3 = server(STRICT);
    setPolicy(
        s3,
        PolicyTexts.statement(
            "Deny", "\"*\"", "s3:DeleteObject", "\"arn:aws:s3:::photos/keep/*\""));
    s3.registry()
        .setPolicies(
            ALICE,
            List.of(
                PolicyReader.userPolicy(
                    PolicyTexts.of(
                        PolicyTexts.allow("s3:DeleteObject", "arn:aws:s3:::photos/*")))));
    s3.sendSigned(new Signer(), "PUT", "/photos/keep/dog.jpg", "dog".getBytes(UTF_8));

    Answer answer =
        batch(
            s3,
            "alice",
            "<Object><Key>cat.jpg</Key></Object><Object><Key>keep/dog.jpg</Key></Object>"
                + "<Object><Key>cow.jpg</Key><VersionId>null</VersionId></Object>");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.xml())
        .isEqualTo(
            "<DeleteResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
                + "<Deleted><Key>cat.jpg</Key></Deleted>"
                + "<Error><Key>keep/dog.jpg</Key><Code>AccessDenied</Code><Message>User: "
                + ALICE_ARN
                + " is not authorized to perform: s3:DeleteObject on resource:"
                + " &quot;arn:aws:s3:::photos/keep/dog.jpg&quot; with an explicit deny in a resource-based"
                + " policy</Message></Error>"
                + "<Error><Key>cow.jpg</Key><VersionId>null</VersionId><Code>AccessDenied</Code>"
                + "<Message>User: "
                + ALICE_ARN
                + " is not authorized to perform: s3:DeleteObjectVersion on resource:"
                + " &quot;arn:aws:s3:::photos/cow.jpg&quot; because no identity-based policy allows the"
                + " s3:DeleteObjectVersion action</Message></Error></DeleteResult>");
    assertThat(s3.journal().requests().get(s3.journal().requests().size() - 1).refusals())
        .extracting(refusal -> refusal.reason().orElse("").substring(0, 31))
        .containsExactly("Statement 1 of the bucket polic", "No policy of the user alice all");
  }

  /** In a bucket that everybody may write into (recorded-answers 4.18, delete-semantics 10). */
  @Test
  void nobodyDeletesWhatNobodyStored() {
    InProcessS3 s3 = new InProcessS3(STRICT);
    s3.sendSigned(
        new Signer(), "PUT", "/photos", new byte[0], "x-amz-object-ownership", "ObjectWriter");
    s3.sendSigned("DELETE", "/photos?publicAccessBlock");
    Answer opened =
        s3.sendSigned(
            new Signer(), "PUT", "/photos?acl", new byte[0], "x-amz-acl", "public-read-write");
    assertThat(opened.status()).isEqualTo(200);
    assertThat(s3.send("PUT", "/photos/a", Headers.EMPTY, "of nobody").status()).isEqualTo(200);
    s3.sendSigned(new Signer(), "PUT", "/photos/b", "of the owner".getBytes(UTF_8));

    Answer answer =
        s3.sendDocument(
            "POST",
            "/photos?delete",
            "<Delete><Object><Key>a</Key></Object><Object><Key>b</Key></Object></Delete>");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.xml())
        .isEqualTo(
            "<DeleteResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
                + "<Deleted><Key>a</Key></Deleted><Error><Key>b</Key><Code>AccessDenied</Code>"
                + "<Message>Access Denied</Message></Error></DeleteResult>");
    assertThat(s3.journal().requests().get(s3.journal().requests().size() - 1).refusals())
        .extracting(refusal -> refusal.reason().orElse(""))
        .containsExactly(
            "The request is not signed. The bucket photos has no policy. WRITE in the ACL of a"
                + " bucket does not reach the objects of other accounts.");
  }

  /** To compare an entity tag is to learn about the content (delete-semantics 7). */
  @ParameterizedTest
  @CsvSource({"*, 204", "\"900150983cd24fb0d6963f7d28e17f72\", 403"})
  void conditionsOnTheContentNeedThePermissionToReadIt(String ifMatch, int status) {
    InProcessS3 s3 = server(STRICT);
    allow(s3, "s3:DeleteObject");

    Answer answer =
        s3.sendSigned(alice(), "DELETE", "/photos/cat.jpg", new byte[0], "If-Match", ifMatch);

    assertThat(answer.status()).isEqualTo(status);
    if (status == 403) {
      assertThat(answer.text()).contains("is not authorized to perform: s3:GetObject on resource");
    }
  }

  @Test
  void batchWithConditionsNeedsItForThoseKeys() {
    InProcessS3 s3 = server(STRICT);
    allow(s3, "s3:DeleteObject");

    Answer answer =
        batch(
            s3,
            "alice",
            "<Object><Key>cat.jpg</Key><ETag>900150983cd24fb0d6963f7d28e17f72</ETag></Object>"
                + "<Object><Key>cat.jpg</Key><ETag>*</ETag></Object>");

    assertThat(answer.text())
        .contains("<Deleted><Key>cat.jpg</Key></Deleted>", "perform: s3:GetObject on resource");
  }

  /** A bucket can demand that deletes are conditional, one by one and in a batch. */
  @Test
  void bucketCanDemandConditions() {
    InProcessS3 s3 = server(STRICT);
    String statement = statement("Deny", "\"*\"", "s3:DeleteObject");
    setPolicy(
        s3,
        statement.substring(0, statement.length() - 1)
            + ",\"Condition\":{\"Null\":{\"s3:if-match\":\"true\"}}}");

    assertThat(s3.sendSigned("DELETE", "/photos/cat.jpg").status()).isEqualTo(403);
    Answer answer =
        batch(
            s3,
            "root",
            "<Object><Key>absent</Key></Object>"
                + "<Object><Key>cat.jpg</Key><ETag>*</ETag></Object>");

    assertThat(answer.text())
        .contains("<Deleted><Key>cat.jpg</Key></Deleted>", "<Error><Key>absent</Key>");
  }

  @Test
  void lifecycleRulesAndTheEmptyBucketHaveActionsOfTheirOwn() {
    InProcessS3 s3 = server(STRICT);
    setPolicy(
        s3,
        PolicyTexts.statement(
            "Deny", "\"*\"", "s3:PutLifecycleConfiguration", "\"arn:aws:s3:::photos\""),
        PolicyTexts.statement("Deny", "\"*\"", "s3:DeleteBucket", "\"arn:aws:s3:::photos\""));

    assertThat(s3.sendSigned("DELETE", "/photos?lifecycle").text())
        .contains("is not authorized to perform: s3:PutLifecycleConfiguration on resource:");
    s3.sendSigned("DELETE", "/photos/cat.jpg");
    assertThat(s3.sendSigned("DELETE", "/photos").text())
        .contains(
            "s3:DeleteBucket on resource: &quot;arn:aws:s3:::photos&quot; with an explicit deny");
  }

  private static InProcessS3 server(AuthenticationMode mode) {
    InProcessS3 s3 = new InProcessS3(mode);
    s3.registry().add(Credential.permanent("AKIAALT", "alt-secret", Caller.root(ALT)));
    s3.registry().add(Credential.permanent("AKIAALICE", "alice-secret", ALICE));
    s3.sendSigned("PUT", "/photos");
    // A policy for everybody works only in a bucket that does not keep it from working.
    s3.sendSigned("DELETE", "/photos?publicAccessBlock");
    s3.sendSigned(new Signer(), "PUT", "/photos/cat.jpg", "abc".getBytes(UTF_8));
    return s3;
  }

  private static void allow(InProcessS3 s3, String action) {
    s3.registry()
        .setPolicies(
            ALICE,
            List.of(PolicyReader.userPolicy(PolicyTexts.of(PolicyTexts.allow(action, "*")))));
  }

  private static void setPolicy(InProcessS3 s3, String... statements) {
    change(
        s3,
        bucket ->
            bucket.with(
                bucket
                    .settings()
                    .with(
                        PolicyReader.bucketPolicy(
                            PolicyTexts.of(statements), "arn:aws:s3:::photos"))));
  }

  private static void change(InProcessS3 s3, UnaryOperator<Bucket> rule) {
    s3.engine().changeBucket("photos", bucket -> new Change<>(rule.apply(bucket), true));
  }

  private static String statement(String effect, String principal, String action) {
    return PolicyTexts.statement(effect, principal, action, OBJECTS);
  }

  private static String effect(String rule) {
    return rule.substring(0, rule.indexOf(' '));
  }

  private static String action(String rule) {
    return rule.endsWith("object") ? "s3:DeleteObject" : "s3:DeleteObjectVersion";
  }

  private static String denied(String action, String key, String why) {
    return "<Error><Code>AccessDenied</Code><Message>User: "
        + ALICE_ARN
        + " is not authorized to perform: "
        + action
        + " on resource: &quot;arn:aws:s3:::photos/"
        + key
        + "&quot; "
        + why
        + "</Message></Error>";
  }

  private static String reason(InProcessS3 s3) {
    return s3.journal().requests().get(s3.journal().requests().size() - 1).reason().orElse("");
  }

  private static Answer batch(InProcessS3 s3, String caller, String objects) {
    byte[] body = ("<Delete>" + objects + "</Delete>").getBytes(UTF_8);
    return s3.sendSigned(
        signer(caller), "POST", "/photos?delete", body, "Content-MD5", InProcessS3.md5(body));
  }

  private static Answer send(InProcessS3 s3, String caller, String method, String url) {
    return caller.equals("nobody")
        ? s3.send(method, url)
        : s3.sendSigned(signer(caller), method, url, new byte[0]);
  }

  private static Signer signer(String caller) {
    Signer signer = new Signer();
    if (caller.equals("alice")) {
      return alice();
    }
    if (caller.equals("alt")) {
      signer.accessKey = "AKIAALT";
      signer.secret = "alt-secret";
    }
    return signer;
  }

  private static Signer alice() {
    Signer signer = new Signer();
    signer.accessKey = "AKIAALICE";
    signer.secret = "alice-secret";
    return signer;
  }
}
