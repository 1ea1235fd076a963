package dev.s3emulator.internal.operation.object;

import static dev.s3emulator.internal.operation.object.MultipartClient.FULL_PART;
import static dev.s3emulator.internal.operation.object.MultipartClient.listed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** UploadPartCopy (protocol-notes 10, 11, 12, 23; xml-shapes A.7; recorded-answers 12). */
class UploadPartCopyTest {

  private static final String DIGITS_TAG = "\"781e5e245d69b566979b86e28d23f2c7\"";

  private final MultipartClient client = new MultipartClient();

  @BeforeEach
  void putSource() {
    client.s3.send("PUT", "/bucket/source", Headers.EMPTY, "0123456789");
  }

  @Test
  void wholeObjectBecomesAPart() {
    String id = client.create();

    Answer answer = copy(id);

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.header("x-amz-server-side-encryption")).isEqualTo("AES256");
    assertThat(answer.header("x-amz-copy-source-version-id")).isNull();
    assertThat(answer.xml())
        .isEqualTo(
            "<CopyPartResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><LastModified>"
                + "2026-02-03T16:45:09.000Z</LastModified><ETag>"
                + DIGITS_TAG.replace("\"", "&quot;")
                + "</ETag></CopyPartResult>");
    assertThat(client.complete(id, listed(1, DIGITS_TAG)).status()).isEqualTo(200);
    assertThat(client.s3.send("GET", "/bucket/key").text()).isEqualTo("0123456789");
  }

  @Test
  void rangeBecomesAPartWithItsOwnDigests() {
    String id = client.create("x-amz-checksum-algorithm", "SHA256");

    Answer answer = copy(id, "x-amz-copy-source-range", "bytes=2-4");

    assertThat(answer.xml())
        .contains(
            "<ETag>&quot;289dff07669d7a23de0ef88d2f7129e7&quot;</ETag><ChecksumSHA256>EUvRUfj7DFhkLSFw2krn18V5dyYKwsyJBTBsq2sqyrw=</ChecksumSHA256></CopyPartResult>");
  }

  @Test
  void partsOfAMultipartObjectAreReadAcrossItsOwnParts() {
    String source = client.create();
    String first = client.uploaded(source, 1, FULL_PART);
    String second = client.uploaded(source, 2, "tail");
    client.complete(source, first, second);
    String id = client.create();
    int size = FULL_PART.length;

    Answer answer =
        client.s3.send(
            "PUT",
            MultipartClient.part(id, 1),
            Headers.of(
                "x-amz-copy-source",
                "bucket/key",
                "x-amz-copy-source-range",
                "bytes=" + (size - 2) + "-" + (size + 1)));

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    String tag = answer.text().replaceAll("(?s).*<ETag>&quot;(.*)&quot;</ETag>.*", "$1");
    assertThat(client.complete(id, listed(1, tag)).status()).isEqualTo(200);
    assertThat(client.s3.send("GET", "/bucket/key").text()).isEqualTo("aata");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bytes=0-",
        "bytes=-5",
        "bytes=5-2",
        "0-5",
        "bytes=a-b",
        "bytes=0-1,2-3",
        "",
        "bytes= 0-1",
        "bytes=0-9999999999999999999"
      })
  void rangeNamesItsFirstAndItsLastByte(String range) {
    Answer answer = copy(client.create(), "x-amz-copy-source-range", range);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>InvalidArgument</Code><Message>The x-amz-copy-source-range value must be"
                + " of the form bytes=first-last where first and last are the zero-based offsets of"
                + " the first and last bytes to copy</Message>"
                + "<ArgumentName>x-amz-copy-source-range</ArgumentName><ArgumentValue>"
                + range
                + "</ArgumentValue></Error>");
  }

  @Test
  void rangeLiesWithinTheSource() {
    String id = client.create();

    assertThat(copy(id, "x-amz-copy-source-range", "bytes=5-10").xml())
        .isEqualTo(
            "<Error><Code>InvalidArgument</Code><Message>Range specified is not valid for source"
                + " object of size: 10</Message><ArgumentName>x-amz-copy-source-range</ArgumentName>"
                + "<ArgumentValue>bytes=5-10</ArgumentValue></Error>");
    assertThat(copy(id, "x-amz-copy-source-range", "bytes=10-12").xml())
        .isEqualTo(
            "<Error><Code>InvalidRequest</Code><Message>The specified copy range is invalid for the"
                + " source object size</Message></Error>");
  }

  @Test
  void versionOfTheSourceIsNamed() {
    client.s3.send(
        "PUT",
        "/bucket?versioning",
        Headers.EMPTY,
        "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>");
    String old =
        client.s3.send("PUT", "/bucket/source", Headers.EMPTY, "old").header("x-amz-version-id");
    client.s3.send("PUT", "/bucket/source", Headers.EMPTY, "new");
    String id = client.create();

    Answer answer =
        client.s3.send(
            "PUT",
            MultipartClient.part(id, 1),
            Headers.of("x-amz-copy-source", "bucket/source?versionId=" + old));

    assertThat(answer.header("x-amz-copy-source-version-id")).isEqualTo(old);
    assertThat(answer.text()).contains("149603e6c03516362a8da23f624db945");
  }

  @ParameterizedTest
  @CsvSource({
    "x-amz-copy-source-if-match, x, x-amz-copy-source-If-Match",
    "x-amz-copy-source-if-none-match, 781e5e245d69b566979b86e28d23f2c7,"
        + " x-amz-copy-source-If-None-Match",
    "x-amz-copy-source-if-unmodified-since, 'Tue, 03 Feb 2026 16:45:08 GMT',"
        + " x-amz-copy-source-If-Unmodified-Since",
    "x-amz-copy-source-if-modified-since, 'Tue, 03 Feb 2026 16:45:09 GMT',"
        + " x-amz-copy-source-If-Modified-Since"
  })
  void conditionsOfTheSourceMustHold(String header, String value, String condition) {
    Answer answer = copy(client.create(), header, value);

    assertThat(answer.status()).isEqualTo(412);
    assertThat(answer.text()).contains("<Condition>" + condition + "</Condition>");
  }

  @ParameterizedTest
  @CsvSource({
    "bucket/missing, 404, NoSuchKey",
    "missing/source, 404, NoSuchBucket",
    "source, 400, InvalidArgument",
    "bucket/source?versionId=garbage, 400, InvalidArgument"
  })
  void sourceMustExist(String source, int status, String code) {
    Answer answer =
        client.s3.send(
            "PUT",
            MultipartClient.part(client.create(), 1),
            Headers.of("x-amz-copy-source", source));

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text()).contains("<Code>" + code + "</Code>");
  }

  @Test
  void archivedSourceCannotBeCopied() {
    client.s3.send("PUT", "/bucket/source", Headers.of("x-amz-storage-class", "GLACIER"), "cold");

    Answer answer = copy(client.create());

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text()).contains("<Code>InvalidObjectState</Code>");
  }

  @Test
  void ownerOfTheSourceIsTheExpectedOne() {
    Answer answer = copy(client.create(), "x-amz-source-expected-bucket-owner", "000000000000");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text()).contains("<Code>AccessDenied</Code>");
  }

  @Test
  void unknownUploadAndWrongNumberAreRefused() {
    assertThat(copy("nothing").xml()).isEqualTo(UploadPartTest.noSuchUpload("nothing"));
    Answer answer =
        client.s3.send(
            "PUT",
            "/bucket/key?partNumber=0&uploadId=nothing",
            Headers.of("x-amz-copy-source", "bucket/source"));
    assertThat(answer.text()).contains("<ArgumentName>partNumber</ArgumentName>");
  }

  private Answer copy(String id, String... headers) {
    List<String> all = new ArrayList<>(List.of("x-amz-copy-source", "/bucket/source"));
    all.addAll(List.of(headers));
    return client.s3.send(
        "PUT", MultipartClient.part(id, 1), Headers.of(all.toArray(String[]::new)));
  }
}
