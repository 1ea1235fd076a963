package dev.s3emulator.internal.operation.object;

import static dev.s3emulator.internal.operation.object.MultipartClient.FULL_PART;
import static dev.s3emulator.internal.operation.object.MultipartClient.listed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CompleteMultipartUpload (protocol-notes 9, 10, 12; recorded-answers 11, 12). */
class CompleteMultipartUploadTest {

  private static final String NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";

  /** MD5 of the MD5 of "hello world". */
  private static final String HELLO_TAG = "241d8a27c836427bd7f04461b60e7359-1";

  private final MultipartClient client = new MultipartClient();

  @Test
  void partsBecomeTheObject() {
    String id = client.create();
    String first = client.uploaded(id, 1, FULL_PART);
    String second = client.uploaded(id, 7, "tail");

    Answer answer = client.complete(id, first, second);

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.header("x-amz-version-id")).isNull();
    assertThat(answer.header("x-amz-server-side-encryption")).isEqualTo("AES256");
    Answer object = client.s3.send("GET", "/bucket/key");
    assertThat(object.header("ETag"))
        .isEqualTo('"' + eTagOf(FULL_PART, "tail".getBytes(UTF_8)) + '"');
    assertThat(object.bytes()).hasSize(FULL_PART.length + 4).startsWith(FULL_PART);
    assertThat(object.text()).endsWith("atail");
  }

  @Test
  void answerIsAsS3Writes() {
    String id = client.create();

    Answer answer = client.complete(id, client.uploaded(id, 1, "hello world"));

    assertThat(answer.xml())
        .isEqualTo(
            "<CompleteMultipartUploadResult xmlns=\""
                + NAMESPACE
                + "\"><Location>http://127.0.0.1:9000/bucket/key</Location><Bucket>bucket</Bucket>"
                + "<Key>key</Key><ETag>&quot;"
                + HELLO_TAG
                + "&quot;</ETag><ChecksumCRC64NVME>jSnVw/bqjr4=</ChecksumCRC64NVME>"
                + "<ChecksumType>FULL_OBJECT</ChecksumType></CompleteMultipartUploadResult>");
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:9000, /bucket/dir/a%20b, http://127.0.0.1:9000/bucket/dir%2Fa%20b",
    "bucket.localhost:9000, /dir/a%20b, http://bucket.localhost:9000/dir%2Fa%20b"
  })
  void locationHasTheStyleOfTheRequestAndEncodesSlashes(String host, String path, String location) {
    String id = client.createAt("dir/a%20b");
    Headers headers = Headers.of("Host", host);
    Answer part = client.s3.send("PUT", path + "?partNumber=1&uploadId=" + id, headers, "x");

    Answer answer =
        client.s3.send(
            "POST",
            path + "?uploadId=" + id,
            headers,
            "<CompleteMultipartUpload>"
                + listed(1, part.header("ETag"))
                + "</CompleteMultipartUpload>");

    assertThat(answer.text()).contains("<Location>" + location + "</Location>");
  }

  @Test
  void objectIsWhatItsCreationSaid() {
    String id =
        client.create(
            "Content-Type",
            "text/plain",
            "x-amz-meta-color",
            "red",
            "x-amz-storage-class",
            "STANDARD_IA",
            "x-amz-tagging",
            "a=1&b=2");
    client.s3.advanceSeconds(60);
    client.complete(id, client.uploaded(id, 1, "hello world"));

    Answer object = client.s3.send("HEAD", "/bucket/key");

    assertThat(object.header("Content-Type")).isEqualTo("text/plain");
    assertThat(object.header("x-amz-meta-color")).isEqualTo("red");
    assertThat(object.header("x-amz-storage-class")).isEqualTo("STANDARD_IA");
    assertThat(object.header("x-amz-tagging-count")).isEqualTo("2");
    assertThat(object.header("Last-Modified")).isEqualTo("Tue, 03 Feb 2026 16:45:09 GMT");
  }

  @Test
  void laterPartTakesThePlaceOfTheOneWithItsNumber() {
    String id = client.create();
    String first = client.uploaded(id, 1, "first");
    String second = client.uploaded(id, 1, "second");

    assertThat(client.complete(id, first).text()).contains("<Code>InvalidPart</Code>");
    assertThat(client.complete(id, second).status()).isEqualTo(200);
    assertThat(client.s3.send("GET", "/bucket/key").text()).isEqualTo("second");
  }

  @Test
  void partsThatAreNotListedAreLeftOut() {
    String id = client.create();
    client.uploaded(id, 1, "no");
    String second = client.uploaded(id, 2, "yes");

    assertThat(client.complete(id, second).status()).isEqualTo(200);
    assertThat(client.s3.send("GET", "/bucket/key").text()).isEqualTo("yes");
  }

  @Test
  void entityTagMayLackItsQuotes() {
    String id = client.create();
    String part = client.uploaded(id, 1, "hello world").replace("\"", "");

    assertThat(client.complete(id, part).status()).isEqualTo(200);
  }

  @Test
  void versionsComeInTheOrderOfCompletion() {
    client.s3.send(
        "PUT",
        "/bucket?versioning",
        Headers.EMPTY,
        "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>");
    String id = client.create();
    String part = client.uploaded(id, 1, "by parts");
    client.s3.send("PUT", "/bucket/key", Headers.EMPTY, "in one piece");

    Answer answer = client.complete(id, part);

    assertThat(answer.header("x-amz-version-id")).hasSize(32);
    Answer current = client.s3.send("GET", "/bucket/key");
    assertThat(current.text()).isEqualTo("by parts");
    assertThat(current.header("x-amz-version-id")).isEqualTo(answer.header("x-amz-version-id"));
  }

  @Test
  void suspendedBucketKeepsSilentAboutItsNull() {
    client.s3.send(
        "PUT",
        "/bucket?versioning",
        Headers.EMPTY,
        "<VersioningConfiguration><Status>Suspended</Status></VersioningConfiguration>");
    String id = client.create();

    Answer answer = client.complete(id, client.uploaded(id, 1, "x"));

    assertThat(answer.header("x-amz-version-id")).isNull();
    assertThat(client.s3.send("GET", "/bucket/key").header("x-amz-version-id")).isEqualTo("null");
  }

  @Test
  void repeatedCompletionIsAnsweredAgain() {
    String id = client.create();
    String part = client.uploaded(id, 1, "hello world");
    Answer first = client.complete(id, part);
    client.s3.send("DELETE", "/bucket/key");

    assertThat(client.complete(id, part).xml()).isEqualTo(first.xml());
    assertThat(client.complete(id, Headers.of("If-None-Match", "*"), part).xml())
        .isEqualTo(first.xml());
    assertThat(client.s3.send("GET", "/bucket/key").status()).isEqualTo(404);
  }

  @Test
  void otherListForACompletedUploadIsRefused() {
    String id = client.create();
    client.complete(id, client.uploaded(id, 1, "hello world"));

    assertThat(client.complete(id, listed(1, "other")).xml())
        .isEqualTo(UploadPartTest.noSuchUpload(id));
  }

  @Test
  void completedUploadIsGone() {
    String id = client.create();
    client.complete(id, client.uploaded(id, 1, "hello world"));

    assertThat(client.upload(id, 2, FULL_PART).xml()).isEqualTo(UploadPartTest.noSuchUpload(id));
    assertThat(client.abort(id).xml()).isEqualTo(UploadPartTest.noSuchUpload(id));
    assertThat(client.s3.send("GET", "/bucket/key?uploadId=" + id).xml())
        .isEqualTo(UploadPartTest.noSuchUpload(id));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<CompleteMultipartUpload/>"})
  void listIsNotEmpty(String document) {
    String id = client.create();

    Answer answer = client.s3.send("POST", "/bucket/key?uploadId=" + id, Headers.EMPTY, document);

    assertInvalidRequest(answer, "You must specify at least one part");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<Complete/>",
        "<CompleteMultipartUpload><Part/></CompleteMultipartUpload>",
        "<CompleteMultipartUpload><Part><PartNumber>1</PartNumber></Part></CompleteMultipartUpload>",
        "<CompleteMultipartUpload><Part><ETag>x</ETag></Part></CompleteMultipartUpload>",
        "<CompleteMultipartUpload><Part><PartNumber>x</PartNumber><ETag>x</ETag></Part></CompleteMultipartUpload>",
        "<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>x</ETag><Size>1</Size></Part></CompleteMultipartUpload>",
        "<CompleteMultipartUpload><Key>x</Key></CompleteMultipartUpload>",
        "<CompleteMultipartUpload>"
      })
  void documentFollowsTheSchema(String document) {
    String id = client.create();

    Answer answer = client.s3.send("POST", "/bucket/key?uploadId=" + id, Headers.EMPTY, document);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("<Code>MalformedXML</Code>");
  }

  @Test
  void numbersAscend() {
    String id = client.create();
    String first = client.uploaded(id, 1, FULL_PART);
    String second = client.uploaded(id, 2, FULL_PART);
    String expected =
        "<Error><Code>InvalidPartOrder</Code><Message>The list of parts was not in ascending order."
            + " Parts must be ordered by part number.</Message><UploadId>"
            + id
            + "</UploadId></Error>";

    assertThat(client.complete(id, second, first).xml()).isEqualTo(expected);
    assertThat(client.complete(id, first, first).xml()).isEqualTo(expected);
  }

  @Test
  void numbersArePositive() {
    assertThat(client.complete(client.create(), listed(0, "x")).xml())
        .isEqualTo(
            "<Error><Code>InvalidArgument</Code><Message>PartNumber must be &gt;= 1</Message>"
                + "<ArgumentName>PartNumber</ArgumentName><ArgumentValue>0</ArgumentValue></Error>");
  }

  @ParameterizedTest
  @CsvSource({"2, 5eb63bbbe01eeed093cb22bb8f5acdc3", "1, 5eb63bbbe01eeed093cb22bb8f5acdc4", "1, x"})
  void partsMustHaveBeenUploaded(int number, String eTag) {
    String id = client.create();
    client.uploaded(id, 1, "hello world");

    Answer answer = client.complete(id, listed(number, '"' + eTag + '"'));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>InvalidPart</Code><Message>One or more of the specified parts could not be"
                + " found.  The part may not have been uploaded, or the specified entity tag may not"
                + " match the part's entity tag.</Message><UploadId>"
                + id
                + "</UploadId><PartNumber>"
                + number
                + "</PartNumber><ETag>"
                + eTag
                + "</ETag></Error>");
  }

  @Test
  void onlyTheLastPartMayBeSmall() {
    String id = client.create();
    String first = client.uploaded(id, 1, "hello world");
    String second = client.uploaded(id, 2, "tail");

    Answer answer = client.complete(id, first, second);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>EntityTooSmall</Code><Message>Your proposed upload is smaller than the"
                + " minimum allowed size</Message><ProposedSize>11</ProposedSize>"
                + "<MinSizeAllowed>5242880</MinSizeAllowed><PartNumber>1</PartNumber>"
                + "<ETag>5eb63bbbe01eeed093cb22bb8f5acdc3</ETag></Error>");
    assertThat(client.complete(id, second).status()).isEqualTo(200);
  }

  @Test
  void sizeThatTheClientExpectsMustBeRight() {
    String id = client.create();
    String part = client.uploaded(id, 1, "tail");

    assertInvalidRequest(
        client.complete(id, Headers.of("x-amz-mp-object-size", "5"), part),
        "The provided 'x-amz-mp-object-size' header value 5 does not match what was computed: 4");
    assertInvalidRequest(
        client.complete(id, Headers.of("x-amz-mp-object-size", "four"), part),
        "Value for x-amz-mp-object-size header is invalid.");
    assertThat(client.complete(id, Headers.of("x-amz-mp-object-size", "4"), part).status())
        .isEqualTo(200);
  }

  @Test
  void bodyMayCarryItsOwnMd5() {
    String id = client.create();
    String part = client.uploaded(id, 1, "tail");

    Answer answer =
        client.complete(id, Headers.of("Content-MD5", "1B2M2Y8AsgTpgAmY7PhCfg=="), part);

    assertThat(answer.text()).contains("<Code>BadDigest</Code>");
  }

  @Test
  void unknownUploadIsRefused() {
    assertThat(client.complete("nothing", listed(1, "x")).xml())
        .isEqualTo(UploadPartTest.noSuchUpload("nothing"));
  }

  private static void assertInvalidRequest(Answer answer, String message) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo("<Error><Code>InvalidRequest</Code><Message>" + message + "</Message></Error>");
  }

  private static String eTagOf(byte[]... parts) {
    try {
      MessageDigest all = MessageDigest.getInstance("MD5");
      for (byte[] part : parts) {
        all.update(MessageDigest.getInstance("MD5").digest(part));
      }
      return HexFormat.of().formatHex(all.digest()) + "-" + parts.length;
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
