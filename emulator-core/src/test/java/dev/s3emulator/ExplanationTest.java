package dev.s3emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.s3emulator.internal.testing.Form;
import dev.s3emulator.internal.testing.PolicyTexts;
import dev.s3emulator.model.BucketView;
import dev.s3emulator.store.BlobStore;
import dev.s3emulator.store.BlobStores;
import dev.s3emulator.store.BlobWriter;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What would happen, and why, without making it happen. */
class ExplanationTest {

  private static final User OWNER = User.DEFAULT;
  private static final User ALICE =
      User.named("alice")
          .accountId("123456789012")
          .iamUser()
          .policies(
              PolicyTexts.of(
                  PolicyTexts.allow("s3:GetObject", "arn:aws:s3:::photos/*"),
                  PolicyTexts.allow("s3:DeleteObject", "arn:aws:s3:::photos/drafts/*")));
  private static final User BOB = User.named("bob");

  private final AtomicInteger blobs = new AtomicInteger();
  private final S3EmulatorServer server =
      S3EmulatorServer.builder()
          .user(OWNER)
          .user(ALICE)
          .user(BOB)
          .strict(true)
          .randomSeed(7)
          .blobStore(new CountingStore(blobs))
          .bucket(BucketOptions.named("photos").versioning(Versioning.ENABLED))
          .start();

  @AfterEach
  void close() {
    server.close();
  }

  /** Signatures are not asked for, but a form has to keep to its policy if it has one. */
  @ParameterizedTest
  @CsvSource({
    "drafts/cat.jpg, 2999-01-01T00:00:00Z, 204, ",
    "cat.jpg, 2999-01-01T00:00:00Z, 403, Invalid according to Policy: Policy Condition failed:",
    "drafts/cat.jpg, 2001-01-01T00:00:00Z, 403, Invalid according to Policy: Policy expired.",
    "drafts/cat.jpg, , 204, ",
    "'', , 400, Bucket POST must contain a field named 'key'."
  })
  void formsOfBrowsersAreJudgedByTheirPolicies(
      String key, String expiration, int status, String message) {
    Form form = Form.empty();
    if (!key.isEmpty()) {
      form.field("key", key);
    }
    if (expiration != null) {
      form.field(
          "policy",
          Form.base64(
              "{\"expiration\": \""
                  + expiration
                  + "\", \"conditions\": [{\"bucket\": \"photos\"},"
                  + " [\"starts-with\", \"$key\", \"drafts/\"]]}"));
    }
    S3Call call = post(OWNER, form.file("cat.jpg", "miau"));

    Explanation explained = server.explain(call);

    assertThat(explained.status()).isEqualTo(status);
    if (message != null) {
      assertThat(explained.message().orElse("")).startsWith(message);
    }
    assertThat(server.snapshot().bucket("photos").orElseThrow().objects()).isEmpty();
  }

  @Test
  void formsAreUpToPermissionsToo() {
    Explanation alice =
        server.explain(post(ALICE, Form.empty().field("key", "drafts/a").file("a", "miau")));

    assertThat(alice.status()).isEqualTo(403);
    assertThat(alice.message().orElse("")).contains("not authorized to perform: s3:PutObject on");
  }

  private static S3Call post(User user, Form form) {
    return S3Call.by(user, "POST", "/photos")
        .header("Content-Type", "multipart/form-data; boundary=" + Form.BOUNDARY)
        .body(form.body());
  }

  @Test
  void saysWhoMayDeleteAndWhy() {
    Explanation owner = server.mayDelete(OWNER, "photos", "cat.jpg");
    Explanation alice = server.mayDelete(ALICE, "photos", "cat.jpg");
    Explanation bob = server.mayDelete(BOB, "photos", "cat.jpg");

    assertThat(owner.isAllowed()).isTrue();
    assertThat(owner.status()).isEqualTo(204);
    assertThat(owner)
        .hasToString("204: The caller is the root of the account that owns the bucket.");
    assertThat(alice.isAllowed()).isFalse();
    assertThat(alice.status()).isEqualTo(403);
    assertThat(alice.errorCode()).hasValue("AccessDenied");
    assertThat(alice.message())
        .hasValue(
            "User: arn:aws:iam::123456789012:user/alice is not authorized to perform:"
                + " s3:DeleteObject on resource: \"arn:aws:s3:::photos/cat.jpg\" because no"
                + " identity-based policy allows the s3:DeleteObject action");
    assertThat(alice.reason())
        .startsWith("No policy of the user alice allows s3:DeleteObject on arn:aws:s3:::photos");
    assertThat(bob.message()).hasValue("Access Denied");
    assertThat(bob.reason()).startsWith("The bucket photos has no policy.");
  }

  @Test
  void saysWhatAllowed() {
    Explanation allowed = server.mayDelete(ALICE, "photos", "drafts/a b.jpg");

    assertThat(allowed.isAllowed()).isTrue();
    assertThat(allowed.reason())
        .startsWith("Statement 2 of a policy of the user alice allows s3:DeleteObject on");
  }

  @Test
  void versionsNeedAnotherPermission() {
    assertThat(server.mayDelete(ALICE, "photos", "drafts/a.jpg", "null").reason())
        .contains("s3:DeleteObjectVersion");
    assertThat(server.mayDelete(OWNER, "photos", "drafts/a.jpg", "null").isAllowed()).isTrue();
    assertThat(server.mayDelete(OWNER, "photos", "drafts/a.jpg", "nonsense").errorCode())
        .hasValue("InvalidArgument");
  }

  @Test
  void nothingIsDoneStoredOrRecorded() {
    blobs.set(0);

    Explanation put =
        server.explain(S3Call.by(OWNER, "PUT", "/photos/dog.jpg").body("a dog".repeat(10_000)));
    Explanation delete = server.mayDelete(OWNER, "photos", "dog.jpg");
    Explanation bucket = server.explain(S3Call.by(OWNER, "PUT", "/other"));

    assertThat(put.status()).isEqualTo(200);
    assertThat(delete.status()).isEqualTo(204);
    assertThat(bucket.status()).isEqualTo(200);
    assertThat(blobs).hasValue(0);
    assertThat(server.journal().requests()).isEmpty();
    assertThat(server.snapshot().buckets()).extracting(BucketView::name).containsExactly("photos");
    assertThat(server.snapshot().bucket("photos").orElseThrow().objects()).isEmpty();
  }

  @Test
  void batchesAreExplainedKeyByKey() {
    Explanation batch =
        server.explain(
            S3Call.by(ALICE, "POST", "/photos?delete")
                .body(
                    "<Delete><Object><Key>drafts/a</Key></Object><Object><Key>b</Key></Object>"
                        + "</Delete>"));

    assertThat(batch.status()).isEqualTo(200);
    assertThat(batch.errorCode()).isEmpty();
    assertThat(batch.isAllowed()).isFalse();
    assertThat(batch.refusals()).hasSize(1);
    assertThat(batch.refusals().get(0).key()).isEqualTo("b");
    assertThat(batch.refusals().get(0).errorCode()).isEqualTo("AccessDenied");
    assertThat(batch.refusals().get(0).reason().orElseThrow())
        .startsWith("No policy of the user alice allows s3:DeleteObject");
    assertThat(batch.toString()).startsWith("200 [b: AccessDenied [No policy of the user alice");
  }

  @Test
  void anybodyCanBeAskedAbout() {
    Explanation nobody = server.explain(S3Call.anonymous("GET", "/photos/cat.jpg"));

    assertThat(nobody.errorCode()).hasValue("AccessDenied");
    assertThat(nobody.message()).hasValue("Access Denied");
    assertThat(nobody.reason())
        .startsWith("The request is not signed. The bucket photos has no policy.");
  }

  @Test
  void missingObjectIsNotToldToWhoMayNotList() {
    assertThat(server.explain(S3Call.by(ALICE, "GET", "/photos/absent")).reason())
        .startsWith("The object is not there, and who may not list the bucket is not told so: ");
    assertThat(server.explain(S3Call.by(OWNER, "HEAD", "/photos/absent")).errorCode())
        .hasValue("NoSuchKey");
  }

  @Test
  void callCarriesWhatPoliciesLookAt() {
    User distant =
        User.named("distant")
            .accountId("123456789012")
            .iamUser()
            .policies(
                PolicyTexts.of(PolicyTexts.allow("s3:*", "*"))
                    .replace(
                        "\"Resource\":\"*\"",
                        "\"Resource\":\"*\",\"Condition\":{\"IpAddress\":{\"aws:SourceIp\":"
                            + "\"203.0.113.0/24\"},\"Bool\":{\"aws:SecureTransport\":\"true\"},"
                            + "\"NumericGreaterThan\":{\"s3:TlsVersion\":1.1}}"));
    server.addUser(distant);
    S3Call call = S3Call.by(distant, "GET", "/photos");

    assertThat(server.explain(call).isAllowed()).isFalse();
    assertThat(server.explain(call.from("203.0.113.9")).isAllowed()).isFalse();
    assertThat(server.explain(call.overHttps()).isAllowed()).isFalse();
    assertThat(server.explain(call.overHttps().from("203.0.113.9")).isAllowed()).isTrue();
    assertThat(call).hasToString("GET /photos by distant");
    assertThat(S3Call.anonymous("GET", "/")).hasToString("GET / by nobody");
  }

  @Test
  void headersAndTheClockCount() {
    Explanation conditional =
        server.explain(S3Call.by(OWNER, "DELETE", "/photos/absent").header("If-Match", "*"));
    assertThat(conditional.errorCode()).hasValue("NoSuchKey");

    User temporary =
        User.named("temporary")
            .accountId("123456789012")
            .iamUser()
            .policies(
                PolicyTexts.of(PolicyTexts.allow("s3:*", "*"))
                    .replace(
                        "\"Resource\":\"*\"",
                        "\"Resource\":\"*\",\"Condition\":{\"DateLessThan\":{\"aws:CurrentTime\":"
                            + "\"2030-01-01T00:00:00Z\"}}"));
    server.addUser(temporary);
    server.clock().set(Instant.parse("2029-12-31T23:00:00Z"));

    assertThat(server.mayDelete(temporary, "photos", "a").toString()).startsWith("204: ");
    server.clock().advance(Duration.ofHours(2));
    assertThat(server.mayDelete(temporary, "photos", "a").isAllowed()).isFalse();
  }

  @Test
  void sameSeedGivesTheSameIdsWhateverWasExplained() {
    String expected;
    try (S3EmulatorServer other = S3EmulatorServer.builder().randomSeed(7).start()) {
      expected = requestId(other);
    }
    try (S3EmulatorServer other = S3EmulatorServer.builder().randomSeed(7).start()) {
      other.explain(S3Call.anonymous("GET", "/"));
      assertThat(requestId(other)).isEqualTo(expected);
    }
  }

  private static String requestId(S3EmulatorServer server) {
    PlainHttp.send(server, "GET", "/");
    return server.journal().requests().get(0).requestId();
  }

  @Test
  void userMustBeOneOfTheServer() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> server.mayDelete(User.named("stranger"), "photos", "a"))
        .withMessage("The user \"stranger\" is none of this server: add it first.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"photos", ""})
  void pathMustBeginWithSlash(String path) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> S3Call.by(OWNER, "GET", path))
        .withMessage("The path \"" + path + "\" does not begin with a slash.");
  }

  @Test
  void keyMustNotBeEmpty() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> server.mayDelete(OWNER, "photos", ""))
        .withMessage("The key of an object is not empty.");
  }

  @Test
  void lenientServersTellThatNobodyIsTheOwner() {
    try (S3EmulatorServer lenient = S3EmulatorServer.start().createBucket("photos")) {
      assertThat(lenient.explain(S3Call.anonymous("DELETE", "/photos/a")).isAllowed()).isTrue();
    }
  }

  /** Counts what is written to it. */
  private record CountingStore(AtomicInteger blobs, BlobStore store) implements BlobStore {

    CountingStore(AtomicInteger blobs) {
      this(blobs, BlobStores.inMemory());
    }

    @Override
    public BlobWriter newWriter(long expectedSize) throws IOException {
      blobs.incrementAndGet();
      return store.newWriter(expectedSize);
    }

    @Override
    public boolean mayBlock() {
      return store.mayBlock();
    }

    @Override
    public void close() {
      store.close();
    }
  }
}
