package dev.s3emulator.internal.operation.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** ListMultipartUploads (xml-shapes A.8; recorded-answers 10; protocol-notes 31). */
class ListMultipartUploadsTest {

  private static final String START =
      "<ListMultipartUploadsResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
          + "<Bucket>bucket</Bucket>";
  private static final Pattern UPLOAD =
      Pattern.compile("<Upload><Key>([^<]*)</Key><UploadId>([^<]*)</UploadId>");

  private final InProcessS3 s3 = new InProcessS3();

  @BeforeEach
  void makeBucket() {
    s3.send("PUT", "/bucket");
  }

  @Test
  void documentIsAsS3Writes() {
    String id = create("big.bin");

    assertThat(list("").xml())
        .isEqualTo(
            START
                + "<KeyMarker></KeyMarker><UploadIdMarker></UploadIdMarker><NextKeyMarker>big.bin"
                + "</NextKeyMarker><NextUploadIdMarker>"
                + id
                + "</NextUploadIdMarker><MaxUploads>1000</MaxUploads><IsTruncated>false"
                + "</IsTruncated><Upload><Key>big.bin</Key><UploadId>"
                + id
                + "</UploadId><Initiator><ID>"
                + Owner.DEFAULT.canonicalId()
                + "</ID><DisplayName>s3emulator</DisplayName></Initiator><Owner><ID>"
                + Owner.DEFAULT.canonicalId()
                + "</ID></Owner><StorageClass>STANDARD</StorageClass><Initiated>"
                + "2026-02-03T16:45:09.000Z</Initiated></Upload></ListMultipartUploadsResult>");
  }

  @Test
  void emptyBucketHasEmptyMarkers() {
    assertThat(list("").xml())
        .isEqualTo(
            START
                + "<KeyMarker></KeyMarker><UploadIdMarker></UploadIdMarker><NextKeyMarker>"
                + "</NextKeyMarker><NextUploadIdMarker></NextUploadIdMarker><MaxUploads>1000"
                + "</MaxUploads><IsTruncated>false</IsTruncated></ListMultipartUploadsResult>");
  }

  @Test
  void declaredChecksumIsShown() {
    create("k", "x-amz-checksum-algorithm", "SHA256", "x-amz-storage-class", "STANDARD_IA");

    assertThat(list("").xml())
        .contains(
            "<StorageClass>STANDARD_IA</StorageClass>",
            "<ChecksumAlgorithm>SHA256</ChecksumAlgorithm><ChecksumType>COMPOSITE</ChecksumType>"
                + "</Upload>");
  }

  @Test
  void whatIsSentIsEchoedInItsPlace() {
    create("a/b%20c");

    assertThat(list("&prefix=a/&delimiter=%20&encoding-type=url&max-uploads=2000").xml())
        .isEqualTo(
            START
                + "<KeyMarker></KeyMarker><UploadIdMarker></UploadIdMarker><NextKeyMarker>"
                + "</NextKeyMarker><NextUploadIdMarker></NextUploadIdMarker><Delimiter>+</Delimiter>"
                + "<Prefix>a/</Prefix><MaxUploads>1000</MaxUploads><EncodingType>url</EncodingType>"
                + "<IsTruncated>false</IsTruncated><CommonPrefixes><Prefix>a/b+</Prefix>"
                + "</CommonPrefixes></ListMultipartUploadsResult>");
  }

  @Test
  void keysComeInOrderAndTheUploadsToOneByInitiation() {
    String second = create("b");
    String first = create("a");
    String third = create("b");

    assertThat(ids(list(""))).containsExactly(first, second, third);
  }

  @Test
  void completedAndAbortedUploadsAreNotListed() {
    String aborted = create("k");
    String completed = create("k");
    String open = create("k");
    s3.send("DELETE", "/bucket/k?uploadId=" + aborted);
    Answer part = s3.send("PUT", "/bucket/k?partNumber=1&uploadId=" + completed);
    s3.send(
        "POST",
        "/bucket/k?uploadId=" + completed,
        Headers.EMPTY,
        "<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>"
            + part.header("ETag")
            + "</ETag></Part></CompleteMultipartUpload>");

    assertThat(ids(list(""))).containsExactly(open);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10})
  void pagesFollowBothMarkers(int size) {
    List<String> expected = new ArrayList<>();
    for (String key : List.of("a", "b", "c")) {
      expected.add(create(key));
      expected.add(create(key));
    }

    assertThat(allIds(size, false)).isEqualTo(expected);
  }

  @Test
  void pagesGoOnBehindUploadsThatWereAbortedMeanwhile() {
    List<String> expected = new ArrayList<>();
    for (String key : List.of("a", "a", "a", "b", "b")) {
      expected.add(create(key));
    }

    assertThat(allIds(1, true)).isEqualTo(expected);
    assertThat(ids(list(""))).isEmpty();
  }

  @Test
  void keyMarkerAloneStandsForAllItsUploads() {
    String first = create("a");
    String second = create("b");

    assertThat(ids(list("&key-marker=a"))).containsExactly(second);
    assertThat(ids(list("&upload-id-marker=" + first))).containsExactly(first, second);
    assertThat(ids(list("&key-marker=&upload-id-marker=" + first))).containsExactly(first, second);
    assertThat(list("&upload-id-marker=" + first).text())
        .contains("<UploadIdMarker>" + first + "</UploadIdMarker>");
  }

  @Test
  void uploadIdMarkerBelongsToTheKeyMarker() {
    String id = create("a");
    create("b");

    for (String marker : List.of(id, "garbage")) {
      Answer answer = list("&key-marker=b&upload-id-marker=" + marker);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.xml())
          .isEqualTo(
              "<Error><Code>InvalidArgument</Code><Message>Invalid uploadId marker</Message>"
                  + "<ArgumentName>upload-id-marker</ArgumentName><ArgumentValue>"
                  + marker
                  + "</ArgumentValue></Error>");
    }
  }

  @Test
  void commonPrefixesAreRolledUp() {
    String above = create("folder/file1");
    create("folder/sub/file2");
    create("folder/sub/file3");
    create("other");

    Answer answer = list("&prefix=folder/&delimiter=/");

    assertThat(ids(answer)).containsExactly(above);
    assertThat(answer.xml())
        .contains("<NextKeyMarker>folder/file1</NextKeyMarker>")
        .endsWith(
            "<CommonPrefixes><Prefix>folder/sub/</Prefix></CommonPrefixes>"
                + "</ListMultipartUploadsResult>");
  }

  @Test
  void pageOfACommonPrefixAloneHasNoMarkers() {
    create("a/1");
    create("b");

    assertThat(list("&delimiter=/&max-uploads=1").xml())
        .contains(
            "<NextKeyMarker></NextKeyMarker><NextUploadIdMarker></NextUploadIdMarker>",
            "<IsTruncated>true</IsTruncated><CommonPrefixes><Prefix>a/</Prefix></CommonPrefixes>");
  }

  @Test
  void pageThatEndsWithACommonPrefixGoesOnBehindIt() {
    create("a");
    create("b/1");
    create("b/2");
    String last = create("c");

    assertThat(list("&delimiter=/&max-uploads=2").xml())
        .contains("<NextKeyMarker>b/</NextKeyMarker><NextUploadIdMarker></NextUploadIdMarker>");
    Answer next = list("&delimiter=/&max-uploads=2&key-marker=b/");
    assertThat(ids(next)).containsExactly(last);
    assertThat(next.text()).doesNotContain("<CommonPrefixes>");
  }

  @Test
  void pageOfNothingIsTheLast() {
    create("a");

    assertThat(list("&max-uploads=0").xml())
        .contains("<MaxUploads>0</MaxUploads><IsTruncated>false</IsTruncated></List");
  }

  @ParameterizedTest
  @CsvSource({
    "max-uploads, -1, Argument max-uploads must be an integer between 0 and 2147483647",
    "max-uploads, x, Provided max-uploads not an integer or within integer range",
    "encoding-type, base64, Invalid Encoding Method specified in Request"
  })
  void parametersAreChecked(String name, String value, String message) {
    Answer answer = list("&" + name + "=" + value);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>InvalidArgument</Code><Message>"
                + message
                + "</Message><ArgumentName>"
                + name
                + "</ArgumentName><ArgumentValue>"
                + value
                + "</ArgumentValue></Error>");
  }

  @Test
  void bucketWithOpenUploadsCanBeDeleted() {
    create("a");

    assertThat(s3.send("DELETE", "/bucket").status()).isEqualTo(204);
    s3.send("PUT", "/bucket");
    assertThat(ids(list(""))).isEmpty();
  }

  @Test
  void snapshotHoldsUploads() {
    String id = create("a");
    var snapshot = s3.engine().state();
    s3.send("DELETE", "/bucket/a?uploadId=" + id);

    s3.engine().restore(snapshot);

    assertThat(ids(list(""))).containsExactly(id);
  }

  /** Lists page by page, and aborts what it has seen before it goes on if it is told to. */
  private List<String> allIds(int size, boolean abort) {
    List<String> all = new ArrayList<>();
    String query = "";
    while (true) {
      String xml = list("&max-uploads=" + size + query).text();
      Matcher upload = UPLOAD.matcher(xml);
      while (upload.find()) {
        all.add(upload.group(2));
        if (abort) {
          s3.send("DELETE", "/bucket/" + upload.group(1) + "?uploadId=" + upload.group(2));
        }
      }
      if (xml.contains("<IsTruncated>false<")) {
        return all;
      }
      query =
          xml.replaceAll(
              "(?s).*<NextKeyMarker>(.*)</NextKeyMarker>"
                  + "<NextUploadIdMarker>(.*)</NextUploadIdMarker>.*",
              "&key-marker=$1&upload-id-marker=$2");
    }
  }

  private static List<String> ids(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return UPLOAD.matcher(answer.text()).results().map(match -> match.group(2)).toList();
  }

  private String create(String key, String... headers) {
    String xml = s3.send("POST", "/bucket/" + key + "?uploads", Headers.of(headers)).text();
    return xml.replaceAll("(?s).*<UploadId>(.*)</UploadId>.*", "$1");
  }

  private Answer list(String query) {
    return s3.send("GET", "/bucket?uploads" + query);
  }
}
