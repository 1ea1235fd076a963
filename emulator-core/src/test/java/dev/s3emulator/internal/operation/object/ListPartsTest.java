package dev.s3emulator.internal.operation.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ListParts (protocol-notes 10; xml-shapes A.8; recorded-answers 10). */
class ListPartsTest {

  private final MultipartClient client = new MultipartClient();

  @Test
  void documentIsAsS3Writes() {
    String id = client.create();
    client.uploaded(id, 1, "part-one-");
    client.s3.advanceSeconds(1);
    client.uploaded(id, 3, "part-two");

    assertThat(list(id, "").xml())
        .isEqualTo(
            frame(id, 0, 3, 1000, false)
                + "<Part><PartNumber>1</PartNumber><LastModified>2026-02-03T16:45:09.000Z"
                + "</LastModified><ETag>&quot;cfdacfe6bcfdfedac51d805ae9950245&quot;</ETag>"
                + "<Size>9</Size></Part>"
                + "<Part><PartNumber>3</PartNumber><LastModified>2026-02-03T16:45:10.000Z"
                + "</LastModified><ETag>&quot;093064bee9fa39309997041a6e03f29f&quot;</ETag>"
                + "<Size>8</Size></Part></ListPartsResult>");
  }

  @Test
  void uploadWithoutPartsListsNone() {
    String id = client.create();

    assertThat(list(id, "").xml()).isEqualTo(frame(id, 0, 0, 1000, false) + "</ListPartsResult>");
  }

  @Test
  void checksumsAreShownWhereTheUploadChoseThem() {
    String id =
        client.create("x-amz-checksum-algorithm", "CRC32", "x-amz-storage-class", "GLACIER_IR");
    client.uploaded(id, 1, "part-one-");

    assertThat(list(id, "").xml())
        .contains(
            "<StorageClass>GLACIER_IR</StorageClass><ChecksumAlgorithm>CRC32</ChecksumAlgorithm>"
                + "<ChecksumType>COMPOSITE</ChecksumType>",
            "<Size>9</Size><ChecksumCRC32>pKfQ1g==</ChecksumCRC32></Part>");
  }

  @ParameterizedTest
  @CsvSource({
    "&max-parts=2, 0, 2, 2, true, 1 2",
    "&max-parts=2&part-number-marker=2, 2, 4, 2, false, 3 4",
    "&part-number-marker=1&max-parts=1, 1, 2, 1, true, 2",
    "&part-number-marker=4, 4, 0, 1000, false, ''",
    "&part-number-marker=20000, 20000, 0, 1000, false, ''",
    "&max-parts=5000, 0, 4, 1000, false, 1 2 3 4",
    "&max-parts=&part-number-marker=, 0, 4, 1000, false, 1 2 3 4",
    "&max-parts=0, 0, 0, 0, false, ''"
  })
  void pagesFollowTheMarker(
      String query, int marker, int next, int maxParts, boolean truncated, String numbers) {
    String id = client.create();
    for (int number = 1; number <= 4; number++) {
      client.uploaded(id, number, "x");
    }

    String xml = list(id, query).xml();

    assertThat(xml).startsWith(frame(id, marker, next, maxParts, truncated));
    StringBuilder expected = new StringBuilder();
    for (String number : numbers.split(" ")) {
      expected.append(number.isEmpty() ? "" : "<PartNumber>" + number + "</PartNumber>");
    }
    assertThat(xml.replaceAll(".*?(<PartNumber>\\d+</PartNumber>|$)", "$1"))
        .isEqualTo(expected.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "max-parts, x, Provided max-parts not an integer or within integer range",
    "max-parts, -1, Argument max-parts must be an integer between 0 and 2147483647",
    "part-number-marker, 9999999999, "
        + "Provided part-number-marker not an integer or within integer range",
    "part-number-marker, -1, "
        + "Argument part-number-marker must be an integer between 0 and 2147483647"
  })
  void numbersMustBeNumbers(String name, String value, String message) {
    Answer answer = list(client.create(), "&" + name + "=" + value);

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
  void unknownUploadIsRefused() {
    assertThat(list("nothing", "").xml()).isEqualTo(UploadPartTest.noSuchUpload("nothing"));
  }

  private Answer list(String id, String query) {
    return client.s3.send("GET", "/bucket/key?uploadId=" + id + query);
  }

  private static String frame(String id, int marker, int next, int maxParts, boolean truncated) {
    return "<ListPartsResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Bucket>bucket"
        + "</Bucket><Key>key</Key><UploadId>"
        + id
        + "</UploadId><Initiator><ID>"
        + Owner.DEFAULT.canonicalId()
        + "</ID><DisplayName>s3emulator</DisplayName></Initiator><Owner><ID>"
        + Owner.DEFAULT.canonicalId()
        + "</ID></Owner><StorageClass>STANDARD</StorageClass>"
        + "<PartNumberMarker>"
        + marker
        + "</PartNumberMarker><NextPartNumberMarker>"
        + next
        + "</NextPartNumberMarker><MaxParts>"
        + maxParts
        + "</MaxParts><IsTruncated>"
        + truncated
        + "</IsTruncated>";
  }
}
