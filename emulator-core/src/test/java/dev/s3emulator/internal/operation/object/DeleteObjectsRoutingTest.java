package dev.s3emulator.internal.operation.object;

import static dev.s3emulator.internal.operation.object.BatchDelete.RESULT;
import static dev.s3emulator.internal.operation.object.BatchDelete.object;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.domain.S3State;
import dev.s3emulator.internal.domain.VersioningState;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import dev.s3emulator.internal.testing.Stacks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The URLs of DeleteObjects (delete-semantics 4, protocol-notes 31). */
class DeleteObjectsRoutingTest {

  private static final String DOCUMENT = BatchDelete.document(object("k"));

  private final InProcessS3 s3 = new InProcessS3();

  @BeforeEach
  void placeObject() {
    Stacks.place(s3, Stacks.bucket(VersioningState.UNVERSIONED, "null:object"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/bucket?delete",
        "/bucket?delete=",
        "/bucket?delete=1",
        "/bucket/?delete",
        "/bucket?delete&x-id=DeleteObjects",
        "/bucket?x-id=DeleteObjects&delete=",
        "/bucket?delete&delete",
        "/bucket?delete&unknown=1",
        "/bucket/k?delete",
        "/bucket/some/key?delete",
        "/bucket//?delete"
      })
  void formIsAccepted(String path) {
    Answer answer = post(path);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.xml()).isEqualTo(RESULT + "<Deleted><Key>k</Key></Deleted></DeleteResult>");
    assertThat(s3.engine().state().requireBucket("bucket").objects()).isEmpty();
  }

  @Test
  void virtualHostedFormIsAccepted() {
    Headers headers =
        Headers.of(
            "Host", "bucket.s3.test", "Content-MD5", BatchDelete.md5(DOCUMENT.getBytes(UTF_8)));

    assertThat(s3.send("POST", "/?delete", headers, DOCUMENT).status()).isEqualTo(200);
    assertThat(s3.engine().state().requireBucket("bucket").objects()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/bucket?delete",
    "PUT,/bucket?delete",
    "DELETE,/bucket?delete",
    "PATCH,/bucket?delete",
    "GET,/bucket/k?delete",
    "PUT,/bucket/k?delete",
    "DELETE,/bucket/k?delete",
    "DELETE,/absent?delete"
  })
  void otherMethodsAreNotAllowed(String method, String path) {
    S3State before = s3.engine().state();

    Answer answer = s3.send(method, path);

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).isEqualTo("POST");
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>MethodNotAllowed</Code><Message>The specified method is not allowed"
                + " against this resource.</Message><Method>"
                + method
                + "</Method><ResourceType>MULTI_OBJECT_DELETE</ResourceType></Error>");
    assertThat(s3.engine().state()).isSameAs(before);
  }

  @Test
  void headIsNotAllowedAndHasNoBody() {
    Answer answer = s3.send("HEAD", "/bucket?delete");

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).isEqualTo("POST");
    assertThat(answer.bytes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/bucket?delete&versioning,'delete, versioning',delete",
    "/bucket?delete&acl,'acl, delete',acl",
    "/bucket/k?delete&tagging,'delete, tagging',delete",
    "/absent?uploads&delete,'delete, uploads',delete",
    "/bucket?delete&partNumber=1,'delete, partNumber',delete"
  })
  void secondSubResourceIsAConflict(String path, String names, String first) {
    S3State before = s3.engine().state();

    Answer answer = post(path);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>InvalidArgument</Code><Message>Conflicting query string parameters: "
                + names
                + "</Message><ArgumentName>ResourceType</ArgumentName><ArgumentValue>"
                + first
                + "</ArgumentValue></Error>");
    assertThat(s3.engine().state()).isSameAs(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/bucket?delete&versionId=null",
        "/bucket/k?delete&versionId=null",
        "/absent?delete&versionId=null"
      })
  void versionIdInTheUrlIsRefused(String path) {
    S3State before = s3.engine().state();

    Answer answer = post(path);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>InvalidArgument</Code><Message>This operation does not accept a"
                + " version-id.</Message><ArgumentName>versionId</ArgumentName>"
                + "<ArgumentValue>null</ArgumentValue></Error>");
    assertThat(s3.engine().state()).isSameAs(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/absent?delete", "/absent/k?delete"})
  void missingBucketIsNotFound(String path) {
    Answer answer = post(path);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>NoSuchBucket</Code><Message>The specified bucket does not exist"
                + "</Message><BucketName>absent</BucketName></Error>");
  }

  @Test
  void parameterNameIsCaseSensitive() {
    Answer answer = post("/bucket?Delete");

    assertThat(answer.status()).isEqualTo(412);
    assertThat(Stacks.describe(s3.engine().state().requireBucket("bucket")))
        .isEqualTo("null:object");
  }

  private Answer post(String path) {
    Headers headers = Headers.of("Content-MD5", BatchDelete.md5(DOCUMENT.getBytes(UTF_8)));
    return s3.send("POST", path, headers, DOCUMENT);
  }
}
