package dev.s3emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
  void refusesWhatIsNoAcl() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PHOTOS.cannedAcl("open"))
        .withMessage("The ACL \"open\" is not the name of one, such as \"public-read\".");
  }

  @Test
  void bucketIsNotCreatedWithAnAclThatItCannotHave() {
    try (S3EmulatorServer server = S3EmulatorServer.start()) {
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
