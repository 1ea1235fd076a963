package dev.s3emulator.internal.operation.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.protocol.ResponseBody;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranges and parts of GetObject, and the checksum beside them (protocol-notes 9, 11). */
class GetObjectRangeTest {

  private static final String TAG = "\"781e5e245d69b566979b86e28d23f2c7\"";

  private final InProcessS3 s3 = new InProcessS3();

  @BeforeEach
  void putDigits() {
    s3.send("PUT", "/bucket");
    s3.send("PUT", "/bucket/key", Headers.EMPTY, "0123456789");
  }

  @Test
  void bodyIsTheStoredContentWithoutACopy() {
    ResponseBody body = get("Range", "bytes=2-4").response().body();

    assertThat(body).isInstanceOf(ResponseBody.Content.class);
    ResponseBody.Content content = (ResponseBody.Content) body;
    assertThat(content.position()).isEqualTo(2);
    assertThat(content.length()).isEqualTo(3);
    assertThat(content.blob().size()).isEqualTo(10);
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-3, 0123, bytes 0-3/10",
    "bytes=7-, 789, bytes 7-9/10",
    "bytes=-2, 89, bytes 8-9/10",
    "bytes=8-100, 89, bytes 8-9/10",
    "bytes=0-100, 0123456789, bytes 0-9/10"
  })
  void rangeIsPartialContent(String range, String text, String contentRange) {
    Answer answer = get("Range", range);

    assertThat(answer.status()).isEqualTo(206);
    assertThat(answer.text()).isEqualTo(text);
    assertThat(answer.header("Content-Range")).isEqualTo(contentRange);
    assertThat(answer.header("ETag")).isEqualTo(TAG);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=1-0", "bytes=-", "0-1", "bytes=0-1,3-4"})
  void malformedRangeIsIgnored(String range) {
    Answer answer = get("Range", range);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("0123456789");
    assertThat(answer.header("Content-Range")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=10-", "bytes=-0"})
  void rangeBehindTheObjectIsRefused(String range) {
    Answer answer = get("Range", range);

    assertThat(answer.status()).isEqualTo(416);
    assertThat(answer.header("Content-Range")).isNull();
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>InvalidRange</Code><Message>The requested range is not"
                + " satisfiable</Message><RangeRequested>%s</RangeRequested>".formatted(range)
                + "<ActualObjectSize>10</ActualObjectSize></Error>");
  }

  @Test
  void partOneOfAPlainObjectIsAllOfIt() {
    Answer answer = s3.send("GET", "/bucket/key?partNumber=1");

    assertThat(answer.status()).isEqualTo(206);
    assertThat(answer.text()).isEqualTo("0123456789");
    assertThat(answer.header("Content-Range")).isEqualTo("bytes 0-9/10");
  }

  @Test
  void otherPartsOfAPlainObjectAreNotThere() {
    Answer answer = s3.send("GET", "/bucket/key?partNumber=2");

    assertThat(answer.status()).isEqualTo(416);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>InvalidPartNumber</Code><Message>The requested partnumber is not"
                + " satisfiable</Message><PartNumberRequested>2</PartNumberRequested>"
                + "<ActualPartCount>1</ActualPartCount></Error>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "10001", "99999999999", "one", ""})
  void partNumberMustBeOne(String partNumber) {
    Answer answer = s3.send("GET", "/bucket/key?partNumber=" + partNumber);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>InvalidArgument</Code><Message>Part number must be an integer between 1"
                + " and 10000, inclusive</Message><ArgumentName>partNumber</ArgumentName>"
                + "<ArgumentValue>%s</ArgumentValue></Error>".formatted(partNumber));
  }

  @Test
  void partNumberAndRangeExcludeEachOther() {
    Answer answer = s3.send("GET", "/bucket/key?partNumber=1", Headers.of("Range", "bytes=0-1"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>InvalidRequest</Code><Message>Cannot specify both Range header and"
                + " partNumber query parameter</Message></Error>");
  }

  @ParameterizedTest
  @CsvSource({
    ", true",
    "bytes=0-100, true",
    "bytes=-15, true",
    "bytes=0-8, false",
    "bytes=1-, false"
  })
  void checksumIsShownForTheWholeObjectOnly(@Nullable String range, boolean shown) {
    Answer answer =
        range == null
            ? get("x-amz-checksum-mode", "enabled")
            : get("x-amz-checksum-mode", "ENABLED", "Range", range);

    assertThat(answer.header("x-amz-checksum-crc64nvme") != null).isEqualTo(shown);
    assertThat(answer.header("x-amz-checksum-type")).isEqualTo(shown ? "FULL_OBJECT" : null);
  }

  @Test
  void unknownChecksumModeIsRefused() {
    Answer answer = get("x-amz-checksum-mode", "DISABLED");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>InvalidRequest</Code><Message>Value for x-amz-checksum-mode header is"
                + " invalid.</Message></Error>");
  }

  private Answer get(String... headers) {
    return s3.send("GET", "/bucket/key", Headers.of(headers));
  }
}
