package dev.s3emulator.internal.operation.object;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.S3State;
import dev.s3emulator.internal.domain.VersioningState;
import dev.s3emulator.internal.domain.checksum.Checksum;
import dev.s3emulator.internal.domain.checksum.ChecksumAlgorithm;
import dev.s3emulator.internal.domain.checksum.ChecksumDigest;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import dev.s3emulator.internal.testing.Stacks;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The integrity headers of DeleteObjects and the order of their checks (delete-semantics 4.2). */
class DeleteObjectsIntegrityTest {

  /** Body D of protocol-notes 9, with its digests. */
  private static final String BODY =
      "<Delete xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Object><Key>a.txt</Key></Object>"
          + "<Quiet>false</Quiet></Delete>";

  private static final String MD5 = "hiyH+UL7WoFTNJvN+VSYgg==";
  private static final String CRC32 = "PkhhAg==";
  private static final String OTHER_MD5 = "1B2M2Y8AsgTpgAmY7PhCfg==";
  private static final String SHA256_HEX =
      "14118ae9218565be452219e053af55ceb9fa09cfb3618c0defa989d44e4c03e7";
  private static final String OTHER_SHA256_HEX =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  private final InProcessS3 s3 = new InProcessS3();

  @BeforeEach
  void placeObject() {
    Stacks.place(
        s3,
        Stacks.with(
            Stacks.bucket(VersioningState.UNVERSIONED), ObjectKey.of("a.txt"), "null:object"));
  }

  @ParameterizedTest
  @CsvSource({
    "Content-MD5,hiyH+UL7WoFTNJvN+VSYgg==",
    "x-amz-checksum-crc32,PkhhAg==",
    "X-Amz-Checksum-CRC32,PkhhAg==",
    "x-amz-checksum-crc32c,LraNEg==",
    "x-amz-checksum-crc64nvme,vQHRF8yohNw=",
    "x-amz-checksum-sha256,FBGK6SGFZb5FIhngU69Vzrn6Cc+zYYwN76mJ1E5MA+c="
  })
  void rightDigestIsAccepted(String header, String value) {
    assertDeleted(send(BODY, header, value));
  }

  @ParameterizedTest
  @EnumSource
  void everyAlgorithmIsAcceptedAndCompared(ChecksumAlgorithm algorithm) {
    String right = checksum(algorithm, BODY);
    String wrong = checksum(algorithm, "something else");

    Answer mismatch = refused(BODY, algorithm.headerName(), wrong);

    assertThat(mismatch.xml())
        .isEqualTo(
            "<Error><Code>BadDigest</Code><Message>The "
                + algorithm.wireName()
                + " you specified did not match the calculated checksum.</Message></Error>");
    assertDeleted(
        send(
            BODY,
            algorithm.headerName(),
            right,
            "x-amz-sdk-checksum-algorithm",
            algorithm.wireName()));
  }

  @Test
  void bothDigestsTogetherAreAccepted() {
    assertDeleted(
        send(
            BODY,
            "Content-MD5",
            MD5,
            "x-amz-checksum-crc32",
            CRC32,
            "x-amz-content-sha256",
            SHA256_HEX));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "14118AE9218565BE452219E053AF55CEB9FA09CFB3618C0DEFA989D44E4C03E7",
        "UNSIGNED-PAYLOAD"
      })
  void payloadHashMayBeInCapitalsOrLeftOut(String value) {
    assertDeleted(send(BODY, "Content-MD5", MD5, "x-amz-content-sha256", value));
  }

  @ParameterizedTest
  @CsvSource({
    "x-amz-meta-a,b",
    "x-amz-checksum-type,FULL_OBJECT",
    "x-amz-checksum-algorithm,CRC32",
    "x-amz-sdk-checksum-algorithm,''",
    "x-amz-content-sha256,14118ae9218565be452219e053af55ceb9fa09cfb3618c0defa989d44e4c03e7"
  })
  void digestIsRequired(String header, String value) {
    assertThat(refused(BODY, header, value).xml())
        .isEqualTo(
            invalidRequest(
                "Missing required header for this request: Content-MD5 OR x-amz-checksum-*"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "hiyH+UL7WoFTNJvN+VSYgg",
        "hiyH+UL7WoFTNJvN+VSYgg==x",
        "862c87f942fb5a8153349bcdf9549882",
        "PkhhAg==",
        "hiyH-UL7WoFTNJvN-VSYgg=="
      })
  void malformedMd5IsInvalid(String value) {
    assertThat(refused(BODY, "Content-MD5", value).xml())
        .isEqualTo(
            "<Error><Code>InvalidDigest</Code><Message>The Content-MD5 you specified was invalid."
                + "</Message><Content-MD5>"
                + value
                + "</Content-MD5></Error>");
  }

  @Test
  void wrongMd5IsPrintedAsSent() {
    assertThat(refused(BODY, "Content-MD5", OTHER_MD5).xml()).isEqualTo(badMd5());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "PkhhAg", "PkhhAgA=", "hiyH+UL7WoFTNJvN+VSYgg=="})
  void malformedChecksumIsInvalid(String value) {
    assertThat(refused(BODY, "x-amz-checksum-crc32", value).xml())
        .isEqualTo(invalidRequest("Value for x-amz-checksum-crc32 header is invalid."));
  }

  @Test
  void twoChecksumsAreTooMany() {
    assertThat(
            refused(BODY, "x-amz-checksum-crc32", CRC32, "x-amz-checksum-crc64nvme", "vQHRF8yohNw=")
                .xml())
        .isEqualTo(
            invalidRequest(
                "Expecting a single x-amz-checksum- header. Multiple checksum Types are not"
                    + " allowed."));
  }

  @Test
  void unknownAlgorithmIsInvalid() {
    assertThat(refused(BODY, "x-amz-checksum-foo", CRC32).xml())
        .isEqualTo(
            invalidRequest(
                "The algorithm type you specified in x-amz-checksum- header is invalid."));
  }

  @Test
  void namedAlgorithmNeedsItsHeader() {
    for (String[] headers :
        new String[][] {
          {"x-amz-sdk-checksum-algorithm", "CRC32"},
          {"x-amz-sdk-checksum-algorithm", "CRC32", "Content-MD5", MD5},
          {"x-amz-sdk-checksum-algorithm", "CRC32", "x-amz-checksum-type", "FULL_OBJECT"}
        }) {
      assertThat(refused(BODY, headers).xml())
          .isEqualTo(
              invalidRequest(
                  "x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-*"
                      + " or x-amz-trailer headers were found."));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"SHA256", "CRC32C", "nonsense"})
  void namedAlgorithmMustBeThatOfTheHeader(String named) {
    assertThat(
            refused(BODY, "x-amz-sdk-checksum-algorithm", named, "x-amz-checksum-crc32", CRC32)
                .xml())
        .isEqualTo(invalidRequest("Value for x-amz-sdk-checksum-algorithm header is invalid."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CRC32", "crc32", "Crc32", ""})
  void namedAlgorithmComparesWithoutCase(String named) {
    assertDeleted(send(BODY, "x-amz-sdk-checksum-algorithm", named, "x-amz-checksum-crc32", CRC32));
  }

  @Test
  void wrongPayloadHashIsAMismatch() {
    Answer answer = refused(BODY, "Content-MD5", MD5, "x-amz-content-sha256", OTHER_SHA256_HEX);

    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>XAmzContentSHA256Mismatch</Code><Message>The provided"
                + " 'x-amz-content-sha256' header does not match what was computed.</Message>"
                + "<ClientComputedContentSHA256>"
                + OTHER_SHA256_HEX
                + "</ClientComputedContentSHA256><S3ComputedContentSHA256>"
                + SHA256_HEX
                + "</S3ComputedContentSHA256></Error>");
  }

  @Test
  void lengthIsRequired() {
    Headers headers = Headers.of("Content-MD5", MD5, "Content-Length", "");

    Answer answer = s3.send("POST", "/bucket?delete", headers, BODY);

    assertThat(answer.status()).isEqualTo(411);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>MissingContentLength</Code><Message>You must provide the Content-Length"
                + " HTTP header.</Message></Error>");
    assertDeleted(
        s3.send(
            "POST",
            "/bucket?delete",
            Headers.of("Content-MD5", MD5, "Transfer-Encoding", "chunked"),
            BODY));
  }

  @Test
  void bodyThatExceedsTheLimitWithoutSayingSoIsRefused() {
    S3State before = s3.engine().state();
    Headers headers = Headers.of("Content-MD5", MD5, "Transfer-Encoding", "chunked");

    Answer answer = s3.send("POST", "/bucket?delete", headers, "x".repeat(2_048_001));

    assertThat(answer.xml()).contains("<Code>MaxMessageLengthExceeded</Code>");
    assertThat(s3.engine().state()).isSameAs(before);
  }

  /**
   * Everything that can be wrong at once, in the order in which S3 names it: of two faults the
   * earlier is reported. A fault is a body or headers; where both bring a body the earlier's
   * counts.
   */
  private enum Fault {
    TRAILER_LITERAL(null, "x-amz-content-sha256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER"),
    BYPASS(null, "x-amz-bypass-governance-retention", "true"),
    MFA(null, "x-amz-mfa", "970589"),
    UNKNOWN_ALGORITHM(null, "x-amz-checksum-foo", CRC32),
    SEVERAL_CHECKSUMS(null, "x-amz-checksum-crc32", "bad", "x-amz-checksum-crc32c", "bad"),
    BAD_CHECKSUM(null, "x-amz-checksum-sha1", "bad"),
    SDK_ALGORITHM(null, "x-amz-sdk-checksum-algorithm", "SHA512"),
    BAD_MD5(null, "Content-MD5", "bad"),
    TOO_LARGE("x".repeat(2_048_001)),
    EMPTY_BODY(""),
    MALFORMED("<Delete><Object/></Delete>"),
    EMPTY_KEY("<Delete><Object><Key/></Object></Delete>"),
    OVERLONG_KEY("<Delete><Object><Key>" + "x".repeat(1025) + "</Key></Object></Delete>"),
    WRONG_MD5(null, "Content-MD5", OTHER_MD5),
    WRONG_CHECKSUM(null, "x-amz-checksum-crc64nvme", "AAAAAAAAAAA="),
    WRONG_PAYLOAD_HASH(null, "x-amz-content-sha256", OTHER_SHA256_HEX);

    private final String body;
    private final List<String> headers;

    Fault(String body, String... headers) {
      this.body = body;
      this.headers = List.of(headers);
    }

    /** Returns the code and message that tell this fault from the others. */
    String report() {
      return switch (this) {
        case TRAILER_LITERAL -> "The value of x-amz-content-sha256 header is invalid.";
        case BYPASS -> "x-amz-bypass-governance-retention is only applicable";
        case MFA -> "Mfa header is invalid";
        case UNKNOWN_ALGORITHM -> "The algorithm type you specified";
        case SEVERAL_CHECKSUMS -> "Expecting a single x-amz-checksum- header.";
        case BAD_CHECKSUM -> "Value for x-amz-checksum-sha1 header is invalid.";
        case SDK_ALGORITHM -> "x-amz-sdk-checksum-algorithm";
        case BAD_MD5 -> "<Code>InvalidDigest</Code>";
        case TOO_LARGE -> "<Code>MaxMessageLengthExceeded</Code>";
        case EMPTY_BODY -> "<Code>MissingRequestBodyError</Code>";
        case MALFORMED -> "<Code>MalformedXML</Code>";
        case EMPTY_KEY -> "<Code>UserKeyMustBeSpecified</Code>";
        case OVERLONG_KEY -> "<Code>KeyTooLongError</Code>";
        case WRONG_MD5 -> "The Content-MD5 you specified did not match";
        case WRONG_CHECKSUM -> "The CRC64NVME you specified did not match";
        case WRONG_PAYLOAD_HASH -> "<Code>XAmzContentSHA256Mismatch</Code>";
      };
    }

    /** Returns whether both faults can be in one request: of one header or body there is one. */
    boolean canStandBeside(Fault other) {
      boolean checksums = isOneChecksum() && other.isOneChecksum();
      boolean sameHeader = headers.stream().anyMatch(h -> other.headers.contains(h));
      return !checksums && !sameHeader && (body == null || other.body == null);
    }

    /** Two of these would be several checksums. */
    private boolean isOneChecksum() {
      return this == SEVERAL_CHECKSUMS || this == BAD_CHECKSUM || this == WRONG_CHECKSUM;
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
    String body = earlier.body != null ? earlier.body : later.body != null ? later.body : BODY;
    List<String> headers = new ArrayList<>(earlier.headers);
    headers.addAll(later.headers);
    if (!headers.contains("Content-MD5")) {
      headers.addAll(List.of("Content-MD5", BatchDelete.md5(body.getBytes(UTF_8))));
    }

    assertThat(refused(body, headers.toArray(String[]::new)).text()).contains(earlier.report());
  }

  @Test
  void missingDigestIsReportedBeforeTheBodyAndAfterTheBucket() {
    String missing = "Missing required header for this request";
    assertThat(refused("").text()).contains(missing);
    assertThat(refused("nonsense").text()).contains(missing);
    assertThat(refused("x".repeat(2_048_001)).text()).contains(missing);
    assertThat(s3.send("POST", "/absent?delete", Headers.EMPTY, BODY).text())
        .contains("<Code>NoSuchBucket</Code>");
  }

  private Answer send(String body, String... headers) {
    return s3.send("POST", "/bucket?delete", Headers.of(headers), body);
  }

  private Answer refused(String body, String... headers) {
    S3State before = s3.engine().state();
    Answer answer = send(body, headers);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(s3.engine().state()).isSameAs(before);
    return answer;
  }

  private void assertDeleted(Answer answer) {
    assertThat(answer.xml())
        .isEqualTo(BatchDelete.RESULT + "<Deleted><Key>a.txt</Key></Deleted></DeleteResult>");
    assertThat(s3.engine().state().requireBucket("bucket").objects()).isEmpty();
    assertThat(answer.status()).isEqualTo(200);
  }

  private static String badMd5() {
    return "<Error><Code>BadDigest</Code><Message>The Content-MD5 you specified did not match what"
        + " we received.</Message><CalculatedDigest>"
        + MD5
        + "</CalculatedDigest><ExpectedDigest>"
        + OTHER_MD5
        + "</ExpectedDigest></Error>";
  }

  private static String invalidRequest(String message) {
    return "<Error><Code>InvalidRequest</Code><Message>" + message + "</Message></Error>";
  }

  private static String checksum(ChecksumAlgorithm algorithm, String text) {
    ChecksumDigest digest = algorithm.newDigest();
    digest.update(ByteBuffer.wrap(text.getBytes(UTF_8)));
    return Checksum.of(algorithm, digest.digest()).base64();
  }
}
