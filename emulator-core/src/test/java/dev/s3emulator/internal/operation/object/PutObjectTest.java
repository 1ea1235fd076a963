package dev.s3emulator.internal.operation.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PutObject (protocol-notes 8, 15, 16, 19, 20; recorded-answers 11, 13). */
class PutObjectTest {

  private final InProcessS3 s3 = new InProcessS3();

  @BeforeEach
  void makeBucket() {
    s3.send("PUT", "/bucket");
  }

  @Test
  void storedObjectIsReadBack() {
    Answer put = s3.send("PUT", "/bucket/key", Headers.EMPTY, "hello world");

    assertThat(put.status()).isEqualTo(200);
    assertThat(put.header("ETag")).isEqualTo("\"5eb63bbbe01eeed093cb22bb8f5acdc3\"");
    assertThat(put.header("x-amz-server-side-encryption")).isEqualTo("AES256");
    assertThat(put.header("x-amz-checksum-crc64nvme")).isEqualTo("jSnVw/bqjr4=");
    assertThat(put.header("x-amz-checksum-type")).isEqualTo("FULL_OBJECT");
    assertThat(put.header("x-amz-version-id")).isNull();
    assertThat(put.bytes()).isEmpty();
    assertThat(s3.send("GET", "/bucket/key").text()).isEqualTo("hello world");
  }
}
