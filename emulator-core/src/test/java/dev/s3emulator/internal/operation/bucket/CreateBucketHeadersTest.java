package dev.s3emulator.internal.operation.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.domain.BucketSettings;
import dev.s3emulator.internal.domain.OwnershipControls;
import dev.s3emulator.internal.domain.OwnershipControls.ObjectOwnership;
import dev.s3emulator.internal.domain.PublicAccessBlock;
import dev.s3emulator.internal.domain.VersioningState;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Object Lock, ACL, ownership and namespace in the headers of CreateBucket. */
class CreateBucketHeadersTest {

  private final InProcessS3 s3 = new InProcessS3();

  @Test
  void objectLockTurnsVersioningOn() {
    s3.send("PUT", "/alpha", Headers.of("x-amz-bucket-object-lock-enabled", "true"));
    s3.send("PUT", "/beta", Headers.of("x-amz-bucket-object-lock-enabled", "false"));

    assertThat(settings("alpha").objectLockEnabled()).isTrue();
    assertThat(settings("alpha").versioning()).isEqualTo(VersioningState.ENABLED);
    assertThat(settings("beta").objectLockEnabled()).isFalse();
    assertThat(settings("beta").versioning()).isEqualTo(VersioningState.UNVERSIONED);
  }

  @ParameterizedTest
  @CsvSource({
    "x-amz-acl, private",
    "x-amz-acl, bucket-owner-full-control",
    "x-amz-object-ownership, BucketOwnerEnforced",
    "x-amz-bucket-namespace, global"
  })
  void headersThatSayTheDefaultAreAccepted(String name, String value) {
    assertThat(s3.send("PUT", "/alpha", Headers.of(name, value)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "x-amz-acl, public-read",
    "x-amz-acl, authenticated-read",
    "x-amz-acl, log-delivery-write",
    "x-amz-grant-read, id=abc"
  })
  void enforcedOwnershipForbidsAclsThatGrant(String name, String value) {
    Answer answer = s3.send("PUT", "/alpha", Headers.of(name, value));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>InvalidBucketAclWithObjectOwnership</Code><Message>Bucket cannot have"
                + " ACLs set with ObjectOwnership's BucketOwnerEnforced setting.</Message></Error>");
  }

  @Test
  void unknownAclHasAnEmptyMessage() {
    assertThat(s3.send("PUT", "/alpha", Headers.of("x-amz-acl", "fake")).xml())
        .isEqualTo(
            "<Error><Code>InvalidArgument</Code><Message></Message><ArgumentName>x-amz-acl"
                + "</ArgumentName><ArgumentValue>fake</ArgumentValue></Error>");
  }

  @Test
  void cannedAclExcludesGrants() {
    Headers both = Headers.of("x-amz-acl", "private", "x-amz-grant-read", "id=abc");

    assertThat(s3.send("PUT", "/alpha", both).xml())
        .isEqualTo(
            "<Error><Code>InvalidRequest</Code><Message>Specifying both Canned ACLs and Header"
                + " Grants is not allowed</Message></Error>");
  }

  @ParameterizedTest
  @CsvSource({"x-amz-bucket-namespace, account-regional, account-regional bucket namespaces"})
  void whatIsNotEmulatedIsNamed(String header, String value, String feature) {
    Answer answer = s3.send("PUT", "/alpha", Headers.of(header, value));

    assertThat(answer.status()).isEqualTo(501);
    assertThat(answer.xml()).endsWith("<Feature>" + feature + "</Feature></Error>");
  }

  @ParameterizedTest
  @CsvSource({
    "BucketOwnerEnforced, BUCKET_OWNER_ENFORCED",
    "BucketOwnerPreferred, BUCKET_OWNER_PREFERRED",
    "ObjectWriter, OBJECT_WRITER"
  })
  void ownershipIsThatOfTheHeader(String name, ObjectOwnership ownership) {
    s3.send("PUT", "/alpha", Headers.of("x-amz-object-ownership", name));

    assertThat(settings("alpha").configuration(OwnershipControls.class))
        .contains(new OwnershipControls(ownership));
    assertThat(settings("alpha").configuration(PublicAccessBlock.class))
        .contains(PublicAccessBlock.ALL);
  }

  @Test
  void withListsOnTheBucketGetsOne() {
    Headers headers =
        Headers.of("x-amz-object-ownership", "ObjectWriter", "x-amz-acl", "log-delivery-write");

    assertThat(s3.send("PUT", "/alpha", headers).status()).isEqualTo(200);

    assertThat(s3.send("GET", "/alpha?acl").text())
        .contains("http://acs.amazonaws.com/groups/s3/LogDelivery", "WRITE", "READ_ACP");
  }

  @ParameterizedTest
  @CsvSource({
    "x-amz-acl, public-read",
    "x-amz-acl, public-read-write",
    "x-amz-acl, authenticated-read",
    "x-amz-grant-read, uri=http://acs.amazonaws.com/groups/global/AllUsers"
  })
  void newBucketIsNeverPublic(String name, String value) {
    Headers headers = Headers.of("x-amz-object-ownership", "BucketOwnerPreferred", name, value);

    Answer answer = s3.send("PUT", "/alpha", headers);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>InvalidBucketAclWithBlockPublicAccessError</Code><Message>Bucket cannot"
                + " have public ACLs set with BlockPublicAccess enabled</Message></Error>");
    assertThat(s3.engine().state().bucket("alpha")).isEmpty();
  }

  @Test
  void unknownOwnershipIsInvalid() {
    assertThat(s3.send("PUT", "/alpha", Headers.of("x-amz-object-ownership", "X")).xml())
        .isEqualTo(
            "<Error><Code>InvalidArgument</Code><Message>Invalid x-amz-object-ownership header:"
                + " X</Message><ArgumentName>x-amz-object-ownership</ArgumentName></Error>");
  }

  @ParameterizedTest
  @CsvSource({"x-amz-bucket-object-lock-enabled, yes", "x-amz-bucket-namespace, local"})
  void unknownHeaderValuesAreInvalid(String header, String value) {
    Answer answer = s3.send("PUT", "/alpha", Headers.of(header, value));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml()).contains("<ArgumentName>" + header + "</ArgumentName>");
  }

  private BucketSettings settings(String name) {
    return s3.engine().state().requireBucket(name).settings();
  }
}
