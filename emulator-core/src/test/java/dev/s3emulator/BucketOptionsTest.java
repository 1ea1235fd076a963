package dev.s3emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class BucketOptionsTest {

  private static final BucketOptions PHOTOS = BucketOptions.named("photos");

  @Test
  void leavesItselfAsItIs() {
    BucketOptions changed =
        PHOTOS.versioning(Versioning.SUSPENDED).region("eu-west-1").tag("b", "1").tag("a", "2");

    assertThat(changed.name()).isEqualTo("photos");
    assertThat(changed.versioning()).isEqualTo(Versioning.SUSPENDED);
    assertThat(changed.region()).contains("eu-west-1");
    assertThat(changed.tags()).containsExactly(entry("b", "1"), entry("a", "2"));
    assertThat(changed)
        .hasToString(
            "BucketOptions[photos, versioning=SUSPENDED, region=eu-west-1, tags={b=1, a=2}]");
    assertThat(PHOTOS).hasToString("BucketOptions[photos, versioning=UNVERSIONED]");
  }

  @Test
  void objectLockEnablesVersioning() {
    assertThat(PHOTOS.objectLock().versioning()).isEqualTo(Versioning.ENABLED);
    assertThat(PHOTOS.objectLock().hasObjectLock()).isTrue();
  }

  @Test
  void defaultRetentionBringsObjectLock() {
    BucketOptions days = PHOTOS.defaultRetention(RetentionMode.GOVERNANCE, Period.ofWeeks(2));
    BucketOptions years = PHOTOS.defaultRetention(RetentionMode.COMPLIANCE, Period.ofYears(7));

    assertThat(days.hasObjectLock()).isTrue();
    assertThat(days.defaultRetentionMode()).contains(RetentionMode.GOVERNANCE);
    assertThat(days.defaultRetentionPeriod()).contains(Period.ofDays(14));
    assertThat(days)
        .hasToString(
            "BucketOptions[photos, versioning=ENABLED, objectLock, GOVERNANCE for 14 days]");
    assertThat(years.defaultRetentionMode()).contains(RetentionMode.COMPLIANCE);
    assertThat(years.defaultRetentionPeriod()).contains(Period.ofYears(7));
    assertThat(PHOTOS.objectLock().defaultRetentionMode()).isEmpty();
    assertThat(PHOTOS.objectLock().defaultRetentionPeriod()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "P1M,neither a number of days nor one of years.",
    "P1Y1D,neither a number of days nor one of years.",
    "P0D,none of S3: Default retention period must be a positive integer value.",
    "P-1Y,none of S3: Default retention period must be a positive integer value.",
    "P36501D,none of S3: Default retention period too large.",
    "P101Y,none of S3: Default retention period too large."
  })
  void refusesPeriodsThatS3DoesNotTake(Period period, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PHOTOS.defaultRetention(RetentionMode.GOVERNANCE, period))
        .withMessage("The retention period " + period + " is " + message);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "ENABLED")
  void objectLockRefusesOtherVersioning(Versioning versioning) {
    String message =
        "The bucket \"photos\" has Object Lock, so its versioning cannot be " + versioning + ".";

    assertThatIllegalArgumentException()
        .isThrownBy(() -> PHOTOS.objectLock().versioning(versioning))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PHOTOS.versioning(versioning).objectLock())
        .withMessage(message);
  }

  @Test
  void mfaDeleteEnablesVersioning() {
    assertThat(PHOTOS.hasMfaDelete()).isFalse();
    assertThat(PHOTOS.mfaDelete().hasMfaDelete()).isTrue();
    assertThat(PHOTOS.mfaDelete().versioning()).isEqualTo(Versioning.ENABLED);
    assertThat(PHOTOS.mfaDelete().versioning(Versioning.SUSPENDED).tag("a", "b"))
        .hasToString("BucketOptions[photos, versioning=SUSPENDED, mfaDelete, tags={a=b}]");
    assertThat(PHOTOS.mfaDelete().objectLock().region("eu-west-1").hasMfaDelete()).isTrue();
  }

  @Test
  void mfaDeleteNeedsVersioning() {
    String message =
        "The bucket \"photos\" has MFA Delete, so its versioning cannot be UNVERSIONED.";

    assertThatIllegalArgumentException()
        .isThrownBy(() -> PHOTOS.mfaDelete().versioning(Versioning.UNVERSIONED))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PHOTOS.versioning(Versioning.UNVERSIONED).mfaDelete())
        .withMessage(message);
  }

  @Test
  void refusesWhatIsNoRegion() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PHOTOS.region("EU West"))
        .withMessage("The region \"EU West\" is not a name such as \"eu-west-1\".");
  }

  @Test
  void isClosedUntilItIsOpened() {
    assertThat(PHOTOS.objectOwnership()).isEqualTo(ObjectOwnership.BUCKET_OWNER_ENFORCED);
    assertThat(PHOTOS.allowsPublicAccess()).isFalse();
    assertThat(PHOTOS.cannedAcl()).isEqualTo("private");

    BucketOptions open =
        PHOTOS
            .objectOwnership(ObjectOwnership.OBJECT_WRITER)
            .allowPublicAccess()
            .cannedAcl("public-read")
            .tag("a", "1");

    assertThat(open)
        .hasToString(
            "BucketOptions[photos, versioning=UNVERSIONED, tags={a=1},"
                + " objectOwnership=OBJECT_WRITER, allowPublicAccess, cannedAcl=public-read]");
  }

  @Test
  void optionsThatSayTheSameAreEqual() {
    BucketOptions locked = PHOTOS.objectLock().tag("a", "1").region("eu-west-1");

    assertThat(PHOTOS.region("eu-west-1").tag("a", "1").objectLock())
        .isEqualTo(locked)
        .hasSameHashCodeAs(locked);
    assertThat(locked)
        .isNotEqualTo(PHOTOS)
        .isNotEqualTo(locked.mfaDelete())
        .isNotEqualTo(locked.allowPublicAccess())
        .isNotEqualTo(locked.tag("b", "1"))
        .isNotEqualTo(locked.region("eu-west-2"));
  }

  @Test
  void bucketIsNotCreatedWithAnAclThatItCannotHave() {
    try (S3EmulatorServer server = S3EmulatorServer.start()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> server.createBucket(PHOTOS.cannedAcl("open")))
          .withMessage(
              "The bucket \"photos\" cannot be created with the ACL open: S3 has no ACL of this"
                  + " name for buckets.");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> server.createBucket(PHOTOS.cannedAcl("log-delivery-write")))
          .withMessage(
              "The bucket \"photos\" cannot be created with the ACL log-delivery-write: its"
                  + " objectOwnership does not allow ACLs.");
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  server.createBucket(
                      PHOTOS
                          .objectOwnership(ObjectOwnership.OBJECT_WRITER)
                          .cannedAcl("public-read")))
          .withMessage(
              "The bucket \"photos\" cannot be created with the ACL public-read: it must"
                  + " allowPublicAccess for this ACL.");
    }
  }
}
