package dev.s3emulator.internal.operation.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.BucketSettings;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.Region;
import dev.s3emulator.internal.domain.TagSet;
import dev.s3emulator.internal.domain.VersioningState;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CreateBucket (protocol-notes 8 and 14, recorded-answers 17). */
class CreateBucketTest {

  private static final String MALFORMED =
      "<Error><Code>MalformedXML</Code><Message>The XML you provided was not well-formed or did"
          + " not validate against our published schema</Message></Error>";

  private final InProcessS3 s3 = new InProcessS3();

  @Test
  void bucketStartsEmptyAndUnversioned() {
    Answer answer = s3.send("PUT", "/alpha");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Location")).isEqualTo("/alpha");
    assertThat(answer.header("x-amz-bucket-arn")).isEqualTo("arn:aws:s3:::alpha");
    assertThat(answer.text()).isEmpty();
    BucketSettings settings = settings("alpha");
    assertThat(settings.owner()).isEqualTo(Owner.DEFAULT);
    assertThat(settings.region()).isEqualTo("us-east-1");
    assertThat(settings.creationDate()).isEqualTo(Instant.parse("2026-02-03T16:45:09Z"));
    assertThat(settings.versioning()).isEqualTo(VersioningState.UNVERSIONED);
    assertThat(settings.objectLockEnabled()).isFalse();
    assertThat(settings.tags().isEmpty()).isTrue();
  }

  @Test
  void virtualHostNamesTheBucketToo() {
    assertThat(s3.send("PUT", "/", Headers.of("Host", "alpha.s3.test:9000")).status())
        .isEqualTo(200);
    assertThat(s3.engine().state().bucket("alpha")).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "eu-west-1, eu-west-1, arn:aws:s3:::alpha",
    "EU, eu-west-1, arn:aws:s3:::alpha",
    "cn-north-1, cn-north-1, arn:aws-cn:s3:::alpha",
    "us-gov-west-1, us-gov-west-1, arn:aws-us-gov:s3:::alpha"
  })
  void locationConstraintChoosesTheRegion(String constraint, String region, String arn) {
    Answer answer = create("alpha", "<LocationConstraint>" + constraint + "</LocationConstraint>");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Location")).isEqualTo("http://alpha.s3.amazonaws.com/");
    assertThat(answer.header("x-amz-bucket-arn")).isEqualTo(arn);
    assertThat(settings("alpha").region()).isEqualTo(region);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<LocationConstraint/>"})
  void missingConstraintMeansUsEast1(String content) {
    assertThat(create("alpha", content).header("Location")).isEqualTo("/alpha");
  }

  @ParameterizedTest
  @ValueSource(strings = {"us-east-1", "eu-east-1", "eu", "moon-1"})
  void unknownConstraintIsRefused(String constraint) {
    Answer answer = create("alpha", "<LocationConstraint>" + constraint + "</LocationConstraint>");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>InvalidLocationConstraint</Code><Message>The specified"
                + " location-constraint is not valid</Message><LocationConstraint>"
                + constraint
                + "</LocationConstraint></Error>");
    assertThat(s3.engine().state().buckets()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', The unspecified location constraint",
    "<LocationConstraint>us-west-1</LocationConstraint>, The us-west-1 location constraint"
  })
  void regionalEndpointMakesOnlyItsOwnBuckets(String content, String message) {
    InProcessS3 regional = new InProcessS3(new Region("eu-west-1"));

    Answer answer = regional.send("PUT", "/alpha", Headers.EMPTY, document(content));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>IllegalLocationConstraintException</Code><Message>"
                + message
                + " is incompatible for the region specific endpoint this request was sent"
                + " to.</Message></Error>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"eu-west-1", "EU"})
  void regionalEndpointMakesBucketsOfItsRegion(String constraint) {
    InProcessS3 regional = new InProcessS3(new Region("eu-west-1"));

    Answer answer =
        regional.send(
            "PUT",
            "/alpha",
            Headers.EMPTY,
            document("<LocationConstraint>" + constraint + "</LocationConstraint>"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(regional.send("PUT", "/beta").status()).isEqualTo(400);
  }

  @Test
  void endpointMayBeOfARegionThatAwsDoesNotHave() {
    InProcessS3 regional = new InProcessS3(new Region("moon-1"));
    String document = document("<LocationConstraint>moon-1</LocationConstraint>");

    assertThat(regional.send("PUT", "/alpha", Headers.EMPTY, document).status()).isEqualTo(200);
    assertThat(regional.send("GET", "/alpha?location").xml()).contains(">moon-1<");
    assertThat(regional.send("GET", "/?bucket-region=moon-1").xml()).contains("<Name>alpha</Name>");
  }

  @Test
  void ownBucketInUsEast1IsFoundAndKept() {
    s3.send("PUT", "/alpha");
    s3.send(
        "PUT",
        "/alpha?versioning",
        Headers.EMPTY,
        "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>");
    BucketSettings before = settings("alpha");
    s3.advanceSeconds(60);

    Answer again = s3.send("PUT", "/alpha");

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.header("Location")).isEqualTo("/alpha");
    assertThat(settings("alpha")).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "'', <Tags><Tag><Key>a</Key><Value>b</Value></Tag></Tags>",
    "'', <LocationConstraint>eu-west-1</LocationConstraint>",
    "<LocationConstraint>eu-west-1</LocationConstraint>, ''",
    "<LocationConstraint>eu-west-1</LocationConstraint>, "
        + "<LocationConstraint>eu-west-1</LocationConstraint>"
  })
  void ownBucketIsOtherwiseAConflict(String first, String second) {
    create("alpha", first);

    Answer again = create("alpha", second);

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.xml())
        .isEqualTo(
            "<Error><Code>BucketAlreadyOwnedByYou</Code><Message>Your previous request to create"
                + " the named bucket succeeded and you already own"
                + " it.</Message><BucketName>alpha</BucketName></Error>");
  }

  @Test
  void bucketOfAnotherAccountIsTaken() {
    Owner other = new Owner("999999999999", "f".repeat(64), "other");
    s3.engine()
        .change(
            state ->
                state.with(
                    Bucket.empty(
                        new BucketSettings(
                            "alpha",
                            other,
                            "us-east-1",
                            Instant.EPOCH,
                            VersioningState.UNVERSIONED,
                            BucketSettings.MfaDelete.NEVER_SET,
                            false,
                            TagSet.EMPTY))));

    Answer answer = s3.send("PUT", "/alpha");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.xml())
        .contains("<Code>BucketAlreadyExists</Code>")
        .endsWith("<BucketName>alpha</BucketName></Error>");
  }

  @Test
  void tagsAreKept() {
    create(
        "alpha",
        "<Tags><Tag><Key>team</Key><Value>blue</Value></Tag>"
            + "<Tag><Value/><Key>empty</Key></Tag></Tags>");

    assertThat(settings("alpha").tags().tags())
        .containsExactly(Map.entry("team", "blue"), Map.entry("empty", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<Tag><Key>aws:x</Key><Value>v</Value></Tag> | 400 | InvalidTag | User-defined tag keys"
            + " can't start with &quot;aws:&quot;. This prefix is reserved for system tags. Remove"
            + " &quot;aws:&quot; from your tag keys and try again. | ''",
        "<Tag><Key>a,b</Key><Value>v</Value></Tag> | 400 | InvalidTag | The TagKey you have"
            + " provided is invalid | <TagKey>a,b</TagKey>",
        "<Tag><Key>a</Key><Value>?</Value></Tag> | 400 | InvalidTag | The TagValue you have"
            + " provided is invalid | <TagKey>a</TagKey><TagValue>?</TagValue>",
        "<Tag><Key>a</Key><Value>1</Value></Tag><Tag><Key>a</Key><Value>2</Value></Tag> | 500 |"
            + " InternalError | We encountered an internal error. Please try again. | ''"
      })
  void invalidTagsAreRefused(
      String tags, int status, String code, String message, String elements) {
    Answer answer = create("alpha", "<Tags>" + tags + "</Tags>");

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>%s</Code><Message>%s</Message>%s</Error>"
                .formatted(code, message, elements));
    assertThat(s3.engine().state().buckets()).isEmpty();
  }

  @Test
  void fiftyTagsFitEvenInTheirLongestForm() {
    assertThat(create("alpha", longTags(50)).status()).isEqualTo(200);
    assertThat(create("beta", longTags(51)).xml())
        .isEqualTo(
            "<Error><Code>BadRequest</Code><Message>Bucket tag count cannot be greater than"
                + " 50</Message></Error>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<Unknown/>",
        "text",
        "<LocationConstraint>eu-west-1</LocationConstraint><LocationConstraint/>",
        "<LocationConstraint><X/></LocationConstraint>",
        "<Tags><Tag><Key>a</Key></Tag></Tags>",
        "<Tags><Tag><Value>a</Value></Tag></Tags>",
        "<Tags><Other/></Tags>",
        "<Tags/><Tags/>"
      })
  void schemaIsStrict(String content) {
    Answer answer = create("alpha", content);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml()).isEqualTo(MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x", "<CreateBucketConfiguration>", "<VersioningConfiguration/>", "<a/><b/>"})
  void documentMustBeTheRightOne(String document) {
    assertThat(s3.send("PUT", "/alpha", Headers.EMPTY, document).xml()).isEqualTo(MALFORMED);
  }

  @Test
  void namespaceOfDocumentMeansNothing() {
    String document =
        "<CreateBucketConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
            + "<LocationConstraint>eu-west-1</LocationConstraint></CreateBucketConfiguration>";

    assertThat(s3.send("PUT", "/alpha", Headers.EMPTY, document).status()).isEqualTo(200);
    assertThat(settings("alpha").region()).isEqualTo("eu-west-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ab", "Alpha", "a_b", "192.168.0.1", "a..b"})
  void invalidNameIsRefused(String name) {
    Answer answer = s3.send("PUT", "/" + name);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>InvalidBucketName</Code><Message>The specified bucket is not"
                + " valid.</Message><BucketName>"
                + name
                + "</BucketName></Error>");
  }

  @ParameterizedTest
  @CsvSource({
    "/alpha--usw2-az1--x-s3, ''",
    "/alpha, <Location><Name>usw2-az1</Name><Type>AvailabilityZone</Type></Location>",
    "/alpha, <Bucket><Type>Directory</Type></Bucket>"
  })
  void directoryBucketsAreNotEmulated(String path, String content) {
    Answer answer = s3.send("PUT", path, Headers.EMPTY, document(content));

    assertThat(answer.status()).isEqualTo(501);
    assertThat(answer.xml()).endsWith("<Feature>directory buckets</Feature></Error>");
  }

  @Test
  void unknownParametersChangeNothing() {
    assertThat(s3.send("PUT", "/alpha?x-id=CreateBucket&Versioning").status()).isEqualTo(200);
  }

  private Answer create(String name, String content) {
    return s3.send("PUT", "/" + name, Headers.EMPTY, document(content));
  }

  private BucketSettings settings(String name) {
    return s3.engine().state().requireBucket(name).settings();
  }

  private static String document(String content) {
    return "<CreateBucketConfiguration>" + content + "</CreateBucketConfiguration>";
  }

  private static String longTags(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                "<Tag><Key>%03d%s</Key><Value>%s</Value></Tag>"
                    .formatted(i, "日".repeat(125), "語".repeat(256)))
        .collect(Collectors.joining("", "<Tags>", "</Tags>"));
  }
}
