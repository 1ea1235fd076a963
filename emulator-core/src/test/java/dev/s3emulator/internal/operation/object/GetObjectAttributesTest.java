package dev.s3emulator.internal.operation.object;

import static dev.s3emulator.internal.operation.object.MultipartClient.FULL_PART;
import static dev.s3emulator.internal.operation.object.MultipartClient.listed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** GetObjectAttributes (xml-shapes A.9; delete-semantics 12). */
class GetObjectAttributesTest {

  private static final String ALL = "ObjectSize,StorageClass,ObjectParts,Checksum,ETag";
  private static final String START =
      "<GetObjectAttributesResponse xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">";
  private static final String END = "</GetObjectAttributesResponse>";

  private final MultipartClient client = new MultipartClient();

  @Test
  void attributesComeInOneOrder() {
    put();

    Answer answer = attributes(ALL);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Last-Modified")).isEqualTo("Tue, 03 Feb 2026 16:45:09 GMT");
    assertThat(answer.header("x-amz-version-id")).isNull();
    assertThat(answer.xml())
        .isEqualTo(
            START
                + "<ETag>5eb63bbbe01eeed093cb22bb8f5acdc3</ETag><Checksum><ChecksumCRC64NVME>"
                + "jSnVw/bqjr4=</ChecksumCRC64NVME><ChecksumType>FULL_OBJECT</ChecksumType></Checksum>"
                + "<StorageClass>STANDARD</StorageClass><ObjectSize>11</ObjectSize>"
                + END);
  }

  @Test
  void onlyWhatIsAskedForIsShown() {
    put();

    assertThat(attributes("ObjectSize").xml())
        .isEqualTo(START + "<ObjectSize>11</ObjectSize>" + END);
    Headers twoHeaders =
        Headers.of("x-amz-object-attributes", "ETag", "x-amz-object-attributes", "StorageClass ");
    assertThat(client.s3.send("GET", "/bucket/key?attributes", twoHeaders).xml())
        .isEqualTo(
            START
                + "<ETag>5eb63bbbe01eeed093cb22bb8f5acdc3</ETag>"
                + "<StorageClass>STANDARD</StorageClass>"
                + END);
  }

  @Test
  void objectOfAnUploadWithoutAlgorithmShowsTheNumberOfItsParts() {
    String id = client.create();
    client.complete(id, client.uploaded(id, 4, "hello world"));

    assertThat(attributes("ObjectParts,Checksum").xml())
        .isEqualTo(
            START
                + "<Checksum><ChecksumCRC64NVME>jSnVw/bqjr4=</ChecksumCRC64NVME><ChecksumType>"
                + "FULL_OBJECT</ChecksumType></Checksum><ObjectParts><PartsCount>1"
                + "</PartsCount></ObjectParts>"
                + END);
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', 0, 2, 1000, false, 1 2",
    "1, '', 0, 1, 1, true, 1",
    "1, 1, 1, 2, 1, false, 2",
    "'', 2, 2, 0, 1000, false, ''",
    "2000, 7, 7, 0, 1000, false, ''"
  })
  void partsOfACompositeChecksumArePaged(
      String max,
      String marker,
      int from,
      int next,
      int maxParts,
      boolean truncated,
      String shown) {
    completeComposite();

    Answer answer =
        client.s3.send(
            "GET",
            "/bucket/key?attributes",
            Headers.of(
                "x-amz-object-attributes",
                "ObjectParts",
                "x-amz-max-parts",
                max,
                "x-amz-part-number-marker",
                marker));

    String parts = "";
    if (shown.contains("1")) {
      parts +=
          "<Part><PartNumber>1</PartNumber><Size>5242880</Size><ChecksumCRC32>"
              + crc32(FULL_PART)
              + "</ChecksumCRC32></Part>";
    }
    if (shown.contains("2")) {
      parts +=
          "<Part><PartNumber>2</PartNumber><Size>11</Size><ChecksumCRC32>DUoRhQ=="
              + "</ChecksumCRC32></Part>";
    }
    assertThat(answer.xml())
        .isEqualTo(
            START
                + "<ObjectParts><PartsCount>2</PartsCount><PartNumberMarker>"
                + from
                + "</PartNumberMarker><NextPartNumberMarker>"
                + next
                + "</NextPartNumberMarker><MaxParts>"
                + maxParts
                + "</MaxParts><IsTruncated>"
                + truncated
                + "</IsTruncated>"
                + parts
                + "</ObjectParts>"
                + END);
  }

  @Test
  void compositeChecksumLacksTheNumberOfItsParts() {
    completeComposite();

    assertThat(attributes("Checksum").text())
        .containsPattern("<ChecksumCRC32>[A-Za-z0-9+/]{6}==</ChecksumCRC32>")
        .contains("<ChecksumType>COMPOSITE</ChecksumType>");
  }

  @Test
  void versionsAreNamed() {
    client.s3.send(
        "PUT",
        "/bucket?versioning",
        Headers.EMPTY,
        "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>");
    String version = put().header("x-amz-version-id");
    String marker = client.s3.send("DELETE", "/bucket/key").header("x-amz-version-id");
    Headers size = Headers.of("x-amz-object-attributes", "ObjectSize");

    Answer deleted = client.s3.send("GET", "/bucket/key?attributes", size);
    Answer older = client.s3.send("GET", "/bucket/key?attributes&versionId=" + version, size);
    Answer ofMarker = client.s3.send("GET", "/bucket/key?attributes&versionId=" + marker, size);

    assertThat(deleted.status()).isEqualTo(404);
    assertThat(deleted.header("x-amz-delete-marker")).isEqualTo("true");
    assertThat(older.header("x-amz-version-id")).isEqualTo(version);
    assertThat(older.xml()).contains("<ObjectSize>11</ObjectSize>");
    assertThat(ofMarker.status()).isEqualTo(405);
    assertThat(ofMarker.text()).contains("<ResourceType>DeleteMarker</ResourceType>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Size", "etag", "ETag,", ",", "ETag,Parts"})
  void unknownNamesAreRefusedBeforeTheBucketIsLookedFor(String names) {
    Answer answer =
        client.s3.send(
            "GET", "/nowhere/key?attributes", Headers.of("x-amz-object-attributes", names));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>InvalidArgument</Code><Message>Invalid attribute name specified.</Message>"
                + "<ArgumentName>x-amz-object-attributes</ArgumentName><ArgumentValue>"
                + names
                + "</ArgumentValue></Error>");
  }

  @Test
  void namesMustBeThere() {
    put();
    String expected =
        "<Error><Code>InvalidRequest</Code><Message>The x-amz-object-attributes header specifying the"
            + " attributes to be retrieved is either missing or empty</Message></Error>";

    assertThat(client.s3.send("GET", "/bucket/key?attributes").xml()).isEqualTo(expected);
    assertThat(attributes("").xml()).isEqualTo(expected);
    assertThat(client.s3.send("GET", "/nowhere/key?attributes").text())
        .contains("<Code>NoSuchBucket</Code>");
  }

  @ParameterizedTest
  @CsvSource({"x-amz-max-parts, x", "x-amz-part-number-marker, -1"})
  void pageMustBeNumbers(String header, String value) {
    put();

    Answer answer =
        client.s3.send(
            "GET",
            "/bucket/key?attributes",
            Headers.of("x-amz-object-attributes", "ETag", header, value));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("<ArgumentName>" + header + "</ArgumentName>");
  }

  @Test
  void missingKeyIsRefused() {
    assertThat(attributes("ETag").text()).contains("<Code>NoSuchKey</Code>");
  }

  private Answer put() {
    return client.s3.send("PUT", "/bucket/key", Headers.EMPTY, "hello world");
  }

  private Answer attributes(String names) {
    return client.s3.send(
        "GET", "/bucket/key?attributes", Headers.of("x-amz-object-attributes", names));
  }

  private void completeComposite() {
    String id = client.create("x-amz-checksum-algorithm", "CRC32");
    String first = client.upload(id, 1, FULL_PART).header("ETag");
    String second =
        client.upload(id, 2, "hello world".getBytes(StandardCharsets.UTF_8)).header("ETag");
    Answer answer =
        client.complete(
            id,
            listed(1, first, "<ChecksumCRC32>" + crc32(FULL_PART) + "</ChecksumCRC32>"),
            listed(2, second, "<ChecksumCRC32>DUoRhQ==</ChecksumCRC32>"));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private static String crc32(byte[] bytes) {
    return Checksums.crc32(bytes);
  }
}
