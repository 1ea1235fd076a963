package dev.s3emulator.internal.operation.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.BucketSettings;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.TagSet;
import dev.s3emulator.internal.domain.VersioningState;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** ListBuckets (xml-shapes A.2, recorded-answers 10). */
class ListBucketsTest {

  private static final String HEAD =
      "<ListAllMyBucketsResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Owner><ID>"
          + "75aa57f09aa0c8caeab4f8c24e99d10f8e7faeebf76c078efc7c6caea54ba06a</ID></Owner>";

  private final InProcessS3 s3 = new InProcessS3();

  @Test
  void noBucketsIsAnEmptyList() {
    Answer answer = s3.send("GET", "/");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/xml");
    assertThat(answer.xml()).isEqualTo(HEAD + "<Buckets></Buckets></ListAllMyBucketsResult>");
  }

  @Test
  void plainListHasNoRegions() {
    s3.send("PUT", "/beta");
    s3.advanceSeconds(1);
    s3.send("PUT", "/alpha");

    assertThat(s3.send("GET", "/?x-id=ListBuckets").xml())
        .isEqualTo(
            HEAD
                + "<Buckets><Bucket><Name>alpha</Name><CreationDate>2026-02-03T16:45:10.000Z"
                + "</CreationDate><BucketArn>arn:aws:s3:::alpha</BucketArn></Bucket><Bucket><Name>"
                + "beta</Name><CreationDate>2026-02-03T16:45:09.000Z</CreationDate><BucketArn>"
                + "arn:aws:s3:::beta</BucketArn></Bucket></Buckets></ListAllMyBucketsResult>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "max-buckets=5",
        "max-buckets=",
        "bucket-region=eu-west-1",
        "bucket-region=",
        "continuation-token="
      })
  void anyParameterBringsRegions(String query) {
    create("alpha", "eu-west-1");

    assertThat(s3.send("GET", "/?" + query).xml())
        .isEqualTo(
            HEAD
                + "<Buckets><Bucket><Name>alpha</Name><CreationDate>2026-02-03T16:45:09.000Z"
                + "</CreationDate><BucketRegion>eu-west-1</BucketRegion><BucketArn>"
                + "arn:aws:s3:::alpha</BucketArn></Bucket></Buckets></ListAllMyBucketsResult>");
  }

  @Test
  void namesAreInTheOrderOfTheirBytes() {
    for (String name : List.of("b-1", "b.1", "b1x", "b0x", "a-z", "0b0")) {
      s3.send("PUT", "/" + name);
    }

    assertThat(names(s3.send("GET", "/")))
        .containsExactly("0b0", "a-z", "b-1", "b.1", "b0x", "b1x");
  }

  @ParameterizedTest
  @CsvSource({"log, logs-1 logs-2", "logs-2, logs-2", "m, ''", "'', data logs-1 logs-2 zoo"})
  void prefixChoosesAndIsShown(String prefix, String expected) {
    List.of("zoo", "logs-2", "data", "logs-1").forEach(name -> s3.send("PUT", "/" + name));

    Answer answer = s3.send("GET", "/?prefix=" + prefix);

    assertThat(String.join(" ", names(answer))).isEqualTo(expected);
    assertThat(answer.xml()).endsWith("<Prefix>" + prefix + "</Prefix></ListAllMyBucketsResult>");
  }

  @Test
  void regionChooses() {
    create("alpha", "eu-west-1");
    create("beta", "EU");
    create("gamma", "us-west-2");
    s3.send("PUT", "/delta");

    assertThat(names(s3.send("GET", "/?bucket-region=eu-west-1"))).containsExactly("alpha", "beta");
    assertThat(names(s3.send("GET", "/?bucket-region=us-east-1"))).containsExactly("delta");
    assertThat(names(s3.send("GET", "/?bucket-region=sa-east-1"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 9, 10, 11})
  void pagesJoinToTheWholeList(int size) {
    List<String> all = IntStream.range(0, 10).mapToObj(i -> "bucket-" + i).toList();
    all.forEach(name -> s3.send("PUT", "/" + name));
    s3.send("PUT", "/a-bucket");
    s3.send("PUT", "/z-bucket");

    List<String> listed = new ArrayList<>();
    String token = "";
    do {
      Answer page =
          s3.send("GET", "/?prefix=bucket-&max-buckets=" + size + "&continuation-token=" + token);
      assertThat(names(page)).hasSizeBetween(1, size);
      listed.addAll(names(page));
      token = element(page, "ContinuationToken");
    } while (!token.isEmpty());

    assertThat(listed).isEqualTo(all);
  }

  @Test
  void pageContinuesWhenItsLastBucketIsGone() {
    List.of("aaa", "bbb", "ccc").forEach(name -> s3.send("PUT", "/" + name));
    String token = element(s3.send("GET", "/?max-buckets=2"), "ContinuationToken");
    s3.send("DELETE", "/bbb");

    assertThat(names(s3.send("GET", "/?continuation-token=" + token))).containsExactly("ccc");
  }

  @Test
  void regionOfPageCountsForItsEnd() {
    create("aaa", "eu-west-1");
    s3.send("PUT", "/bbb");

    Answer page = s3.send("GET", "/?max-buckets=1&bucket-region=eu-west-1");

    assertThat(names(page)).containsExactly("aaa");
    assertThat(page.xml()).doesNotContain("ContinuationToken");
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "!!!!", "AAAAAAAA", "AAAAAGFhYQ", "%00", "YWFh%3D%3D%3D", "a"})
  void unknownTokenIsIncorrect(String token) {
    Answer answer = s3.send("GET", "/?continuation-token=" + token);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>InvalidArgument</Code><Message>The continuation token provided is"
                + " incorrect</Message><ArgumentName>continuation-token</ArgumentName></Error>");
  }

  @ParameterizedTest
  @CsvSource({
    "0, Argument max-buckets must be an integer between 1 and 10000, 0",
    "10001, Argument max-buckets must be an integer between 1 and 10000, 10001",
    "-1, Argument max-buckets must be an integer between 1 and 10000, -1",
    "007x, Provided max-buckets not an integer or within integer range, 007x",
    "3000000000, Provided max-buckets not an integer or within integer range, 3000000000"
  })
  void pageSizeHasItsRange(String value, String message, String shown) {
    Answer answer = s3.send("GET", "/?max-buckets=" + value);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>InvalidArgument</Code><Message>%s</Message><ArgumentName>max-buckets"
                    .formatted(message)
                + "</ArgumentName><ArgumentValue>"
                + shown
                + "</ArgumentValue></Error>");
  }

  @Test
  void pageSizeIsShownAsParsed() {
    assertThat(s3.send("GET", "/?max-buckets=000").xml())
        .endsWith("<ArgumentValue>0</ArgumentValue></Error>");
  }

  @Test
  void unknownRegionIsRefused() {
    assertThat(s3.send("GET", "/?bucket-region=eu-east-1").xml())
        .isEqualTo(
            "<Error><Code>InvalidArgument</Code><Message>Argument value eu-east-1 is not a valid"
                + " AWS Region</Message><ArgumentName>bucket-region</ArgumentName></Error>");
  }

  @Test
  void bucketsOfOthersAreNotListed() {
    s3.send("PUT", "/mine");
    Owner other = new Owner("999999999999", "f".repeat(64), "other");
    BucketSettings theirs =
        new BucketSettings(
            "theirs",
            other,
            "us-east-1",
            Instant.EPOCH,
            VersioningState.UNVERSIONED,
            BucketSettings.MfaDelete.NEVER_SET,
            false,
            TagSet.EMPTY);
    s3.engine().change(state -> state.with(Bucket.empty(theirs)));

    assertThat(names(s3.send("GET", "/"))).containsExactly("mine");
  }

  private void create(String name, String constraint) {
    s3.send(
        "PUT",
        "/" + name,
        Headers.EMPTY,
        "<CreateBucketConfiguration><LocationConstraint>%s</LocationConstraint>"
                .formatted(constraint)
            + "</CreateBucketConfiguration>");
  }

  private static List<String> names(Answer answer) {
    return Pattern.compile("<Name>([^<]*)</Name>")
        .matcher(answer.text())
        .results()
        .map(result -> result.group(1))
        .toList();
  }

  private static String element(Answer answer, String name) {
    Matcher matcher = Pattern.compile("<" + name + ">([^<]*)<").matcher(answer.text());
    return matcher.find() ? matcher.group(1) : "";
  }
}
