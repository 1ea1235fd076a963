package dev.s3emulator.internal.operation.object;

import static dev.s3emulator.internal.operation.object.BatchDelete.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.S3State;
import dev.s3emulator.internal.domain.VersioningState;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import dev.s3emulator.internal.testing.Stacks;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Bypass, MFA and expected owner of single and batch, and the order of checks (delete-semantics 5,
 * 6, 9 and 11).
 */
class DeleteHeadersTest {

  private final InProcessS3 s3 = new InProcessS3();

  @ParameterizedTest
  @ValueSource(strings = {"true", "false", "", "nonsense"})
  void bypassIsForBucketsWithObjectLock(String value) {
    Stacks.place(s3, Stacks.bucket(VersioningState.ENABLED, "v1:object"));

    assertRefused(
        400,
        "<Error><Code>InvalidArgument</Code><Message>x-amz-bypass-governance-retention is only"
            + " applicable to Object Lock enabled buckets.</Message>"
            + "<ArgumentName>x-amz-bypass-governance-retention</ArgumentName></Error>",
        "x-amz-bypass-governance-retention",
        value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "false"})
  void bypassIsAcceptedWhereThereIsObjectLock(String value) {
    Bucket locked = Stacks.bucket(VersioningState.ENABLED, true);
    Stacks.place(s3, Stacks.with(locked, Stacks.KEY, "v2:marker, v1:object"));
    Headers headers = Headers.of("x-amz-bypass-governance-retention", value);

    Answer single = s3.send("DELETE", "/bucket/k?versionId=" + Stacks.id("v1"), headers);
    assertThat(single.status()).isEqualTo(204);
    Answer batch =
        BatchDelete.sendWith(
            s3, object("k", Stacks.id("v2")), "x-amz-bypass-governance-retention", value);

    assertThat(batch.status()).isEqualTo(200);
    assertThat(Stacks.describe(bucket())).isEqualTo("-");
  }

  @ParameterizedTest
  @ValueSource(strings = {"970589", "20899872  301749", "20899872 30174", ""})
  void malformedMfaIsInvalidOnEveryBucket(String value) {
    Stacks.place(s3, Stacks.bucket(VersioningState.UNVERSIONED, "null:object"));

    assertRefused(
        400,
        "<Error><Code>InvalidArgument</Code><Message>Mfa header is invalid -- the header should be"
            + " formatted as {serialNumber}(space){tokenCode}</Message>"
            + "<ArgumentName>x-amz-mfa</ArgumentName><ArgumentValue>"
            + value
            + "</ArgumentValue></Error>",
        "x-amz-mfa",
        value);
  }

  @Test
  void wellFormedMfaIsIgnoredWithoutMfaDelete() {
    Stacks.place(s3, Stacks.bucket(VersioningState.ENABLED, "v2:object, v1:object"));

    Answer single =
        s3.send(
            "DELETE",
            "/bucket/k?versionId=" + Stacks.id("v1"),
            Headers.of("x-amz-mfa", "20899872 301749"));
    Answer batch =
        BatchDelete.sendWith(
            s3,
            object("k", Stacks.id("v2")),
            "x-amz-mfa",
            "arn:aws:iam::111122223333:mfa/root 123456");

    assertThat(single.status()).isEqualTo(204);
    assertThat(batch.status()).isEqualTo(200);
    assertThat(Stacks.describe(bucket())).isEqualTo("-");
  }

  @Test
  void expectedOwnerMustBeTheOwner() {
    Stacks.place(s3, Stacks.bucket(VersioningState.UNVERSIONED, "null:object"));

    assertRefused(
        403,
        "<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>",
        "x-amz-expected-bucket-owner",
        "000000000000");
    String owner = bucket().settings().owner().accountId();
    assertThat(
            s3.send("DELETE", "/bucket/k", Headers.of("x-amz-expected-bucket-owner", owner))
                .status())
        .isEqualTo(204);
    assertThat(BatchDelete.sendWith(s3, object("k"), "x-amz-expected-bucket-owner", owner).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abcd", "", "12345678901", "1234567890123", "12345678901x"})
  void expectedOwnerMustBeAnAccountId(String value) {
    Stacks.place(s3, Stacks.bucket(VersioningState.UNVERSIONED, "null:object"));

    assertRefused(
        400,
        "<Error><Code>InvalidBucketOwnerAWSAccountID</Code><Message>The value of the expected"
            + " bucket owner parameter must be an AWS Account ID... ["
            + value
            + "]</Message></Error>",
        "x-amz-expected-bucket-owner",
        value);
  }

  @Test
  void payerHeaderIsIgnoredOnANormalBucket() {
    Stacks.place(s3, Stacks.bucket(VersioningState.UNVERSIONED, "null:object"));

    Answer answer = s3.send("DELETE", "/bucket/k", Headers.of("x-amz-request-payer", "requester"));

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("x-amz-request-charged")).isNull();
  }

  /** What can be wrong with one DeleteObject, in the order in which it is reported. */
  private enum Fault {
    EMPTY_VERSION_ID("Version id cannot be the empty string", "?versionId=", null, null),
    OWNER_FORM("InvalidBucketOwnerAWSAccountID", "", "x-amz-expected-bucket-owner", "abcd"),
    NO_BUCKET("NoSuchBucket", "", null, null),
    OTHER_OWNER("AccessDenied", "", "x-amz-expected-bucket-owner", "000000000000"),
    TRAILER_LITERAL(
        "x-amz-content-sha256 header is invalid",
        "",
        "x-amz-content-sha256",
        "STREAMING-UNSIGNED-PAYLOAD-TRAILER"),
    MALFORMED_VERSION_ID("Invalid version id specified", "?versionId=abc", null, null),
    TIME("<Header>x-amz-if-match-last-modified-time<", "", "x-amz-if-match-last-modified-time", ""),
    SIZE("<Header>x-amz-if-match-size<", "", "x-amz-if-match-size", "4"),
    TAG_AND_VERSION("<Header>If-Match<", "?versionId=null", "If-Match", "*"),
    BYPASS("only applicable to Object Lock", "", "x-amz-bypass-governance-retention", "true"),
    MFA("Mfa header is invalid", "", "x-amz-mfa", "970589"),
    PRECONDITION("PreconditionFailed", "", "If-Match", "bad");

    private final String report;
    private final String query;
    private final String header;
    private final String value;

    Fault(String report, String query, String header, String value) {
      this.report = report;
      this.query = query;
      this.header = header;
      this.value = value;
    }

    boolean canStandBeside(Fault other) {
      // A versioned delete with If-Match fails for that alone.
      boolean ofVersionAndTag =
          !query.isEmpty() && "If-Match".equals(other.header)
              || !other.query.isEmpty() && "If-Match".equals(header);
      return !ofVersionAndTag
          && (query.isEmpty() || other.query.isEmpty())
          && (header == null || !header.equals(other.header));
    }
  }

  static Stream<Arguments> pairs() {
    List<Arguments> pairs = new ArrayList<>();
    for (Fault earlier : Fault.values()) {
      for (Fault later : Fault.values()) {
        if (earlier.compareTo(later) < 0 && earlier.canStandBeside(later)) {
          pairs.add(arguments(earlier, later));
        }
      }
    }
    return pairs.stream();
  }

  @ParameterizedTest(name = "{0} before {1}")
  @MethodSource("pairs")
  void ofTwoFaultsTheEarlierIsReported(Fault earlier, Fault later) {
    Stacks.place(s3, Stacks.bucket(VersioningState.UNVERSIONED, "null:object"));
    S3State before = s3.engine().state();
    boolean noBucket = earlier == Fault.NO_BUCKET || later == Fault.NO_BUCKET;
    Headers.Builder headers = Headers.builder();
    for (Fault fault : List.of(earlier, later)) {
      if (fault.header != null) {
        headers.add(fault.header, fault.value);
      }
    }

    Answer answer =
        s3.send(
            "DELETE",
            (noBucket ? "/absent/k" : "/bucket/k") + earlier.query + later.query,
            headers.build());

    assertThat(answer.text()).contains(earlier.report);
    assertThat(s3.engine().state()).isSameAs(before);
  }

  @ParameterizedTest
  @CsvSource({
    "x-amz-expected-bucket-owner,abcd,InvalidBucketOwnerAWSAccountID",
    "x-amz-expected-bucket-owner,000000000000,NoSuchBucket",
    "x-amz-bypass-governance-retention,true,NoSuchBucket",
    "x-amz-mfa,970589,NoSuchBucket",
    "x-amz-checksum-foo,x,NoSuchBucket"
  })
  void missingBucketOfBatchComesAfterTheFormOfTheOwnerOnly(
      String header, String value, String code) {
    Answer answer = s3.send("POST", "/absent?delete", Headers.of(header, value), "nonsense");

    assertThat(answer.text()).contains("<Code>" + code + "</Code>");
  }

  /** Sends single and batch with one more header and expects both to fail as a whole. */
  private void assertRefused(int status, String xml, String header, String value) {
    S3State before = s3.engine().state();
    for (Answer answer :
        List.of(
            s3.send("DELETE", "/bucket/k", Headers.of(header, value)),
            s3.send("DELETE", "/bucket/k?versionId=null", Headers.of(header, value)),
            BatchDelete.sendWith(s3, object("k"), header, value),
            BatchDelete.sendWith(s3, object("k", "null"), header, value))) {
      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.xml()).isEqualTo(xml);
    }
    assertThat(s3.engine().state()).isSameAs(before);
  }

  private Bucket bucket() {
    return s3.engine().state().requireBucket("bucket");
  }
}
