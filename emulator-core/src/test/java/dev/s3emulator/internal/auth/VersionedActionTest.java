package dev.s3emulator.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.protocol.NeededAction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionedActionTest {

  @ParameterizedTest
  @CsvSource({
    "s3:GetObject, s3:GetObjectVersion",
    "s3:DeleteObject, s3:DeleteObjectVersion",
    "s3:GetObjectAcl, s3:GetObjectVersionAcl",
    "s3:PutObjectAcl, s3:PutObjectVersionAcl",
    "s3:GetObjectTagging, s3:GetObjectVersionTagging",
    "s3:PutObjectTagging, s3:PutObjectVersionTagging",
    "s3:DeleteObjectTagging, s3:DeleteObjectVersionTagging",
    "s3:GetObjectAttributes, s3:GetObjectVersionAttributes",
    "s3:GetObjectTorrent, s3:GetObjectVersionTorrent"
  })
  void actionsOnVersionsHaveTheirOwnNames(String action, String onVersion) {
    assertThat(VersionedAction.of(NeededAction.of(action)).name()).isEqualTo(onVersion);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3:PutObject",
        "s3:PutObjectRetention",
        "s3:GetObjectLegalHold",
        "s3:RestoreObject",
        "s3:ListBucketVersions",
        "s3:GetBucketObjectLockConfiguration"
      })
  void otherActionsCoverVersions(String action) {
    assertThat(VersionedAction.of(NeededAction.of(action)).name()).isEqualTo(action);
  }
}
