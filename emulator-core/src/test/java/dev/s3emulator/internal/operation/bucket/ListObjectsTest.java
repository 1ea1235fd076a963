package dev.s3emulator.internal.operation.bucket;

import static dev.s3emulator.internal.operation.bucket.ListingFixture.CONTENT;
import static dev.s3emulator.internal.operation.bucket.ListingFixture.NAMESPACE;
import static dev.s3emulator.internal.operation.bucket.ListingFixture.OWNER;
import static dev.s3emulator.internal.operation.bucket.ListingFixture.STANDARD;
import static dev.s3emulator.internal.operation.bucket.ListingFixture.all;
import static dev.s3emulator.internal.operation.bucket.ListingFixture.encode;
import static dev.s3emulator.internal.operation.bucket.ListingFixture.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.domain.StorageClass;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** ListObjects (xml-shapes A.3, recorded-answers 10, protocol-notes 31). */
class ListObjectsTest {

  private final ListingFixture alpha = new ListingFixture();

  @Test
  void emptyBucket() {
    Answer answer = alpha.s3().send("GET", "/alpha");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/xml");
    assertThat(answer.text()).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ListBucket");
    assertThat(answer.xml())
        .isEqualTo(
            "<ListBucketResult"
                + NAMESPACE
                + "><Name>alpha</Name><Prefix></Prefix><Marker></Marker><MaxKeys>1000</MaxKeys>"
                + "<IsTruncated>false</IsTruncated></ListBucketResult>");
  }

  @Test
  void truncatedPageWithDelimiter() {
    alpha.put("p/a.txt", "p/b/1", "p/b/2", "p/c.txt", "q");

    assertThat(alpha.get("prefix=p/&delimiter=/&max-keys=2").xml())
        .isEqualTo(
            "<ListBucketResult"
                + NAMESPACE
                + "><Name>alpha</Name><Prefix>p/</Prefix><Marker></Marker>"
                + "<NextMarker>p/b/</NextMarker><MaxKeys>2</MaxKeys><Delimiter>/</Delimiter>"
                + "<IsTruncated>true</IsTruncated><Contents><Key>p/a.txt</Key>"
                + CONTENT
                + OWNER
                + STANDARD
                + "</Contents><CommonPrefixes><Prefix>p/b/</Prefix></CommonPrefixes>"
                + "</ListBucketResult>");
    Answer rest = alpha.get("prefix=p/&delimiter=/&max-keys=2&marker=p/b/");
    assertThat(all(rest, "Key")).containsExactly("p/c.txt");
    assertThat(all(rest, "Prefix")).containsExactly("p/");
    assertThat(only(rest, "Marker")).isEqualTo("p/b/");
    assertThat(all(rest, "NextMarker")).isEmpty();
  }

  @Test
  void nextMarkerIsLeftOutWithoutDelimiter() {
    alpha.put("a", "b");

    Answer answer = alpha.get("max-keys=1");

    assertThat(only(answer, "IsTruncated")).isEqualTo("true");
    assertThat(all(answer, "NextMarker")).isEmpty();
    assertThat(all(alpha.get("max-keys=1&delimiter="), "NextMarker")).isEmpty();
    assertThat(all(alpha.get("max-keys=1&delimiter=/"), "NextMarker")).containsExactly("a");
  }

  @Test
  void emptyDelimiterIsNone() {
    alpha.put("a/b");

    Answer answer = alpha.get("delimiter=");

    assertThat(all(answer, "Key")).containsExactly("a/b");
    assertThat(answer.text()).doesNotContain("<Delimiter>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"list-type=1", "list-type=", "list-type", "list-type=02", "list-type=3"})
  void otherListTypesAreThisOne(String query) {
    assertThat(alpha.get(query).text()).contains("<Marker></Marker>").doesNotContain("KeyCount");
  }

  @ParameterizedTest
  @CsvSource({"'', 1000", "05, 5", "1000, 1000", "1001, 1001", "2147483647, 2147483647", "-0, 0"})
  void pageSizeIsEchoedAsParsed(String sent, String shown) {
    assertThat(only(alpha.get("max-keys=" + sent), "MaxKeys")).isEqualTo(shown);
  }

  @Test
  void pageHoldsAThousandKeysAtMost() {
    IntStream.range(0, 1001).forEach(i -> alpha.put("k" + i));

    for (String query : List.of("", "max-keys=", "max-keys=1001", "max-keys=1000")) {
      Answer answer = alpha.get(query);
      assertThat(all(answer, "Key")).hasSize(1000);
      assertThat(only(answer, "IsTruncated")).isEqualTo("true");
    }
  }

  @Test
  void pageOfNothingIsNotTruncated() {
    alpha.put("a");

    Answer answer = alpha.get("max-keys=0&delimiter=/");

    assertThat(answer.text()).doesNotContain("<Contents>", "<NextMarker>");
    assertThat(only(answer, "IsTruncated")).isEqualTo("false");
  }

  @ParameterizedTest
  @CsvSource({
    "max-keys=-1, Argument maxKeys must be an integer between 0 and 2147483647, maxKeys, -1",
    "max-keys=x, Provided max-keys not an integer or within integer range, max-keys, x",
    "max-keys=1.0, Provided max-keys not an integer or within integer range, max-keys, 1.0",
    "max-keys=2147483648, Provided max-keys not an integer or within integer range, max-keys,"
        + " 2147483648",
    "encoding-type=, Invalid Encoding Method specified in Request, encoding-type, ''",
    "encoding-type=base64, Invalid Encoding Method specified in Request, encoding-type, base64"
  })
  void wrongParameterIsRefused(String query, String message, String name, String value) {
    Answer answer = alpha.get(query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml()).isEqualTo(invalidArgument(message, name, value));
  }

  @ParameterizedTest
  @CsvSource({
    "continuation-token=x, continuation-token, continuation-token",
    "start-after=x, startAfter, start-after",
    "start-after=x&list-type=1, startAfter, start-after"
  })
  void parametersOfTheSecondFormAreRefused(String query, String word, String name) {
    Answer answer = alpha.get(query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>InvalidArgument</Code><Message>"
                + word
                + " only supported in REST.GET.BUCKET with list-type=2</Message><ArgumentName>"
                + name
                + "</ArgumentName></Error>");
  }

  @Test
  void whatTheUrlForbidsIsSaidBeforeTheBucketIsLookedFor() {
    assertThat(alpha.s3().send("GET", "/missing?start-after=x").status()).isEqualTo(400);
    assertThat(alpha.s3().send("GET", "/missing?max-keys=x").status()).isEqualTo(400);
    assertThat(alpha.s3().send("GET", "/missing?max-keys=-1").status()).isEqualTo(404);
    assertThat(alpha.s3().send("GET", "/missing?encoding-type=x").status()).isEqualTo(404);
    assertThat(alpha.s3().send("GET", "/missing").xml())
        .isEqualTo(
            "<Error><Code>NoSuchBucket</Code><Message>The specified bucket does not exist</Message>"
                + "<BucketName>missing</BucketName></Error>");
  }

  @Test
  void encodingTypeIsJudgedBeforeTheRangeOfThePageSize() {
    assertThat(only(alpha.get("max-keys=-1&encoding-type=x"), "ArgumentName"))
        .isEqualTo("encoding-type");
  }

  @Test
  void encodingAppliesToNames() {
    alpha.put("p%+/a b=~!'*/\u00e4", "p%+/a b=~!'*/x", "p%+/z");

    Answer answer =
        alpha.get(
            "encoding-type=uRL&max-keys=1&prefix="
                + encode("p%+/")
                + "&delimiter="
                + encode("/")
                + "&marker="
                + encode("p%+/ "));

    assertThat(answer.xml())
        .isEqualTo(
            "<ListBucketResult"
                + NAMESPACE
                + "><Name>alpha</Name><Prefix>p%25%2B/</Prefix><Marker>p%25%2B/+</Marker>"
                + "<NextMarker>p%25%2B/a+b%3D%7E%21%27*/</NextMarker><MaxKeys>1</MaxKeys>"
                + "<Delimiter>/</Delimiter><EncodingType>uRL</EncodingType>"
                + "<IsTruncated>true</IsTruncated><CommonPrefixes>"
                + "<Prefix>p%25%2B/a+b%3D%7E%21%27*/</Prefix></CommonPrefixes></ListBucketResult>");
    assertThat(all(alpha.get("encoding-type=url"), "Key"))
        .containsExactly(
            "p%25%2B/a+b%3D%7E%21%27*/x", "p%25%2B/a+b%3D%7E%21%27*/%C3%A4", "p%25%2B/z");
  }

  @Test
  void namesWithoutEncodingAreEscapedForXml() {
    alpha.put("a<&>\"b", "a\u0001b", "a\rb");

    assertThat(all(alpha.get(""), "Key"))
        .containsExactly("a&#x1;b", "a&#13;b", "a&lt;&amp;&gt;&quot;b");
    assertThat(all(alpha.get("encoding-type=url"), "Key"))
        .containsExactly("a%01b", "a%0Db", "a%3C%26%3E%22b");
  }

  @Test
  void storageClassIsShown() {
    alpha.put("cold", StorageClass.GLACIER);

    Answer answer =
        alpha
            .s3()
            .send(
                "GET",
                "/alpha",
                Headers.builder().add("x-amz-optional-object-attributes", "RestoreStatus").build());

    assertThat(only(answer, "StorageClass")).isEqualTo("GLACIER");
    // It was not restored, so there is no status to show.
    assertThat(answer.text()).doesNotContain("RestoreStatus");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Nothing", "", "RestoreStatus,", "restorestatus"})
  void unknownOptionalAttributeIsRefused(String attributes) {
    Answer answer =
        alpha
            .s3()
            .send(
                "GET",
                "/alpha",
                Headers.builder().add("x-amz-optional-object-attributes", attributes).build());

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            invalidArgument(
                "Invalid attribute name specified.",
                "x-amz-optional-object-attributes",
                attributes));
  }

  @Test
  void requestPayerChangesNothing() {
    Answer answer =
        alpha
            .s3()
            .send(
                "GET", "/alpha", Headers.builder().add("x-amz-request-payer", "requester").build());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("x-amz-request-charged")).isNull();
  }

  @Test
  void everyPageSizeListsTheSame() {
    alpha.put("a", "a/", "a//b", "a/b", "b/1", "b/2", "c", "\uFFFD", "\uD83D\uDE00/x", "%", "+");
    for (String delimiter : List.of("", "/")) {
      List<String> whole = page("delimiter=" + delimiter, 1000);
      assertThat(whole).hasSize(delimiter.isEmpty() ? 11 : 8);
      for (int size = 1; size <= whole.size(); size++) {
        assertThat(page("delimiter=" + delimiter, size)).isEqualTo(whole);
      }
    }
  }

  /** Pages as a client does: after the NextMarker, or without one after the last key. */
  private List<String> page(String query, int size) {
    List<String> found = new ArrayList<>();
    String marker = "";
    Answer answer;
    do {
      answer = alpha.get(query + "&max-keys=" + size + "&marker=" + encode(marker));
      List<String> keys = all(answer, "Key");
      List<String> prefixes = all(answer, "Prefix");
      found.addAll(keys);
      assertThat(found).as("pages without end").hasSizeLessThan(100);
      // The first is the prefix of the request.
      found.addAll(prefixes.subList(1, prefixes.size()));
      List<String> next = all(answer, "NextMarker");
      marker = !next.isEmpty() ? next.get(0) : keys.isEmpty() ? "" : keys.get(keys.size() - 1);
    } while (only(answer, "IsTruncated").equals("true"));
    return found.stream().sorted().toList();
  }

  private static String invalidArgument(String message, String name, String value) {
    return "<Error><Code>InvalidArgument</Code><Message>"
        + message
        + "</Message><ArgumentName>"
        + name
        + "</ArgumentName><ArgumentValue>"
        + value
        + "</ArgumentValue></Error>";
  }
}
