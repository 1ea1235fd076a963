package dev.s3emulator.internal.auth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.testing.InProcessS3;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signed bodies through the whole pipeline: what is refused is not stored. */
class SignedUploadTest {

  private static final String HOST = "127.0.0.1:9000";

  private final InProcessS3 s3 = new InProcessS3();
  private final Signer signer = new Signer();

  @BeforeEach
  void createBucket() {
    signer.time = "20260203T164509Z";
    signer.date = "20260203";
    assertThat(s3.send("PUT", "/bucket").status()).isEqualTo(200);
  }

  private InProcessS3.Answer put(byte[] body, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.add("Host");
    all.add(HOST);
    RequestHead head = signer.inHeader("PUT", "/bucket/key", "", all.toArray(String[]::new));
    return s3.send("PUT", "/bucket/key", head.headers(), body);
  }

  @Test
  void literalHashIsComparedWithTheBody() {
    byte[] body = "Welcome to Amazon S3.".getBytes(ISO_8859_1);
    String hash = Signer.sha256(body);
    assertThat(put(body, "x-amz-content-sha256", hash).status()).isEqualTo(200);
    InProcessS3.Answer refused =
        put("Welcome to Amazon S4.".getBytes(ISO_8859_1), "x-amz-content-sha256", hash);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.xml()).contains("<Code>XAmzContentSHA256Mismatch</Code>");
    assertThat(s3.send("GET", "/bucket/key").text()).isEqualTo("Welcome to Amazon S3.");
  }

  @Test
  void chunksAreVerified() {
    String[] headers = {
      "x-amz-content-sha256",
      "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
      "x-amz-decoded-content-length",
      "3"
    };
    assertThat(put(chunks("cat", "cat"), headers).status()).isEqualTo(200);
    InProcessS3.Answer refused = put(chunks("cat", "dog"), headers);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.xml())
        .contains("<Code>SignatureDoesNotMatch</Code>", "<StringToSign>AWS4-HMAC-SHA256-PAYLOAD");
    assertThat(s3.send("GET", "/bucket/key").text()).isEqualTo("cat");
  }

  private byte[] chunks(String signed, String sent) {
    Headers headers =
        signer
            .inHeader(
                "PUT",
                "/bucket/key",
                "",
                "Host",
                HOST,
                "x-amz-content-sha256",
                "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
                "x-amz-decoded-content-length",
                "3")
            .headers();
    String seed = headers.first("Authorization").replaceFirst(".*Signature=", "");
    String first = signer.chunk(seed, signed.getBytes(ISO_8859_1));
    String last = signer.chunk(first, new byte[0]);
    return ("3;chunk-signature="
            + first
            + "\r\n"
            + sent
            + "\r\n0;chunk-signature="
            + last
            + "\r\n\r\n")
        .getBytes(ISO_8859_1);
  }

  @Test
  void wrongCredentialIsReportedBeforeTheMissingBucket() {
    signer.secret = "wrong";
    RequestHead head = signer.inHeader("GET", "/absent/key", "", "Host", HOST);
    assertThat(s3.send("GET", "/absent/key", head.headers()).xml())
        .contains("<Code>SignatureDoesNotMatch</Code>");
  }

  @Test
  void hoistedHeadersOfAPresignedUrlTakeEffect() {
    RequestHead url =
        signer.inQuery("PUT", "/bucket/key", "x-amz-meta-owner=alice", 60, "Host", HOST);
    InProcessS3.Answer put = s3.send("PUT", "/bucket/key?" + url.rawQuery(), url.headers(), "cat");
    assertThat(put.status()).isEqualTo(200);
    assertThat(s3.send("HEAD", "/bucket/key").header("x-amz-meta-owner")).isEqualTo("alice");
  }

  @Test
  void clockThatATestAdvancesEndsAPresignedUrl() {
    RequestHead url = signer.inQuery("GET", "/bucket", "", 60, "Host", HOST);
    assertThat(s3.send("GET", "/bucket?" + url.rawQuery(), url.headers()).status()).isEqualTo(200);
    s3.advanceSeconds(61);
    assertThat(s3.send("GET", "/bucket?" + url.rawQuery(), url.headers()).xml())
        .isEqualTo(
            "<Error><Code>AccessDenied</Code><Message>Request has expired</Message>"
                + "<X-Amz-Expires>60</X-Amz-Expires><Expires>2026-02-03T16:46:09Z</Expires>"
                + "<ServerTime>2026-02-03T16:46:10Z</ServerTime></Error>");
  }
}
