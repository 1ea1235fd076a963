package dev.s3emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Several users at a server, with the clients that they use. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdentitiesAcceptanceTest {

  private final User alt = User.named("alt").accountId("111122223333");
  private final S3EmulatorServer strict =
      S3EmulatorServer.builder().user(User.named("main")).user(alt).strict(true).start();
  private final S3EmulatorServer lenient = S3EmulatorServer.start().addUser(alt);

  @AfterAll
  void close() {
    strict.close();
    lenient.close();
  }

  @Test
  void eachAccountHasItsBuckets() {
    try (S3Client mine = S3Clients.s3Client(strict);
        S3Client alts = S3Clients.s3Client(strict, alt.accessKey())) {
      mine.createBucket(b -> b.bucket("mine"));
      mine.putObject(p -> p.bucket("mine").key("k"), RequestBody.fromString("sand"));
      alts.createBucket(b -> b.bucket("alts").objectLockEnabledForBucket(false));

      assertThat(alts.listBuckets().buckets()).extracting(Bucket::name).containsExactly("alts");
      assertThat(alts.listBuckets().owner().id()).isEqualTo(alt.canonicalId());
      assertThat(mine.listBuckets().buckets()).extracting(Bucket::name).doesNotContain("alts");
      assertThat(refusal(() -> alts.createBucket(b -> b.bucket("mine"))))
          .isEqualTo("409 BucketAlreadyExists");
      assertThat(refusal(() -> alts.getObjectAsBytes(g -> g.bucket("mine").key("k"))))
          .isEqualTo("403 AccessDenied");
      assertThat(refusal(() -> alts.deleteObject(d -> d.bucket("mine").key("k"))))
          .isEqualTo("403 AccessDenied");
      assertThat(
              refusal(
                  () ->
                      alts.copyObject(
                          c ->
                              c.sourceBucket("mine")
                                  .sourceKey("k")
                                  .destinationBucket("alts")
                                  .destinationKey("k"))))
          .isEqualTo("403 AccessDenied");
      DeleteObjectsResponse batch =
          alts.deleteObjects(
              d ->
                  d.bucket("mine")
                      .delete(keys -> keys.objects(ObjectIdentifier.builder().key("k").build())));
      assertThat(batch.errors()).extracting(S3Error::code).containsExactly("AccessDenied");
      assertThat(mine.getObjectAsBytes(g -> g.bucket("mine").key("k")).asUtf8String())
          .isEqualTo("sand");
    }
  }

  @Test
  void expectedOwnerIsCompared() {
    try (S3Client alts = S3Clients.s3Client(strict, alt.accessKey())) {
      alts.createBucket(b -> b.bucket("owned"));
      alts.headBucket(h -> h.bucket("owned").expectedBucketOwner("111122223333"));

      assertThat(
              refusal(
                  () ->
                      alts.deleteObject(
                          d -> d.bucket("owned").key("k").expectedBucketOwner("123456789012"))))
          .isEqualTo("403 AccessDenied");
      assertThat(
              refusal(() -> alts.listObjectsV2(l -> l.bucket("owned").expectedBucketOwner("abcd"))))
          .isEqualTo("400 InvalidBucketOwnerAWSAccountID");
    }
  }

  @Test
  void strictServerTakesSignedUploadsOfEveryClient() {
    strict.createBucket("uploads");
    try (S3Client sync = S3Clients.s3Client(strict);
        S3AsyncClient netty = S3Clients.s3AsyncClient(strict);
        S3AsyncClient crt = S3Clients.s3CrtAsyncClient(strict)) {
      sync.putObject(p -> p.bucket("uploads").key("sync"), RequestBody.fromString("body"));
      for (S3AsyncClient async : List.of(netty, crt)) {
        async
            .putObject(p -> p.bucket("uploads").key("async"), AsyncRequestBody.fromString("body"))
            .join();
        assertThat(
                async
                    .getObject(
                        g -> g.bucket("uploads").key("async"), AsyncResponseTransformer.toBytes())
                    .join()
                    .asUtf8String())
            .isEqualTo("body");
        async.deleteObject(d -> d.bucket("uploads").key("async")).join();
      }
      assertThat(sync.listObjectsV2(l -> l.bucket("uploads")).keyCount()).isEqualTo(1);
    }
  }

  @Test
  void strictServerRefusesUnknownKeys() {
    try (S3Client stranger = S3Clients.s3Client(strict, new AccessKey("AKIAUNKNOWN", "secret"))) {
      assertThat(refusal(stranger::listBuckets)).isEqualTo("403 InvalidAccessKeyId");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void wrongSecretOfAKnownKeyIsRefused(boolean byTheStrict) {
    AccessKey wrong = new AccessKey(alt.accessKey().accessKeyId(), "wrong");
    try (S3Client careless = S3Clients.s3Client(byTheStrict ? strict : lenient, wrong)) {
      assertThat(refusal(careless::listBuckets)).isEqualTo("403 SignatureDoesNotMatch");
    }
  }

  @Test
  void lenientServerTakesUnknownKeysForTheDefaultUser() {
    lenient.createBucket("ours");
    try (S3Client stranger = S3Clients.s3Client(lenient, new AccessKey("any", "thing"))) {
      assertThat(stranger.listBuckets().owner().id())
          .isEqualTo(lenient.defaultUser().canonicalId());
      stranger.headBucket(h -> h.bucket("ours"));
    }
  }

  @Test
  void strictServerServesNobodyWithoutASignature() {
    strict.createBucket("closed");

    HttpResponse<String> listing = PlainHttp.send(strict, "GET", "/");
    HttpResponse<String> bucket = PlainHttp.send(strict, "GET", "/closed");
    HttpResponse<String> created = PlainHttp.send(strict, "PUT", "/new");

    assertThat(listing.statusCode()).isEqualTo(307);
    assertThat(listing.headers().firstValue("Location")).contains("https://aws.amazon.com/s3/");
    assertThat(listing.body()).isEmpty();
    assertThat(bucket.statusCode()).isEqualTo(403);
    assertThat(bucket.body()).contains("<Code>AccessDenied</Code>");
    assertThat(created.statusCode()).isEqualTo(403);
    assertThat(created.body()).contains("Anonymous users cannot invoke this API.");
    assertThat(PlainHttp.send(strict, "GET", "/absent").statusCode()).isEqualTo(404);
  }

  @Test
  void temporaryKeyWorksUntilItEnds() {
    try (S3EmulatorServer server = S3EmulatorServer.start().addUser(alt)) {
      AccessKey session = server.temporaryCredentials(alt, Duration.ofHours(1));
      AccessKey otherToken =
          new AccessKey(
              session.accessKeyId(), session.secretAccessKey(), Optional.of("another token"));
      AccessKey noToken = new AccessKey(session.accessKeyId(), session.secretAccessKey());
      try (S3Client s3 = S3Clients.s3Client(server, session);
          S3Client withOther = S3Clients.s3Client(server, otherToken);
          S3Client without = S3Clients.s3Client(server, noToken)) {
        s3.createBucket(b -> b.bucket("session"));

        assertThat(s3.listBuckets().owner().id()).isEqualTo(alt.canonicalId());
        assertThat(refusal(withOther::listBuckets)).isEqualTo("400 InvalidToken");
        assertThat(refusal(without::listBuckets)).isEqualTo("403 InvalidAccessKeyId");
        server.reset();
        server.clock().advance(Duration.ofMinutes(59));
        assertThat(s3.listBuckets().buckets()).isEmpty();
        server.clock().advance(Duration.ofMinutes(1));
        assertThat(refusal(s3::listBuckets)).isEqualTo("400 ExpiredToken");
      }
    }
  }

  @Test
  void usersComeAtAnyTime() {
    User late = User.named("late");
    lenient.addUser(late);

    assertThat(lenient.users()).contains(late);
    try (S3Client s3 = S3Clients.s3Client(lenient, late.accessKey())) {
      assertThat(s3.listBuckets().owner().id()).isEqualTo(late.canonicalId());
    }
    assertThatThrownBy(() -> lenient.addUser(late.iamUser()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("There is a user \"late\" already.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> lenient.temporaryCredentials(User.named("no"), Duration.ofHours(1)))
        .withMessage("The user \"no\" is none of this server: add it first.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> lenient.temporaryCredentials(late, Duration.ZERO))
        .withMessage("Temporary credentials live up to 36 hours, not PT0S.");
  }

  @Test
  void whatIsSeededBelongsToTheFirstUser() {
    strict.createBucket("seeded");
    try (S3Client mine = S3Clients.s3Client(strict);
        S3Client alts = S3Clients.s3Client(strict, alt.accessKey())) {
      mine.headBucket(
          h -> h.bucket("seeded").expectedBucketOwner(strict.defaultUser().accountId()));
      assertThat(alts.listBuckets().buckets()).extracting(Bucket::name).doesNotContain("seeded");
    }
  }

  private static String refusal(ThrowingCallable call) {
    S3Exception refused = catchThrowableOfType(S3Exception.class, call);
    assertThat(refused).isNotNull();
    return refused.statusCode() + " " + refused.awsErrorDetails().errorCode();
  }
}
