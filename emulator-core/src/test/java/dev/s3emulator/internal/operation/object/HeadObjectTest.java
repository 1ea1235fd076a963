package dev.s3emulator.internal.operation.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HeadObject: what GetObject answers, without its body (protocol-notes 8, delete-semantics 12). */
class HeadObjectTest {

  private final InProcessS3 s3 = new InProcessS3();

  @BeforeEach
  void putDigits() {
    s3.send("PUT", "/bucket");
    s3.send("PUT", "/bucket/key", Headers.of("x-amz-meta-a", "b"), "0123456789");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "?partNumber=1", "?response-content-type=text%2Fcsv", "?versionId=null"})
  void headersAreThoseOfGet(String query) {
    Answer head = s3.sendSigned("HEAD", "/bucket/key" + query);
    Answer get = s3.sendSigned("GET", "/bucket/key" + query);

    assertThat(head.status()).isEqualTo(get.status());
    assertThat(ownHeaders(head)).isEqualTo(ownHeaders(get));
    // The transport sends the length of this body and leaves out its bytes.
    assertThat(head.response().body()).isEqualTo(get.response().body());
  }

  @Test
  void rangeIsPartialContent() {
    Answer head = s3.send("HEAD", "/bucket/key", Headers.of("Range", "bytes=2-4"));

    assertThat(head.status()).isEqualTo(206);
    assertThat(head.header("Content-Range")).isEqualTo("bytes 2-4/10");
    assertThat(head.response().body().length()).isEqualTo(3);
  }

  @Test
  void archivedObjectHasHeaders() {
    s3.send("PUT", "/bucket/key", Headers.of("x-amz-storage-class", "GLACIER"), "x");

    Answer head = s3.send("HEAD", "/bucket/key");

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("x-amz-storage-class")).isEqualTo("GLACIER");
  }

  @Test
  void whatTheClientHasIsNotModified() {
    Answer head = s3.send("HEAD", "/bucket/key", Headers.of("If-None-Match", "*"));

    assertThat(head.status()).isEqualTo(304);
    assertThat(head.header("ETag")).isEqualTo("\"781e5e245d69b566979b86e28d23f2c7\"");
  }

  @Test
  void errorsHaveNoDocument() {
    Answer missing = s3.send("HEAD", "/bucket/other");

    assertThat(missing.status()).isEqualTo(404);
    assertThat(missing.bytes()).isEmpty();
    assertThat(s3.send("HEAD", "/bucket/key", Headers.of("If-Match", "x")).status()).isEqualTo(412);
    assertThat(s3.send("HEAD", "/bucket/key", Headers.of("Range", "bytes=10-")).status())
        .isEqualTo(416);
  }

  @Test
  void deleteMarkerIsTold() {
    s3.send(
        "PUT",
        "/bucket?versioning",
        Headers.EMPTY,
        "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>");
    String marker = s3.send("DELETE", "/bucket/key").header("x-amz-version-id");

    Answer current = s3.send("HEAD", "/bucket/key");
    Answer itself = s3.send("HEAD", "/bucket/key?versionId=" + marker);

    assertThat(current.status()).isEqualTo(404);
    assertThat(current.header("x-amz-delete-marker")).isEqualTo("true");
    assertThat(current.header("x-amz-version-id")).isEqualTo(marker);
    assertThat(itself.status()).isEqualTo(405);
    assertThat(itself.header("Allow")).isEqualTo("DELETE");
    assertThat(itself.header("Last-Modified")).isEqualTo("Tue, 03 Feb 2026 16:45:09 GMT");
    assertThat(itself.bytes()).isEmpty();
  }

  private static String ownHeaders(Answer answer) {
    return answer.response().headers().toString().replaceAll("x-amz-(id-2|request-id): .*\n", "");
  }
}
