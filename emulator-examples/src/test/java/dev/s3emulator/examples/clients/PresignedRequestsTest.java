package dev.s3emulator.examples.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.junit5.Bucket;
import dev.s3emulator.junit5.InjectS3;
import dev.s3emulator.junit5.S3Emulator;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.presigner.PresignedRequest;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Every request that the presigner of the AWS SDK for Java 2 can sign, sent by somebody else. */
@S3Emulator(buckets = @Bucket(name = "photos"))
class PresignedRequestsTest {

  private static final String KEY = "a b/ä+.txt";
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @InjectS3 private S3Presigner presigner;
  @InjectS3 private S3Client s3;
  private final HttpClient browser = HttpClient.newHttpClient();

  @Test
  void anObjectIsPutReadAndDeleted() throws Exception {
    var put =
        presigner.presignPutObject(
            it ->
                it.signatureDuration(MINUTE)
                    .putObjectRequest(o -> o.bucket("photos").key(KEY).contentType("text/x-note")));
    assertThat(send(put, "a note").statusCode()).isEqualTo(200);

    var get =
        presigner.presignGetObject(
            it -> it.signatureDuration(MINUTE).getObjectRequest(o -> o.bucket("photos").key(KEY)));
    assertThat(send(get, "").body()).isEqualTo("a note");
    var head =
        presigner.presignHeadObject(
            it -> it.signatureDuration(MINUTE).headObjectRequest(o -> o.bucket("photos").key(KEY)));
    assertThat(send(head, "").headers().firstValue("Content-Type")).contains("text/x-note");
    var headBucket =
        presigner.presignHeadBucket(
            it -> it.signatureDuration(MINUTE).headBucketRequest(o -> o.bucket("photos")));
    assertThat(send(headBucket, "").statusCode()).isEqualTo(200);

    var delete =
        presigner.presignDeleteObject(
            it ->
                it.signatureDuration(MINUTE).deleteObjectRequest(o -> o.bucket("photos").key(KEY)));
    assertThat(send(delete, "").statusCode()).isEqualTo(204);
    assertThat(send(get, "").statusCode()).isEqualTo(404);
  }

  @Test
  void anUploadInPartsIsMadeAndCompleted() throws Exception {
    var create =
        presigner.presignCreateMultipartUpload(
            it ->
                it.signatureDuration(MINUTE)
                    .createMultipartUploadRequest(o -> o.bucket("photos").key(KEY)));
    String upload = between("<UploadId>", "</UploadId>", send(create, "").body());
    var part =
        presigner.presignUploadPart(
            it ->
                it.signatureDuration(MINUTE)
                    .uploadPartRequest(
                        o -> o.bucket("photos").key(KEY).uploadId(upload).partNumber(1)));
    String etag = send(part, "a part").headers().firstValue("ETag").orElseThrow();
    var complete =
        presigner.presignCompleteMultipartUpload(
            it ->
                it.signatureDuration(MINUTE)
                    .completeMultipartUploadRequest(
                        o -> o.bucket("photos").key(KEY).uploadId(upload)));

    String parts = "<Part><PartNumber>1</PartNumber><ETag>" + etag + "</ETag></Part>";
    var completed =
        send(complete, "<CompleteMultipartUpload>" + parts + "</CompleteMultipartUpload>");

    assertThat(completed.statusCode()).as(completed.body()).isEqualTo(200);
    assertThat(s3.getObjectAsBytes(get -> get.bucket("photos").key(KEY)).asUtf8String())
        .isEqualTo("a part");
  }

  @Test
  void anUploadInPartsIsAborted() throws Exception {
    String upload = s3.createMultipartUpload(it -> it.bucket("photos").key(KEY)).uploadId();
    var abort =
        presigner.presignAbortMultipartUpload(
            it ->
                it.signatureDuration(MINUTE)
                    .abortMultipartUploadRequest(
                        o -> o.bucket("photos").key(KEY).uploadId(upload)));

    assertThat(send(abort, "").statusCode()).isEqualTo(204);
    assertThat(s3.listMultipartUploads(list -> list.bucket("photos")).uploads()).isEmpty();
  }

  private HttpResponse<String> send(PresignedRequest presigned, String body)
      throws IOException, InterruptedException, URISyntaxException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(presigned.url().toURI())
            .method(
                presigned.httpRequest().method().name(),
                body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    presigned.signedHeaders().entrySet().stream()
        // The client says it itself and lets nobody else.
        .filter(header -> !List.of("host", "content-length").contains(header.getKey()))
        .forEach(
            header -> header.getValue().forEach(value -> request.header(header.getKey(), value)));
    return browser.send(request.build(), BodyHandlers.ofString());
  }

  private static String between(String begin, String end, String text) {
    return text.substring(text.indexOf(begin) + begin.length(), text.indexOf(end));
  }
}
