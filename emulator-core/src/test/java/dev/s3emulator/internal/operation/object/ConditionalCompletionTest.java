package dev.s3emulator.internal.operation.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * CompleteMultipartUpload with If-Match or If-None-Match (protocol-notes 10, 12; recorded-answers
 * 11).
 */
class ConditionalCompletionTest {

  private static final Headers IF_ABSENT = Headers.of("If-None-Match", "*");

  private final MultipartClient client = new MultipartClient();

  @Test
  void ifNoneMatchCompletesWhereThereIsNoObject() {
    String id = client.create();

    assertThat(client.complete(id, IF_ABSENT, client.uploaded(id, 1, "x")).status()).isEqualTo(200);
  }

  @Test
  void ifNoneMatchFailsWhereThereIsAnObject() {
    put("old");
    String id = client.create();
    String part = client.uploaded(id, 1, "x");

    assertThat(client.complete(id, IF_ABSENT, part).xml())
        .isEqualTo(preconditionFailed("If-None-Match"));
    assertThat(client.complete(id, part).status()).isEqualTo(200);
  }

  @Test
  void ifNoneMatchFailsWhereAnotherWriteWasFaster() {
    String id = client.create();
    String part = client.uploaded(id, 1, "x");
    put("faster");

    assertThat(client.complete(id, IF_ABSENT, part).status()).isEqualTo(412);
  }

  @Test
  void ifNoneMatchConflictsWithADeleteSinceTheUploadWasCreated() {
    put("old");
    String id = client.create();
    String part = client.uploaded(id, 1, "x");
    client.s3.send("DELETE", "/bucket/key");

    Answer answer = client.complete(id, IF_ABSENT, part);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.xml()).isEqualTo(conflict("If-None-Match"));
    String next = client.create();
    assertThat(client.complete(next, IF_ABSENT, client.uploaded(next, 1, "x")).status())
        .isEqualTo(200);
  }

  @Test
  void ifNoneMatchConflictsWithAMarkerThatIsYoungerThanTheUpload() {
    enableVersioning();
    String id = client.create();
    String part = client.uploaded(id, 1, "x");
    client.s3.send("DELETE", "/bucket/key");

    assertThat(client.complete(id, IF_ABSENT, part).xml()).isEqualTo(conflict("If-None-Match"));
  }

  @Test
  void ifNoneMatchTakesAMarkerThatIsOlderThanTheUploadForAbsence() {
    enableVersioning();
    client.s3.send("DELETE", "/bucket/key");
    String id = client.create();

    assertThat(client.complete(id, IF_ABSENT, client.uploaded(id, 1, "x")).status()).isEqualTo(200);
  }

  @Test
  void ifMatchCompletesWhereTheObjectIsTheSame() {
    String tag = put("old");
    String id = client.create();
    String part = client.uploaded(id, 1, "x");

    assertThat(client.complete(id, Headers.of("If-Match", "\"other\""), part).xml())
        .isEqualTo(preconditionFailed("If-Match"));
    assertThat(client.complete(id, Headers.of("If-Match", tag), part).status()).isEqualTo(200);
  }

  @Test
  void ifMatchConflictsWithAnEqualWriteSinceTheUploadWasCreated() {
    String tag = put("old");
    String id = client.create();
    String part = client.uploaded(id, 1, "x");
    put("old");

    assertThat(client.complete(id, Headers.of("If-Match", tag), part).xml())
        .isEqualTo(conflict("If-Match"));
  }

  @Test
  void ifMatchFindsNoKeyAfterADelete() {
    String tag = put("old");
    String id = client.create();
    String part = client.uploaded(id, 1, "x");
    client.s3.send("DELETE", "/bucket/key");

    Answer deleted = client.complete(id, Headers.of("If-Match", tag), part);
    put("old");
    Answer putAgain = client.complete(id, Headers.of("If-Match", tag), part);

    assertThat(deleted.status()).isEqualTo(404);
    assertThat(deleted.xml())
        .isEqualTo(
            "<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message>"
                + "<Key>key</Key></Error>");
    assertThat(putAgain.xml()).isEqualTo(conflict("If-Match"));
  }

  @ParameterizedTest
  @CsvSource({"If-None-Match, \"x\"", "If-Match, *"})
  void otherValuesAreNotAccepted(String header, String value) {
    String id = client.create();

    Answer answer = client.complete(id, Headers.of(header, value), client.uploaded(id, 1, "x"));

    assertThat(answer.status()).isEqualTo(501);
    assertThat(answer.text()).contains("<Header>" + header + "</Header>");
  }

  private String put(String content) {
    return client.s3.send("PUT", "/bucket/key", Headers.EMPTY, content).header("ETag");
  }

  private void enableVersioning() {
    client.s3.send(
        "PUT",
        "/bucket?versioning",
        Headers.EMPTY,
        "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>");
  }

  private static String preconditionFailed(String condition) {
    return "<Error><Code>PreconditionFailed</Code><Message>At least one of the pre-conditions you"
        + " specified did not hold</Message><Condition>"
        + condition
        + "</Condition></Error>";
  }

  private static String conflict(String condition) {
    return "<Error><Code>ConditionalRequestConflict</Code><Message>The conditional request cannot"
        + " succeed due to a conflicting operation against this resource.</Message><Condition>"
        + condition
        + "</Condition><Key>key</Key></Error>";
  }
}
