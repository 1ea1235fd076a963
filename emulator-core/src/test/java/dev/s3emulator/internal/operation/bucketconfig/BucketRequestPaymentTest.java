package dev.s3emulator.internal.operation.bucketconfig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GetBucketRequestPayment and PutBucketRequestPayment. */
class BucketRequestPaymentTest {

  private final InProcessS3 s3 = new InProcessS3();

  @BeforeEach
  void createBucket() {
    s3.send("PUT", "/alpha");
  }

  @Test
  void ownerPaysUnlessItWasSet() {
    Answer answer = s3.send("GET", "/alpha?requestPayment");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.xml())
        .isEqualTo(
            "<RequestPaymentConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Payer>BucketOwner</Payer></RequestPaymentConfiguration>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Requester", "BucketOwner"})
  void payerIsStored(String payer) {
    Answer stored = put("<Payer>" + payer + "</Payer>");

    assertThat(stored.status()).isEqualTo(200);
    assertThat(stored.text()).isEmpty();
    assertThat(s3.send("GET", "/alpha?requestPayment").xml())
        .isEqualTo(
            "<RequestPaymentConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Payer>"
                + payer
                + "</Payer></RequestPaymentConfiguration>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<Payer/>",
        "<Payer>requester</Payer>",
        "<Payer>Requester</Payer><Payer>Requester</Payer>",
        "<Payer>Requester</Payer><Other/>"
      })
  void otherDocumentsAreMalformed(String content) {
    Answer answer = put(content);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml()).contains("<Code>MalformedXML</Code>");
  }

  @Test
  void documentNeedsADigest() {
    Answer answer =
        s3.send("PUT", "/alpha?requestPayment", Headers.EMPTY, "<RequestPaymentConfiguration/>");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .contains("<Code>InvalidRequest</Code>")
        .contains("Missing required header for this request: Content-MD5 OR x-amz-checksum-*");
  }

  @Test
  void missingBodyIsNamed() {
    Answer answer = s3.sendDocument("PUT", "/alpha?requestPayment", "");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml()).contains("<Code>MissingRequestBodyError</Code>");
  }

  private Answer put(String content) {
    return s3.sendDocument(
        "PUT",
        "/alpha?requestPayment",
        "<RequestPaymentConfiguration>" + content + "</RequestPaymentConfiguration>");
  }
}
