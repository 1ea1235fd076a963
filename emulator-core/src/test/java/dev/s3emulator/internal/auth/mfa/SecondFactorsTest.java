package dev.s3emulator.internal.auth.mfa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.s3emulator.internal.domain.MfaToken;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.SecondFactor;
import dev.s3emulator.internal.protocol.Caller;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The judgement of second factors, without a server (delete-semantics 5). */
class SecondFactorsTest {

  private static final String SEED = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
  private static final TimeCodes TIMED = new TimeCodes(SEED);
  private static final Owner ALT = new Owner("111122223333", "a".repeat(64), "alt");
  private static final Caller ROOT = Caller.root(Owner.DEFAULT);
  private static final Caller USER = Caller.user(Owner.DEFAULT, "ci");
  private static final Caller ALT_ROOT = Caller.root(ALT);

  private Instant now = Instant.ofEpochSecond(1_111_111_109);
  private final SecondFactors factors = new SecondFactors(() -> now, false);

  @BeforeEach
  void registerDevices() {
    factors.register(List.of(listed("root", "111111")), ROOT);
    factors.register(List.of(listed("user", "222222")), USER);
    factors.register(List.of(listed("alt", "333333")), ALT_ROOT);
  }

  @ParameterizedTest(name = "{0} presents \"{1}\" for a bucket of {2}: {3}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          root      , root 111111 , 123456789012 , OF_BUCKET_OWNER
          root      , root 111111 , 111122223333 , OF_ANOTHER
          user      , user 222222 , 123456789012 , OF_ANOTHER
          user      , user 222222 , 111122223333 , OF_ANOTHER
          alt       , alt 333333  , 111122223333 , OF_BUCKET_OWNER
          alt       , alt 333333  , 123456789012 , OF_ANOTHER
          lenient   , root 111111 , 123456789012 , OF_BUCKET_OWNER
          root      , user 222222 , 123456789012 , NotDeviceOwnerError
          user      , root 111111 , 123456789012 , NotDeviceOwnerError
          alt       , root 111111 , 123456789012 , NotDeviceOwnerError
          lenient   , user 222222 , 123456789012 , NotDeviceOwnerError
          anonymous , root 111111 , 123456789012 , NotDeviceOwnerError
          root      , none 111111 , 123456789012 , NotDeviceOwnerError
          root      , none 999999 , 123456789012 , NotDeviceOwnerError
          root      , root 222222 , 123456789012 , TokenCodeInvalidError
          user      , root 999999 , 123456789012 , NotDeviceOwnerError
          """)
  void deviceAndCodeAreJudged(String caller, String token, String owner, String expected) {
    Presenter presenter = new Presenter(caller(caller), false, true);
    Owner bucketOwner = new Owner(owner, "b".repeat(64), "owner");

    assertThat(judge(factors, token, presenter, bucketOwner)).isEqualTo(expected);
  }

  @Test
  void refusalNamesDeviceAndCodeAndTheReasonWhoseItIs() {
    S3Exception unknown = refusal(factors, "none 111111", ROOT);
    S3Exception foreign = refusal(factors, "user 222222", ROOT);
    S3Exception unsigned = refusal(factors, "user 222222", Caller.anonymousIn(Owner.DEFAULT));

    assertThat(unknown)
        .hasMessage(
            "The device with serial number none that generated token 111111 is not owned by the"
                + " authenticated user");
    assertThat(unknown.error().status()).isEqualTo(400);
    assertThat(unknown.reason()).contains("No user of this server has the device none.");
    assertThat(foreign.reason())
        .contains(
            "The device user belongs to arn:aws:iam::123456789012:user/ci, and the request is made"
                + " by arn:aws:iam::123456789012:root.");
    assertThat(unsigned.reason().orElseThrow()).endsWith("made by nobody who has signed it.");
  }

  @Test
  void wrongCodeIsInvalid() {
    S3Exception refused = refusal(factors, "root 999999", ROOT);

    assertThat(refused.error().code()).isEqualTo("TokenCodeInvalidError");
    assertThat(refused.error().status()).isEqualTo(400);
    assertThat(refused)
        .hasMessage("The serial number and/or token code you provided is not valid.");
    assertThat(refused.reason())
        .contains(
            "The code is wrong for the device root: right is one of the codes that it was given.");
  }

  @Test
  void sessionsAndDevicesExcludeEachOther() {
    S3Exception refused =
        catchThrowableOfType(
            S3Exception.class,
            () ->
                factors.judge(
                    MfaToken.parse("root 111111"), new Presenter(ROOT, true, true), Owner.DEFAULT));

    assertThat(refused.error().code()).isEqualTo("InvalidRequest");
    assertThat(refused).hasMessage("DevPay and Mfa are mutually exclusive authorization methods.");
    assertThat(refused.reason()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "false, false, OF_BUCKET_OWNER",
    "false, true, OF_BUCKET_OWNER",
    "true, true, OF_BUCKET_OWNER",
    "true, false, InvalidRequest"
  })
  void httpsIsRequiredWhereTheServerSaysSo(boolean required, boolean secure, String expected) {
    SecondFactors strict = new SecondFactors(() -> now, required);
    strict.register(List.of(listed("root", "111111")), ROOT);

    assertThat(judge(strict, "root 111111", new Presenter(ROOT, false, secure), Owner.DEFAULT))
        .isEqualTo(expected);
  }

  @Test
  void codesCountAgainUnlessForSingleUse() {
    factors.register(List.of(new TokenDevice("once", codes("444444", "555555"), true)), ROOT);

    for (int i = 0; i < 3; i++) {
      assertThat(judge("root 111111")).isEqualTo("OF_BUCKET_OWNER");
    }
    assertThat(judge("once 444444")).isEqualTo("OF_BUCKET_OWNER");
    assertThat(judge("once 444444")).isEqualTo("TokenCodeInvalidError");
    assertThat(judge("once 555555")).isEqualTo("OF_BUCKET_OWNER");
    S3Exception refused = refusal(factors, "once 555555", ROOT);
    assertThat(refused)
        .hasMessage("The serial number and/or token code you provided is not valid.");
    assertThat(refused.reason())
        .contains("The code was used before, and the device once takes each code once.");
  }

  @Test
  void usesAreOfOneServer() {
    TokenDevice once = new TokenDevice("once", codes("444444"), true);
    SecondFactors other = new SecondFactors(() -> now, false);
    factors.register(List.of(once), ROOT);
    other.register(List.of(once), ROOT);
    Presenter root = new Presenter(ROOT, false, true);

    assertThat(judge(factors, "once 444444", root, Owner.DEFAULT)).isEqualTo("OF_BUCKET_OWNER");
    assertThat(judge(other, "once 444444", root, Owner.DEFAULT)).isEqualTo("OF_BUCKET_OWNER");
  }

  @Test
  void wrongCodesUseNothing() {
    factors.register(List.of(new TokenDevice("once", codes("444444"), true)), ROOT);

    assertThat(judge("once 999999")).isEqualTo("TokenCodeInvalidError");
    refusal(factors, "once 444444", USER);
    assertThat(judge("once 444444")).isEqualTo("OF_BUCKET_OWNER");
  }

  @ParameterizedTest
  @ValueSource(longs = {-30, -29, 0, 20, 30, 50})
  void codesOfNeighboringStepsCount(long seconds) {
    factors.register(List.of(new TokenDevice("timed", TIMED, false)), ROOT);

    // The step began at 1111111080 and ends before 1111111110.
    assertThat(judge("timed " + TIMED.codeAt(Instant.ofEpochSecond(1_111_111_080 + seconds))))
        .isEqualTo("OF_BUCKET_OWNER");
  }

  @ParameterizedTest
  @ValueSource(longs = {-31, 60, 3600})
  void codesOfOtherStepsDoNot(long seconds) {
    factors.register(List.of(new TokenDevice("timed", TIMED, false)), ROOT);
    String code = TIMED.codeAt(Instant.ofEpochSecond(1_111_111_080 + seconds));

    S3Exception refused = refusal(factors, "timed " + code, ROOT);

    assertThat(refused.error().code()).isEqualTo("TokenCodeInvalidError");
    assertThat(refused.reason())
        .contains(
            "The code is wrong for the device timed: right is the one that it shows at"
                + " 2005-03-18T01:58:29Z, or up to 30 seconds before or after.");
    now = now.plusSeconds(seconds);
    assertThat(judge("timed " + code)).isEqualTo("OF_BUCKET_OWNER");
  }

  @Test
  void codeByTimeCountsOnceHoweverTheClockIsMoved() {
    factors.register(List.of(new TokenDevice("timed", TIMED, true)), ROOT);
    Instant first = now;
    String code = TIMED.codeAt(first);

    assertThat(judge("timed " + code)).isEqualTo("OF_BUCKET_OWNER");
    assertThat(judge("timed " + code)).isEqualTo("TokenCodeInvalidError");
    now = first.plusSeconds(30);
    assertThat(judge("timed " + code)).isEqualTo("TokenCodeInvalidError");
    assertThat(judge("timed " + TIMED.codeAt(now))).isEqualTo("OF_BUCKET_OWNER");
    now = first.minusSeconds(300);
    assertThat(judge("timed " + TIMED.codeAt(now))).isEqualTo("OF_BUCKET_OWNER");
    now = first;
    assertThat(judge("timed " + code)).isEqualTo("TokenCodeInvalidError");
  }

  @Test
  void oldestUsesAreForgotten() {
    factors.register(List.of(new TokenDevice("timed", TIMED, true)), ROOT);
    Instant first = now;
    assertThat(judge("timed " + TIMED.codeAt(now))).isEqualTo("OF_BUCKET_OWNER");

    for (int i = 0; i < RegisteredDevice.MAX_REMEMBERED; i++) {
      now = now.plusSeconds(90);
      assertThat(judge("timed " + TIMED.codeAt(now))).isEqualTo("OF_BUCKET_OWNER");
    }

    now = first;
    assertThat(judge("timed " + TIMED.codeAt(now))).isEqualTo("OF_BUCKET_OWNER");
  }

  @Test
  void aSingleUseIsOneUseForManyThreads() {
    factors.register(List.of(new TokenDevice("once", codes("444444"), true)), ROOT);

    List<String> outcomes =
        IntStream.range(0, 200).parallel().mapToObj(i -> judge("once 444444")).toList();

    assertThat(outcomes).filteredOn("OF_BUCKET_OWNER"::equals).hasSize(1);
  }

  @Test
  void aDeviceHasOneHolder() {
    assertThatIllegalStateException()
        .isThrownBy(() -> factors.requireNew(List.of(listed("new", "1"), listed("user", "2"))))
        .withMessage(
            "The MFA device \"user\" belongs to arn:aws:iam::123456789012:user/ci already.");
    factors.requireNew(List.of(listed("new", "1")));
  }

  private String judge(String token) {
    return judge(factors, token, new Presenter(ROOT, false, true), Owner.DEFAULT);
  }

  private static String judge(
      SecondFactors factors, String token, Presenter presenter, Owner bucketOwner) {
    try {
      SecondFactor judged = factors.judge(MfaToken.parse(token), presenter, bucketOwner);
      return judged.name();
    } catch (S3Exception refused) {
      assertThat(refused.reason()).isPresent();
      return refused.error().code();
    }
  }

  private static S3Exception refusal(SecondFactors factors, String token, Caller caller) {
    return catchThrowableOfType(
        S3Exception.class,
        () ->
            factors.judge(
                MfaToken.parse(token), new Presenter(caller, false, true), Owner.DEFAULT));
  }

  private static Caller caller(String name) {
    return switch (name) {
      case "root" -> ROOT;
      case "user" -> USER;
      case "alt" -> ALT_ROOT;
      case "lenient" -> Caller.anonymousIn(Owner.DEFAULT);
      case "anonymous" -> Caller.ANONYMOUS;
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static TokenDevice listed(String serialNumber, String... codes) {
    return new TokenDevice(serialNumber, codes(codes), false);
  }

  private static ListedCodes codes(String... codes) {
    return new ListedCodes(List.of(codes));
  }
}
