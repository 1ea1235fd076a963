package dev.s3emulator.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.engine.IdSource;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.Caller;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.protocol.NeededAction;
import dev.s3emulator.internal.protocol.QueryParameters;
import dev.s3emulator.internal.protocol.RequestBody;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.protocol.RequestTarget;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.store.BlobStores;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The IAM actions of all operations, by the names of AWS's service authorization reference: a
 * policy that works on S3 has to work here.
 */
class ActionTableTest {

  private static final Map<String, Operation> OPERATIONS =
      OperationCatalog.of(new S3Engine(() -> Instant.EPOCH, new IdSource(1), BlobStores.inMemory()))
          .stream()
          .collect(Collectors.toMap(operation -> operation.route().operation(), each -> each));

  /** Where the action is not named like the operation. What others add here needs a line, too. */
  private static final Map<String, String> OTHER_NAMES =
      Map.ofEntries(
          Map.entry("CompleteMultipartUpload", "s3:PutObject"),
          Map.entry("CopyObject", "s3:PutObject"),
          Map.entry("CreateMultipartUpload", "s3:PutObject"),
          Map.entry("DeleteBucketAnalyticsConfiguration", "s3:PutAnalyticsConfiguration"),
          Map.entry("DeleteBucketCors", "s3:PutBucketCORS"),
          Map.entry("DeleteBucketEncryption", "s3:PutEncryptionConfiguration"),
          Map.entry(
              "DeleteBucketIntelligentTieringConfiguration",
              "s3:PutIntelligentTieringConfiguration"),
          Map.entry("DeleteBucketInventoryConfiguration", "s3:PutInventoryConfiguration"),
          Map.entry("DeleteBucketLifecycle", "s3:PutLifecycleConfiguration"),
          Map.entry("DeleteBucketMetricsConfiguration", "s3:PutMetricsConfiguration"),
          Map.entry("DeleteBucketOwnershipControls", "s3:PutBucketOwnershipControls"),
          Map.entry("DeleteBucketReplication", "s3:PutReplicationConfiguration"),
          Map.entry("DeleteBucketTagging", "s3:PutBucketTagging"),
          Map.entry("DeleteObjects", "s3:DeleteObject"),
          Map.entry("DeletePublicAccessBlock", "s3:PutBucketPublicAccessBlock"),
          Map.entry("GetBucketAbac", "s3:GetBucketABAC"),
          Map.entry("GetBucketAccelerateConfiguration", "s3:GetAccelerateConfiguration"),
          Map.entry("GetBucketAnalyticsConfiguration", "s3:GetAnalyticsConfiguration"),
          Map.entry("GetBucketCors", "s3:GetBucketCORS"),
          Map.entry("GetBucketEncryption", "s3:GetEncryptionConfiguration"),
          Map.entry(
              "GetBucketIntelligentTieringConfiguration", "s3:GetIntelligentTieringConfiguration"),
          Map.entry("GetBucketInventoryConfiguration", "s3:GetInventoryConfiguration"),
          Map.entry("GetBucketLifecycleConfiguration", "s3:GetLifecycleConfiguration"),
          Map.entry("GetBucketMetricsConfiguration", "s3:GetMetricsConfiguration"),
          Map.entry("GetBucketNotificationConfiguration", "s3:GetBucketNotification"),
          Map.entry("GetBucketReplication", "s3:GetReplicationConfiguration"),
          Map.entry("GetObjectLockConfiguration", "s3:GetBucketObjectLockConfiguration"),
          Map.entry("GetPublicAccessBlock", "s3:GetBucketPublicAccessBlock"),
          Map.entry("HeadBucket", "s3:ListBucket"),
          Map.entry("HeadObject", "s3:GetObject"),
          Map.entry("ListBucketAnalyticsConfigurations", "s3:GetAnalyticsConfiguration"),
          Map.entry(
              "ListBucketIntelligentTieringConfigurations",
              "s3:GetIntelligentTieringConfiguration"),
          Map.entry("ListBucketInventoryConfigurations", "s3:GetInventoryConfiguration"),
          Map.entry("ListBucketMetricsConfigurations", "s3:GetMetricsConfiguration"),
          Map.entry("ListBuckets", "s3:ListAllMyBuckets"),
          Map.entry("ListMultipartUploads", "s3:ListBucketMultipartUploads"),
          Map.entry("ListObjectVersions", "s3:ListBucketVersions"),
          Map.entry("ListObjects", "s3:ListBucket"),
          Map.entry("ListObjectsV2", "s3:ListBucket"),
          Map.entry("ListParts", "s3:ListMultipartUploadParts"),
          Map.entry("PostObject", "s3:PutObject"),
          Map.entry("PutBucketAbac", "s3:PutBucketABAC"),
          Map.entry("PutBucketAccelerateConfiguration", "s3:PutAccelerateConfiguration"),
          Map.entry("PutBucketAnalyticsConfiguration", "s3:PutAnalyticsConfiguration"),
          Map.entry("PutBucketCors", "s3:PutBucketCORS"),
          Map.entry("PutBucketEncryption", "s3:PutEncryptionConfiguration"),
          Map.entry(
              "PutBucketIntelligentTieringConfiguration", "s3:PutIntelligentTieringConfiguration"),
          Map.entry("PutBucketInventoryConfiguration", "s3:PutInventoryConfiguration"),
          Map.entry("PutBucketLifecycleConfiguration", "s3:PutLifecycleConfiguration"),
          Map.entry("PutBucketMetricsConfiguration", "s3:PutMetricsConfiguration"),
          Map.entry("PutBucketNotificationConfiguration", "s3:PutBucketNotification"),
          Map.entry("PutBucketReplication", "s3:PutReplicationConfiguration"),
          Map.entry("PutObjectLockConfiguration", "s3:PutBucketObjectLockConfiguration"),
          Map.entry("PutPublicAccessBlock", "s3:PutBucketPublicAccessBlock"),
          Map.entry("UploadPart", "s3:PutObject"),
          Map.entry("UploadPartCopy", "s3:PutObject"));

  @Test
  void operationsNeedTheActionsOfAws() {
    Map<String, String> expected = new TreeMap<>();
    Map<String, String> actual = new TreeMap<>();
    OPERATIONS.forEach(
        (name, operation) -> {
          expected.put(name, OTHER_NAMES.getOrDefault(name, "s3:" + name));
          actual.put(name, operation.route().action());
        });

    assertThat(actual).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PutObject             |                                        | s3:PutObject
          PutObject             | x-amz-tagging=a=b                      | s3:PutObject s3:PutObjectTagging
          PutObject             | x-amz-acl=private                      | s3:PutObject s3:PutObjectAcl
          PutObject             | x-amz-grant-read=id="a"                | s3:PutObject s3:PutObjectAcl
          PutObject             | x-amz-object-lock-mode=GOVERNANCE      | s3:PutObject s3:PutObjectRetention
          PutObject             | x-amz-object-lock-legal-hold=ON        | s3:PutObject s3:PutObjectLegalHold
          CopyObject            | x-amz-acl=public-read                  | s3:PutObject s3:PutObjectAcl
          CopyObject            | x-amz-tagging=a=b                      | s3:PutObject s3:PutObjectTagging
          CreateMultipartUpload | x-amz-object-lock-legal-hold=OFF       | s3:PutObject s3:PutObjectLegalHold
          UploadPart            | x-amz-acl=private                      | s3:PutObject
          DeleteObject          |                                        | s3:DeleteObject
          DeleteObject          | x-amz-bypass-governance-retention=true | s3:DeleteObject s3:BypassGovernanceRetention
          DeleteObject          | x-amz-bypass-governance-retention=false| s3:DeleteObject
          DeleteObject          | If-Match=*                             | s3:DeleteObject
          DeleteObject          | If-Match="abc"                         | s3:DeleteObject s3:GetObject
          GetObject             |                                        | s3:GetObject
          GetObjectAttributes   |                                        | s3:GetObject s3:GetObjectAttributes
          CreateBucket          |                                        | s3:CreateBucket
          CreateBucket          | x-amz-acl=private                      | s3:CreateBucket
          CreateBucket          | x-amz-acl=public-read                  | s3:CreateBucket s3:PutBucketAcl
          CreateBucket          | x-amz-grant-full-control=id="a"        | s3:CreateBucket s3:PutBucketAcl
          CreateBucket          | x-amz-object-ownership=ObjectWriter    | s3:CreateBucket s3:PutBucketOwnershipControls
          CreateBucket          | x-amz-bucket-object-lock-enabled=true  | s3:CreateBucket s3:PutBucketObjectLockConfiguration s3:PutBucketVersioning
          """)
  void headersAskForMore(String operation, String header, String actions) {
    Headers headers =
        header == null
            ? Headers.EMPTY
            : Headers.of(
                header.substring(0, header.indexOf('=')),
                header.substring(header.indexOf('=') + 1));

    assertThat(OPERATIONS.get(operation).actions(request(headers)))
        .extracting(NeededAction::name)
        .isEqualTo(List.of(actions.split(" ")));
  }

  /** What an upload gives its own object it does not give the one that it takes the place of. */
  @ParameterizedTest
  @CsvSource({
    "PutObject, true",
    "CopyObject, true",
    "CreateMultipartUpload, true",
    "PutObjectAcl, false",
    "PutObjectTagging, false",
    "PutObjectRetention, false",
    "PutObjectLegalHold, false"
  })
  void headersOfUploadsAreAboutTheNewObject(String operation, boolean onNewObject) {
    Headers headers =
        Headers.builder()
            .add("x-amz-acl", "private")
            .add("x-amz-tagging", "a=b")
            .add("x-amz-object-lock-mode", "GOVERNANCE")
            .add("x-amz-object-lock-legal-hold", "ON")
            .build();

    assertThat(OPERATIONS.get(operation).actions(request(headers)))
        .isNotEmpty()
        .allMatch(action -> action.onNewObject() == onNewObject);
  }

  private static S3Request request(Headers headers) {
    return new S3Request(
        "id",
        new RequestHead("PUT", "/photos/cat.jpg", "", headers, false, "127.0.0.1"),
        new RequestTarget("photos", null),
        QueryParameters.parse(""),
        Caller.ANONYMOUS,
        null,
        RequestBody.None.INSTANCE);
  }
}
