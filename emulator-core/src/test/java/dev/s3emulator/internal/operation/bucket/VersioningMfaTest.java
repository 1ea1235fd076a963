package dev.s3emulator.internal.operation.bucket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.BucketSettings.MfaDelete;
import dev.s3emulator.internal.domain.S3State;
import dev.s3emulator.internal.domain.VersioningState;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import dev.s3emulator.internal.testing.Presented;
import dev.s3emulator.internal.testing.Stacks;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** MFA Delete turned on and off (delete-semantics 5, recorded-answers 9b). */
class VersioningMfaTest {

  private static final String ENABLED = "<Status>Enabled</Status>";
  private static final String SUSPENDED = "<Status>Suspended</Status>";
  private static final String ON = "<MfaDelete>Enabled</MfaDelete>";
  private static final String OFF = "<MfaDelete>Disabled</MfaDelete>";
  private static final String LIFECYCLE =
      "<LifecycleConfiguration><Rule><Filter/><Status>Enabled</Status>"
          + "<Expiration><Days>1</Days></Expiration></Rule></LifecycleConfiguration>";

  private final InProcessS3 s3 = Presented.register(new InProcessS3());

  @ParameterizedTest
  @EnumSource(Presented.class)
  void turningItOnNeedsACodeOfTheRoot(Presented presented) {
    for (MfaDelete off : new MfaDelete[] {MfaDelete.NEVER_SET, MfaDelete.DISABLED}) {
      S3State before = place(VersioningState.UNVERSIONED, off);

      Answer answer = put(presented, ENABLED + ON);

      if (presented.suffices()) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.bytes()).isEmpty();
        assertThat(shown()).isEqualTo(ENABLED + ON);
      } else {
        assertRefused(answer, presented, before);
      }
    }
  }

  static Stream<Arguments> changesOfEachState() {
    return Stream.of(VersioningState.ENABLED, VersioningState.SUSPENDED)
        .flatMap(
            state ->
                Stream.of(
                        ENABLED,
                        SUSPENDED,
                        ENABLED + ON,
                        SUSPENDED + ON,
                        ENABLED + OFF,
                        SUSPENDED + OFF)
                    .flatMap(
                        wanted ->
                            Arrays.stream(Presented.values())
                                .map(each -> arguments(state, wanted, each))));
  }

  @ParameterizedTest
  @MethodSource("changesOfEachState")
  void everyConfigurationNeedsACodeWhereItIsOn(
      VersioningState state, String wanted, Presented presented) {
    S3State before = place(state, MfaDelete.ENABLED);

    Answer answer = put(presented, wanted);

    if (presented.suffices()) {
      assertThat(answer.status()).isEqualTo(200);
      // What is not said about MFA Delete stays.
      assertThat(shown()).isEqualTo(wanted.contains("MfaDelete") ? wanted : wanted + ON);
    } else {
      assertRefused(answer, presented, before);
    }
  }

  @ParameterizedTest
  @CsvSource({
    ENABLED + ", NEVER_SET",
    SUSPENDED + ", NEVER_SET",
    ENABLED + OFF + ", DISABLED",
    SUSPENDED + OFF + ", DISABLED"
  })
  void codesAreNotJudgedWhereItIsOffAndStaysOff(String wanted, MfaDelete expected) {
    for (Presented presented : Presented.values()) {
      S3State before = place(VersioningState.ENABLED, MfaDelete.NEVER_SET);

      Answer answer = put(presented, wanted);

      if (presented == Presented.MALFORMED) {
        assertRefused(answer, presented, before);
      } else {
        assertThat(answer.status()).as(presented.name()).isEqualTo(200);
        assertThat(s3.engine().state().requireBucket("bucket").settings().mfaDelete())
            .isEqualTo(expected);
      }
    }
  }

  @Test
  void turnedOffItAsksForNothingAnyMore() {
    place(VersioningState.ENABLED, MfaDelete.ENABLED);

    assertThat(put(Presented.OF_THE_ROOT, SUSPENDED + OFF).status()).isEqualTo(200);
    assertThat(shown()).isEqualTo(SUSPENDED + OFF);
    assertThat(put(Presented.NOTHING, ENABLED).status()).isEqualTo(200);
    assertThat(shown()).isEqualTo(ENABLED + OFF);
  }

  @Test
  void onlyTheOwnersRootTurnsItOnNotTheRootOfAnotherAccount() {
    place(VersioningState.ENABLED, MfaDelete.NEVER_SET);

    put(Presented.OF_A_USER, ENABLED + ON);

    assertThat(s3.lastReason())
        .contains(
            "The request turns MFA Delete on. The code in x-amz-mfa is right, but only the root of"
                + " the account that owns the bucket may use one for this.");
  }

  @Test
  void aBucketWithLifecycleRulesCannotTurnItOn() {
    place(VersioningState.ENABLED, MfaDelete.NEVER_SET);
    assertThat(s3.sendDocument("PUT", "/bucket?lifecycle", LIFECYCLE).status()).isEqualTo(200);

    // The code comes first: a state is told to whom may change it.
    assertThat(put(Presented.NOTHING, ENABLED + ON).xml()).isEqualTo(Presented.NOTHING.refusal());
    Answer answer = put(Presented.OF_THE_ROOT, ENABLED + ON);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>InvalidBucketState</Code><Message>Mfa Authentication is not supported on"
                + " a bucket with lifecycle configuration. Delete lifecycle configuration before"
                + " enabling Mfa Authentication.</Message></Error>");
    assertThat(shown()).isEqualTo(ENABLED);
    s3.send("DELETE", "/bucket?lifecycle");
    assertThat(put(Presented.OF_THE_ROOT, ENABLED + ON).status()).isEqualTo(200);
  }

  @Test
  void lifecycleRulesAreRefusedWhereItIsOn() {
    S3State before = place(VersioningState.ENABLED, MfaDelete.ENABLED);

    Answer answer = s3.sendDocument("PUT", "/bucket?lifecycle", LIFECYCLE);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>InvalidBucketState</Code><Message>The request is not valid with the"
                + " current state of the bucket.</Message></Error>");
    assertThat(s3.lastReason())
        .contains(
            "The bucket bucket has MFA Delete, with which lifecycle rules are not supported.");
    assertThat(s3.engine().state()).isSameAs(before);
  }

  private Answer put(Presented presented, String content) {
    byte[] document =
        ("<VersioningConfiguration>" + content + "</VersioningConfiguration>").getBytes(UTF_8);
    return presented.send(s3, "PUT", "/bucket?versioning", document);
  }

  private void assertRefused(Answer answer, Presented presented, S3State before) {
    assertThat(answer.xml()).isEqualTo(presented.refusal());
    assertThat(answer.status()).isEqualTo(presented.status());
    assertThat(s3.engine().state()).isSameAs(before);
  }

  /** Returns what GetBucketVersioning shows. */
  private String shown() {
    return s3.send("GET", "/bucket?versioning")
        .xml()
        .replaceAll("</?VersioningConfiguration[^>]*>", "");
  }

  private S3State place(VersioningState state, MfaDelete mfaDelete) {
    Bucket bucket = Stacks.bucket(state);
    Stacks.place(s3, bucket.with(bucket.settings().withMfaDelete(mfaDelete)));
    return s3.engine().state();
  }
}
