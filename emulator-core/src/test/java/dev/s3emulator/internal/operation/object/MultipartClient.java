package dev.s3emulator.internal.operation.object;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What tests of multipart uploads have in common: one key of one bucket, and short ways to it. */
final class MultipartClient {

  /** A part that may have others behind it: 5 MiB of one letter. */
  static final byte[] FULL_PART = fullPart('a');

  private static final Pattern UPLOAD_ID = Pattern.compile("<UploadId>([^<]+)</UploadId>");

  final InProcessS3 s3 = new InProcessS3();

  MultipartClient() {
    assertThat(s3.send("PUT", "/bucket").status()).isEqualTo(200);
  }

  /** Returns 5 MiB of one letter. */
  static byte[] fullPart(char letter) {
    byte[] part = new byte[5 * 1024 * 1024];
    Arrays.fill(part, (byte) letter);
    return part;
  }

  /** Creates an upload to {@code key} and returns its id. */
  String create(String... headers) {
    return createAt("key", headers);
  }

  /** Creates an upload and returns its id. */
  String createAt(String key, String... headers) {
    Answer answer = s3.send("POST", "/bucket/" + key + "?uploads", Headers.of(headers));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    Matcher id = UPLOAD_ID.matcher(answer.text());
    assertThat(id.find()).isTrue();
    return id.group(1);
  }

  /** Uploads a part and returns the answer. */
  Answer upload(String id, int number, byte[] content, String... headers) {
    return s3.send("PUT", part(id, number), Headers.of(headers), content);
  }

  /** Uploads a part and returns its element in the list of parts. */
  String uploaded(String id, int number, byte[] content, String... headers) {
    Answer answer = upload(id, number, content, headers);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return listed(number, answer.header("ETag"));
  }

  String uploaded(String id, int number, String content, String... headers) {
    return uploaded(id, number, content.getBytes(UTF_8), headers);
  }

  /** Returns the path of a part. */
  static String part(String id, int number) {
    return "/bucket/key?partNumber=" + number + "&uploadId=" + id;
  }

  /** Returns the element of a part, which may have elements of checksums too. */
  static String listed(int number, String eTag, String... elements) {
    return "<Part><PartNumber>"
        + number
        + "</PartNumber><ETag>"
        + eTag
        + "</ETag>"
        + String.join("", elements)
        + "</Part>";
  }

  /** Completes an upload with these elements. */
  Answer complete(String id, String... parts) {
    return complete(id, Headers.EMPTY, parts);
  }

  Answer complete(String id, Headers headers, String... parts) {
    return s3.send(
        "POST",
        "/bucket/key?uploadId=" + id,
        headers,
        "<CompleteMultipartUpload xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
            + String.join("", parts)
            + "</CompleteMultipartUpload>");
  }

  Answer abort(String id) {
    return s3.send("DELETE", "/bucket/key?uploadId=" + id);
  }
}
