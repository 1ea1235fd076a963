package dev.s3emulator.assertj;

import static dev.s3emulator.assertj.S3Assertions.assertThat;
import static dev.s3emulator.model.S3Operation.DELETE_OBJECT;
import static dev.s3emulator.model.S3Operation.DELETE_OBJECTS;
import static dev.s3emulator.model.S3Operation.GET_OBJECT;
import static dev.s3emulator.model.S3Operation.PUT_OBJECT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.s3emulator.S3EmulatorServer;
import dev.s3emulator.Versioning;
import dev.s3emulator.junit5.Bucket;
import dev.s3emulator.junit5.S3Emulator;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Delete;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.ObjectLockLegalHoldStatus;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;

/** What the assertions accept, and what they say when they do not. */
@S3Emulator(
    buckets = {@Bucket(name = "photos", versioning = Versioning.ENABLED), @Bucket(name = "plain")})
class S3AssertionsTest {

  private static final String ID = "[A-Za-z0-9._]{32}";
  private static final String TIME = "[-0-9T:]{19}Z";

  private final S3EmulatorServer s3;
  private final S3Client client;

  S3AssertionsTest(S3EmulatorServer s3, S3Client client) {
    this.s3 = s3;
    this.client = client;
  }

  /** In a versioned bucket one key with two versions, one of them hidden, and one plain object. */
  @BeforeEach
  void fill() {
    put("photos", "cat.jpg", "one");
    put("photos", "cat.jpg", "two");
    put("photos", "dog.jpg", "woof");
    put("photos", "dog.jpg", "wuff");
    client.deleteObject(request -> request.bucket("photos").key("dog.jpg"));
    client.putObject(
        request ->
            request
                .bucket("plain")
                .key("note.txt")
                .metadata(Map.of("author", "me"))
                .tagging("kind=note")
                .contentType("text/plain"),
        RequestBody.fromString("hello"));
  }

  @Test
  void whatIsTrueIsAccepted() {
    assertThat(s3).hasBucket("photos").doesNotHaveBucket("absent");
    assertThat(s3)
        .bucket("photos")
        .hasVersioning(Versioning.ENABLED)
        .hasTags(Map.of())
        .containsOnlyKeys("cat.jpg")
        .containsKeys("cat.jpg")
        .doesNotContainKeys("dog.jpg", "absent");
    assertThat(s3)
        .bucket("photos")
        .key("dog.jpg")
        .isHiddenByDeleteMarker()
        .hasVersions(2)
        .hasDeleteMarkers(1)
        .hasNoNullVersion();
    assertThat(s3).bucket("photos").key("cat.jpg").exists().hasContent("two").isNotLocked();
    assertThat(s3).bucket("photos").key("absent").hasNothing().hasVersions(0);
    assertThat(s3)
        .bucket("plain")
        .hasVersioning(Versioning.UNVERSIONED)
        .key("note.txt")
        .hasNullVersion()
        .hasContent("hello".getBytes(UTF_8))
        .hasMetadata("author", "me")
        .hasTags(Map.of("kind", "note"))
        .newestVersion()
        .hasSize(5)
        .hasContentType("text/plain");
  }

  @Test
  void aVersionIsFoundById() {
    String id = put("photos", "cat.jpg", "three");
    put("photos", "cat.jpg", "four");

    assertThat(s3).bucket("photos").key("cat.jpg").version(id).isObject().hasContent("three");
  }

  @Test
  void anEmptyBucketIsEmpty() {
    client.createBucket(request -> request.bucket("new"));

    assertThat(s3).bucket("new").isEmpty();
  }

  @Test
  void aMissingBucketIsToldWithThoseThatAreThere() {
    says(
        () -> assertThat(s3).hasBucket("fotos"),
        "Expected a bucket \"fotos\", but there is only photos, plain.");
    says(
        () -> assertThat(s3).doesNotHaveBucket("photos"),
        "Expected no bucket \"photos\", but there is one.");
  }

  @Test
  void wrongKeysAreToldWithAllThatIsThere() {
    says(
        () -> assertThat(s3).bucket("photos").containsOnlyKeys("dog.jpg", "cow.jpg"),
        """
        Expected bucket "photos" to contain only the keys
          "dog.jpg"
          "cow.jpg"
        but these are missing:
          "dog.jpg", hidden by a delete marker
          "cow.jpg"
        and these are there:
          "cat.jpg"
        The bucket has:
          "cat.jpg" (2 versions and delete markers)
          "dog.jpg" (3 versions and delete markers), hidden by a delete marker""");
    says(
        () -> assertThat(s3).bucket("plain").isEmpty(),
        """
        Expected bucket "plain" to be empty, but it has:
          "note.txt\"""");
    says(
        () -> assertThat(s3).bucket("plain").doesNotContainKeys("note.txt"),
        """
        Expected bucket "plain" not to contain the keys
          "note.txt"
        but these are there:
          "note.txt"
        The bucket has:
          "note.txt\"""");
  }

  @Test
  void manyKeysAreToldInPart() {
    for (int i = 0; i < 30; i++) {
      put("plain", "key-" + (100 + i), "x");
    }

    assertThatThrownBy(() -> assertThat(s3).bucket("plain").isEmpty())
        .hasMessageEndingWith("\n  \"key-109\"\n  and 21 more");
  }

  @Test
  void theVersionStackIsPrinted() {
    matches(
        () -> assertThat(s3).bucket("photos").key("cat.jpg").isHiddenByDeleteMarker(),
        "Expected key \"cat\\.jpg\" to be hidden by a delete marker, but there is:\n"
            + "photos/cat\\.jpg\n"
            + ("  \\* " + ID + "  " + TIME + "  3 bytes  b8a9f715dbb64fd5c56e7783c6820a61\n")
            + ("    " + ID + "  " + TIME + "  3 bytes  f97c5d29941bfb1b2fdab0874906ab82"));
    matches(
        () -> assertThat(s3).bucket("photos").key("dog.jpg").hasVersions(3),
        "Expected key \"dog\\.jpg\" to have 3 versions and not 2, but there is:\n"
            + "photos/dog\\.jpg\n"
            + ("  \\* " + ID + "  " + TIME + "  delete marker\n")
            + ("    " + ID + "  " + TIME + "  4 bytes  [0-9a-f]{32}\n")
            + ("    " + ID + "  " + TIME + "  4 bytes  [0-9a-f]{32}"));
    matches(
        () -> assertThat(s3).bucket("plain").key("note.txt").hasNothing(),
        "(?s).*\n  \\* null  "
            + TIME
            + "  5 bytes  [0-9a-f]{32}  metadata \\{author=me}  tags \\{kind=note}");
    says(
        () -> assertThat(s3).bucket("plain").key("absent").exists(),
        """
        Expected key "absent" to have an object, but there is:
        plain/absent
          no versions and no delete markers""");
  }

  @Test
  void aWrongVersionSaysWhatItIs() {
    contains(
        () -> assertThat(s3).bucket("plain").key("note.txt").hasContent("bye"),
        "Expected version null to have the content \"bye\", but it has \"hello\". There is:\n"
            + "plain/note.txt\n");
    contains(
        () -> assertThat(s3).bucket("plain").key("note.txt").hasContent(new byte[] {-1, -2}),
        "to have the content of no text (2 bytes), but it has \"hello\"");
    contains(
        () -> assertThat(s3).bucket("plain").key("note.txt").hasMetadata("author", "you"),
        "to have the metadata author=you, but it has {author=me}");
    contains(
        () -> assertThat(s3).bucket("plain").key("note.txt").hasTags(Map.of()),
        "to have the tags {}, but it has {kind=note}");
    contains(
        () -> assertThat(s3).bucket("plain").key("note.txt").isLocked(),
        "Expected version null to be locked at ");
    contains(
        () -> assertThat(s3).bucket("plain").key("note.txt").version("null").isDeleteMarker(),
        "to be a delete marker, but it is an object");
    contains(
        () -> assertThat(s3).bucket("plain").key("note.txt").version("other"),
        "Expected key \"note.txt\" to have the version other, but there is:");
  }

  @Test
  void locksHoldUntilTheyEndByTheClockOfTheServer() {
    client.createBucket(create -> create.bucket("vault").objectLockEnabledForBucket(true));
    Instant end = s3.clock().instant().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MILLIS);
    client.putObject(
        put ->
            put.bucket("vault")
                .key("retained")
                .objectLockMode(ObjectLockMode.COMPLIANCE)
                .objectLockRetainUntilDate(end),
        RequestBody.fromString("1"));
    client.putObject(
        put ->
            put.bucket("vault").key("held").objectLockLegalHoldStatus(ObjectLockLegalHoldStatus.ON),
        RequestBody.fromString("1"));

    assertThat(s3).bucket("vault").key("retained").isLocked().newestVersion().isLocked();
    assertThat(s3).bucket("vault").key("held").isLocked();
    contains(
        () -> assertThat(s3).bucket("vault").key("retained").isNotLocked(),
        "COMPLIANCE until " + end);
    contains(() -> assertThat(s3).bucket("vault").key("held").isNotLocked(), "  legal hold");

    s3.clock().set(end);
    assertThat(s3).bucket("vault").key("retained").isNotLocked();
    assertThat(s3).bucket("vault").key("held").isLocked();
  }

  @Test
  void aDescriptionStandsInFront() {
    assertThatThrownBy(() -> assertThat(s3).as("after cleanup").bucket("plain").key("x").exists())
        .hasMessageStartingWith("[after cleanup] Expected key \"x\" to have an object");
  }

  @Test
  void requestsAreCounted() {
    assertThat(s3).received(PUT_OBJECT).times(5);
    assertThat(s3).received(PUT_OBJECT).onBucket("photos").onKey("c*").times(2);
    assertThat(s3).received(DELETE_OBJECT).onBucket("photos").withStatus(204).once();
    assertThat(s3).received(DELETE_OBJECTS).never();
    assertThat(s3).received(PUT_OBJECT).atLeast(5).atMost(5);
  }

  @Test
  void theClosestRequestsAreTold() {
    says(
        () -> assertThat(s3).received(DELETE_OBJECT).onBucket("photos").onKey("cat*").once(),
        """
        Expected 1 request DeleteObject on bucket "photos" on key "cat*", but there were 0.
        Closest of the others:
          DELETE /photos/dog.jpg (DeleteObject) -> 204  (not on key "cat*")
          PUT /photos/cat.jpg (PutObject) -> 200  (not DeleteObject)
          PUT /photos/cat.jpg (PutObject) -> 200  (not DeleteObject)
          PUT /photos/dog.jpg (PutObject) -> 200  (not DeleteObject, not on key "cat*")
          PUT /photos/dog.jpg (PutObject) -> 200  (not DeleteObject, not on key "cat*")""");
    says(
        () -> assertThat(s3).received(PUT_OBJECT).onBucket("plain").never(),
        """
        Expected no requests PutObject on bucket "plain", but there was 1:
          PUT /plain/note.txt (PutObject) -> 200
        Closest of the others:
          PUT /photos/cat.jpg (PutObject) -> 200  (not on bucket "plain")
          PUT /photos/cat.jpg (PutObject) -> 200  (not on bucket "plain")
          PUT /photos/dog.jpg (PutObject) -> 200  (not on bucket "plain")
          PUT /photos/dog.jpg (PutObject) -> 200  (not on bucket "plain")""");
    says(
        () -> assertThat(s3).received(DELETE_OBJECTS).onBucket("absent").atLeast(2),
        """
        Expected at least 2 requests DeleteObjects on bucket "absent", but there were 0.
        None of 6 other requests came close.""");
    s3.journal().clear();
    says(
        () -> assertThat(s3).received(GET_OBJECT).once(),
        """
        Expected 1 request GetObject, but there were 0.
        No request was received at all.""");
  }

  @Test
  void unexpectedErrorsAreTold() {
    assertThat(s3).receivedNoUnexpectedErrors();
    assertThatThrownBy(() -> client.getObjectAsBytes(r -> r.bucket("plain").key("absent")))
        .isInstanceOf(NoSuchKeyException.class);

    assertThat(s3).receivedNoUnexpectedErrors("NoSuchKey", "NoSuchBucket");
    says(
        () -> assertThat(s3).receivedNoUnexpectedErrors(),
        """
        Expected no errors, but of 7 requests these were refused or failed:
          GET /plain/absent (GetObject) -> 404 NoSuchKey: The specified key does not exist.""");
    says(
        () -> assertThat(s3).receivedNoUnexpectedErrors("NoSuchBucket"),
        """
        Expected no errors but NoSuchBucket, but of 7 requests these were refused or failed:
          GET /plain/absent (GetObject) -> 404 NoSuchKey: The specified key does not exist.""");
  }

  @Test
  void keysThatABatchRefusesAreErrors() {
    client.deleteObjects(
        request ->
            request
                .bucket("photos")
                .delete(
                    Delete.builder()
                        .objects(ObjectIdentifier.builder().key("cat.jpg").versionId("x").build())
                        .build()));

    assertThat(s3).receivedNoUnexpectedErrors("NoSuchVersion");
    contains(
        () -> assertThat(s3).receivedNoUnexpectedErrors(),
        "(DeleteObjects) -> 200 [cat.jpg version x: NoSuchVersion");
  }

  @Test
  void textFromClientsCannotBreakTheMessage() {
    put("plain", "a\nb\u202Ec\u001B[31m", "x");

    contains(
        () -> assertThat(s3).bucket("plain").containsOnlyKeys(),
        "\n  \"a\\nb\\u202Ec\\u001B[31m\"");
  }

  private static void says(ThrowingCallable assertion, String message) {
    assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).hasMessage(message);
  }

  private static void contains(ThrowingCallable assertion, String part) {
    assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).hasMessageContaining(part);
  }

  private static void matches(ThrowingCallable assertion, String pattern) {
    assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).message().matches(pattern);
  }

  private String put(String bucket, String key, String content) {
    return client
        .putObject(request -> request.bucket(bucket).key(key), RequestBody.fromString(content))
        .versionId();
  }
}
