package dev.s3emulator.internal.operation.bucketconfig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The configurations of which a bucket may have many of a kind. */
class IdentifiedConfigurationsTest {

  private static final String NAMESPACE = " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"";

  private final InProcessS3 s3 = new InProcessS3();

  @BeforeEach
  void createBucket() {
    s3.send("PUT", "/alpha");
  }

  static Stream<Arguments> kinds() {
    return Stream.of(
        Arguments.of(
            "analytics",
            "AnalyticsConfiguration",
            "ListBucketAnalyticsConfigurationResult",
            "<Filter><Prefix>a/</Prefix></Filter><StorageClassAnalysis/>"),
        Arguments.of(
            "intelligent-tiering",
            "IntelligentTieringConfiguration",
            "ListBucketIntelligentTieringConfigurationsOutput",
            "<Status>Enabled</Status><Tiering><Days>90</Days>"
                + "<AccessTier>ARCHIVE_ACCESS</AccessTier></Tiering>"),
        Arguments.of(
            "inventory",
            "InventoryConfiguration",
            "ListInventoryConfigurationsResult",
            "<IsEnabled>true</IsEnabled><Destination><S3BucketDestination>"
                + "<Bucket>arn:aws:s3:::beta</Bucket><Format>CSV</Format></S3BucketDestination>"
                + "</Destination><Schedule><Frequency>Daily</Frequency></Schedule>"
                + "<IncludedObjectVersions>All</IncludedObjectVersions>"
                + "<OptionalFields><Field>Size</Field><Field>ETag</Field></OptionalFields>"),
        Arguments.of(
            "metrics",
            "MetricsConfiguration",
            "ListMetricsConfigurationsResult",
            "<Filter><And><Prefix>a/</Prefix><Tag><Key>k</Key><Value>v</Value></Tag></And>"
                + "</Filter>"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void whatWasPutIsShownAndListedAndDeletedOnce(
      String kind, String root, String list, String content) {
    Answer put = put(kind, root, "one", content);

    assertThat(put.status()).as(put.text()).isEqualTo(204);
    String inner = "<Id>one</Id>" + content + "</" + root + ">";
    assertThat(s3.send("GET", "/alpha?" + kind + "&id=one").xml())
        .isEqualTo("<" + root + NAMESPACE + ">" + inner);
    assertThat(s3.send("GET", "/alpha?" + kind).xml())
        .isEqualTo(
            "<"
                + list
                + NAMESPACE
                + "><"
                + root
                + ">"
                + inner
                + "<IsTruncated>false</IsTruncated></"
                + list
                + ">");
    assertThat(s3.send("DELETE", "/alpha?" + kind + "&id=one").status()).isEqualTo(204);
    Answer again = s3.send("DELETE", "/alpha?" + kind + "&id=one");
    assertThat(again.status()).isEqualTo(404);
    assertThat(again.xml())
        .isEqualTo(
            "<Error><Code>NoSuchConfiguration</Code>"
                + "<Message>The specified configuration does not exist.</Message></Error>");
    assertThat(s3.send("GET", "/alpha?" + kind + "&id=one").xml())
        .contains("<Code>NoSuchConfiguration</Code>");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void theIdsMustAgree(String kind, String root, String list, String content) {
    Answer answer =
        s3.sendDocument(
            "PUT",
            "/alpha?" + kind + "&id=two",
            "<" + root + "><Id>one</Id>" + content + "</" + root + ">");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>IdMismatch</Code>"
                + "<Message>Document ID does not match the specified configuration ID.</Message>"
                + "</Error>");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void whatIsNotOfTheSchemaIsMalformed(String kind, String root, String list, String content) {
    Answer answer = put(kind, root, "one", content + "<Unknown/>");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml()).contains("<Code>MalformedXML</Code>");
  }

  @Test
  void kindsDoNotShareTheirIds() {
    put("metrics", "MetricsConfiguration", "one", "");

    assertThat(s3.send("GET", "/alpha?analytics&id=one").status()).isEqualTo(404);
  }

  @Test
  void pagesHoldAHundredInTheOrderOfIds() {
    for (int i = 0; i < 101; i++) {
      put("metrics", "MetricsConfiguration", "id-%03d".formatted(i), "");
    }

    String first = s3.send("GET", "/alpha?metrics").xml();
    String token = first.replaceAll(".*<NextContinuationToken>(.*)</Next.*", "$1");
    String second = s3.send("GET", "/alpha?metrics&continuation-token=" + token).xml();

    assertThat(first).contains("<IsTruncated>true</IsTruncated>", "id-000", "id-099");
    assertThat(first).doesNotContain("id-100");
    assertThat(second)
        .isEqualTo(
            "<ListMetricsConfigurationsResult"
                + NAMESPACE
                + "><MetricsConfiguration><Id>id-100</Id></MetricsConfiguration>"
                + "<IsTruncated>false</IsTruncated><ContinuationToken>"
                + token
                + "</ContinuationToken></ListMetricsConfigurationsResult>");
  }

  @Test
  void aForgedTokenIsRefused() {
    Answer answer = s3.send("GET", "/alpha?metrics&continuation-token=%25%25");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>MalformedContinuationToken</Code>"
                + "<Message>The continuation-token you provided invalid.</Message></Error>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a%20b", "%2F", "%C3%A4"})
  void anIdHasAForm(String id) {
    Answer answer = s3.send("GET", "/alpha?metrics&id=" + id);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .contains("<Code>InvalidArgument</Code>", "<ArgumentName>id</ArgumentName>");
  }

  @Test
  void inventoryGoesToABucketByArn() {
    Answer answer =
        put(
            "inventory",
            "InventoryConfiguration",
            "one",
            "<IsEnabled>true</IsEnabled><Destination><S3BucketDestination>"
                + "<Bucket>beta</Bucket><Format>CSV</Format></S3BucketDestination>"
                + "</Destination><Schedule><Frequency>Daily</Frequency></Schedule>"
                + "<IncludedObjectVersions>All</IncludedObjectVersions>");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>InvalidS3DestinationBucket</Code><Message>Invalid bucket ARN.</Message>"
                + "</Error>");
  }

  private Answer put(String kind, String root, String id, String content) {
    return s3.sendDocument(
        "PUT",
        "/alpha?" + kind + "&id=" + id,
        "<" + root + "><Id>" + id + "</Id>" + content + "</" + root + ">");
  }
}
