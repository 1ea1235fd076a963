package dev.s3emulator.internal.operation.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import org.junit.jupiter.api.Test;

/** AbortMultipartUpload (protocol-notes 10; recorded-answers 12). */
class AbortMultipartUploadTest {

  private final MultipartClient client = new MultipartClient();

  @Test
  void abortedUploadIsGoneAndMadeNoObject() {
    String id = client.create();
    String part = client.uploaded(id, 1, "x");

    Answer answer = client.abort(id);

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.bytes()).isEmpty();
    assertThat(client.complete(id, part).xml()).isEqualTo(UploadPartTest.noSuchUpload(id));
    assertThat(client.abort(id).xml()).isEqualTo(UploadPartTest.noSuchUpload(id));
    assertThat(client.s3.send("GET", "/bucket/key").status()).isEqualTo(404);
  }

  @Test
  void otherUploadsToTheKeyStay() {
    String first = client.create();
    String second = client.create();

    client.abort(first);

    assertThat(client.complete(second, client.uploaded(second, 1, "x")).status()).isEqualTo(200);
  }

  @Test
  void unknownUploadIsRefused() {
    Answer answer = client.abort("nothing");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.xml()).isEqualTo(UploadPartTest.noSuchUpload("nothing"));
    assertThat(client.s3.send("DELETE", "/bucket/key?uploadId").xml())
        .isEqualTo(UploadPartTest.noSuchUpload(""));
  }

  @Test
  void conditionOfDirectoryBucketsIsRefused() {
    String id = client.create();

    Answer answer =
        client.s3.send(
            "DELETE",
            "/bucket/key?uploadId=" + id,
            Headers.of("x-amz-if-match-initiated-time", "Tue, 03 Feb 2026 16:45:09 GMT"));

    assertThat(answer.status()).isEqualTo(501);
    assertThat(answer.text()).contains("<Header>x-amz-if-match-initiated-time</Header>");
    assertThat(client.abort(id).status()).isEqualTo(204);
  }
}
