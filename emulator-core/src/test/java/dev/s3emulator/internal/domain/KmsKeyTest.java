package dev.s3emulator.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KmsKeyTest {

  private static final Region IRELAND = new Region("eu-west-1");

  private static String arn(String name) {
    return KmsKey.arn(name, IRELAND, "111122223333");
  }

  @ParameterizedTest
  @CsvSource({
    "k1, arn:aws:kms:eu-west-1:111122223333:key/k1",
    "1234abcd-12ab-34cd-56ef-1234567890ab,"
        + " arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
    "arn:aws:kms:eu-west-1:999999999999:key/k1, arn:aws:kms:eu-west-1:999999999999:key/k1"
  })
  void keyIsShownByItsArn(String name, String arn) {
    assertThat(arn(name)).isEqualTo(arn);
  }

  @Test
  void aliasMeansOneKeyOfItsAccount() {
    String own = arn("alias/mine");

    assertThat(own).matches("arn:aws:kms:eu-west-1:111122223333:key/[0-9a-f-]{36}");
    assertThat(arn("arn:aws:kms:eu-west-1:111122223333:alias/mine")).isEqualTo(own);
    assertThat(arn("alias/other")).isNotEqualTo(own);
    assertThat(arn("arn:aws:kms:eu-west-1:999999999999:alias/mine")).isNotEqualTo(own);
  }

  @Test
  void partitionIsThatOfTheRegion() {
    assertThat(KmsKey.arn("k1", new Region("cn-north-1"), "111122223333"))
        .isEqualTo("arn:aws-cn:kms:cn-north-1:111122223333:key/k1");
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:kms:us-west-2:111122223333:key/k1, Invalid arn us-west-2",
    "my key, Invalid keyId 'my key'",
    "aws/s3, Invalid keyId 'aws/s3'",
    "alias/, Invalid keyId 'alias/'",
    "arn:aws:s3:::bucket, Invalid keyId 'arn:aws:s3:::bucket'",
    "arn:aws:kms:eu-west-1:1:key/k1, Invalid keyId 'arn:aws:kms:eu-west-1:1:key/k1'"
  })
  void otherNamesAreNotFound(String name, String message) {
    assertThatThrownBy(() -> arn(name))
        .isInstanceOf(S3Exception.class)
        .hasMessage(message)
        .extracting(thrown -> ((S3Exception) thrown).error())
        .isEqualTo(S3Error.KMS_NOT_FOUND);
  }
}
