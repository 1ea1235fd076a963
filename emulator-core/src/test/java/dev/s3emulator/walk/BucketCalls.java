package dev.s3emulator.walk;

import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.Payer;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** The operations on the service and on buckets, apart from their configurations. */
final class BucketCalls {

  static final Map<String, Call> ALL = new TreeMap<>();

  private static final String POLICY =
      "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Principal\":\"*\","
          + "\"Action\":\"s3:DeleteObject\",\"Resource\":\"arn:aws:s3:::%s/keep/*\"}]}";

  private BucketCalls() {}

  static {
    ALL.put("ListBuckets", at -> at.s3().listBuckets(it -> it.maxBuckets(10)));
    ALL.put("ListDirectoryBuckets", at -> at.s3().listDirectoryBuckets(it -> {}));
    ALL.put("CreateBucket", at -> at.s3().createBucket(it -> it.bucket(at.bucket() + "-new")));
    // Only of directory buckets the SDK signs it for their service.
    ALL.put(
        "CreateSession",
        at -> at.s3().createSession(it -> it.bucket(at.bucket() + "--use1-az4--x-s3")));
    ALL.put(
        "DeleteBucket",
        at -> {
          at.prepare(() -> at.s3().createBucket(it -> it.bucket(at.bucket() + "-gone")));
          at.s3().deleteBucket(it -> it.bucket(at.bucket() + "-gone"));
        });
    ALL.put("HeadBucket", at -> at.s3().headBucket(it -> it.bucket(at.bucket())));
    ALL.put("GetBucketLocation", at -> at.s3().getBucketLocation(it -> it.bucket(at.bucket())));
    ALL.put("ListObjects", at -> at.s3().listObjects(it -> it.bucket(at.bucket())));
    ALL.put("ListObjectsV2", at -> at.s3().listObjectsV2(it -> it.bucket(at.bucket())));
    ALL.put("ListObjectVersions", at -> at.s3().listObjectVersions(it -> it.bucket(at.bucket())));
    ALL.put(
        "ListMultipartUploads", at -> at.s3().listMultipartUploads(it -> it.bucket(at.bucket())));
    versioning();
    access();
    lock();
    settings();
    metadata();
  }

  private static void versioning() {
    ALL.put("GetBucketVersioning", at -> at.s3().getBucketVersioning(it -> it.bucket(at.bucket())));
    ALL.put(
        "PutBucketVersioning",
        at ->
            at.s3()
                .putBucketVersioning(
                    it ->
                        it.bucket(at.bucket())
                            .versioningConfiguration(
                                v -> v.status(BucketVersioningStatus.ENABLED))));
  }

  private static void access() {
    ALL.put("GetBucketAcl", at -> at.s3().getBucketAcl(it -> it.bucket(at.bucket())));
    ALL.put(
        "PutBucketAcl",
        at -> {
          // Buckets have ACLs only where they do not belong to their owners alone.
          at.prepare(() -> ownership(at));
          at.s3().putBucketAcl(it -> it.bucket(at.bucket()).acl("private"));
        });
    ALL.put("PutBucketPolicy", BucketCalls::policy);
    ALL.put(
        "GetBucketPolicy",
        at -> {
          at.prepare(() -> policy(at));
          at.s3().getBucketPolicy(it -> it.bucket(at.bucket()));
        });
    ALL.put(
        "GetBucketPolicyStatus",
        at -> {
          at.prepare(() -> policy(at));
          at.s3().getBucketPolicyStatus(it -> it.bucket(at.bucket()));
        });
    ALL.put("DeleteBucketPolicy", at -> at.s3().deleteBucketPolicy(it -> it.bucket(at.bucket())));
    ALL.put("PutBucketOwnershipControls", BucketCalls::ownership);
    ALL.put(
        "GetBucketOwnershipControls",
        at -> at.s3().getBucketOwnershipControls(it -> it.bucket(at.bucket())));
    ALL.put(
        "DeleteBucketOwnershipControls",
        at -> at.s3().deleteBucketOwnershipControls(it -> it.bucket(at.bucket())));
    ALL.put(
        "PutPublicAccessBlock",
        at ->
            at.s3()
                .putPublicAccessBlock(
                    it ->
                        it.bucket(at.bucket())
                            .publicAccessBlockConfiguration(b -> b.blockPublicAcls(true))));
    ALL.put(
        "GetPublicAccessBlock", at -> at.s3().getPublicAccessBlock(it -> it.bucket(at.bucket())));
    ALL.put(
        "DeletePublicAccessBlock",
        at -> at.s3().deletePublicAccessBlock(it -> it.bucket(at.bucket())));
  }

  private static void policy(Target at) {
    at.s3()
        .putBucketPolicy(it -> it.bucket(at.bucket()).policy(String.format(POLICY, at.bucket())));
  }

  private static void ownership(Target at) {
    at.s3()
        .putBucketOwnershipControls(
            it ->
                it.bucket(at.bucket())
                    .ownershipControls(
                        controls ->
                            controls.rules(
                                rule -> rule.objectOwnership(ObjectOwnership.OBJECT_WRITER))));
  }

  private static void lock() {
    ALL.put("PutObjectLockConfiguration", BucketCalls::lock);
    ALL.put(
        "GetObjectLockConfiguration",
        at -> {
          at.prepare(() -> lock(at));
          at.s3().getObjectLockConfiguration(it -> it.bucket(at.bucket()));
        });
  }

  static void lock(Target at) {
    at.prepare(
        () ->
            at.s3()
                .putBucketVersioning(
                    it ->
                        it.bucket(at.bucket())
                            .versioningConfiguration(
                                v -> v.status(BucketVersioningStatus.ENABLED))));
    at.s3()
        .putObjectLockConfiguration(
            it ->
                it.bucket(at.bucket())
                    .objectLockConfiguration(l -> l.objectLockEnabled("Enabled")));
  }

  private static void settings() {
    ALL.put("GetBucketAbac", at -> at.s3().getBucketAbac(it -> it.bucket(at.bucket())));
    ALL.put(
        "PutBucketAbac",
        at ->
            at.s3()
                .putBucketAbac(it -> it.bucket(at.bucket()).abacStatus(a -> a.status("Enabled"))));
    ALL.put(
        "GetBucketAccelerateConfiguration",
        at -> at.s3().getBucketAccelerateConfiguration(it -> it.bucket(at.bucket())));
    ALL.put(
        "PutBucketAccelerateConfiguration",
        at ->
            at.s3()
                .putBucketAccelerateConfiguration(
                    it ->
                        it.bucket(at.bucket()).accelerateConfiguration(a -> a.status("Enabled"))));
    ALL.put(
        "GetBucketRequestPayment",
        at -> at.s3().getBucketRequestPayment(it -> it.bucket(at.bucket())));
    ALL.put(
        "PutBucketRequestPayment",
        at ->
            at.s3()
                .putBucketRequestPayment(
                    it ->
                        it.bucket(at.bucket())
                            .requestPaymentConfiguration(p -> p.payer(Payer.BUCKET_OWNER))));
    ALL.put("GetBucketEncryption", at -> at.s3().getBucketEncryption(it -> it.bucket(at.bucket())));
    ALL.put(
        "PutBucketEncryption",
        at ->
            at.s3()
                .putBucketEncryption(
                    it ->
                        it.bucket(at.bucket())
                            .serverSideEncryptionConfiguration(
                                c ->
                                    c.rules(
                                        rule ->
                                            rule.applyServerSideEncryptionByDefault(
                                                d ->
                                                    d.sseAlgorithm(
                                                        ServerSideEncryption.AES256))))));
    ALL.put(
        "DeleteBucketEncryption",
        at -> at.s3().deleteBucketEncryption(it -> it.bucket(at.bucket())));
    ALL.put("GetBucketLogging", at -> at.s3().getBucketLogging(it -> it.bucket(at.bucket())));
    ALL.put(
        "PutBucketLogging",
        at ->
            at.s3()
                .putBucketLogging(
                    it ->
                        it.bucket(at.bucket())
                            .bucketLoggingStatus(
                                status ->
                                    status.loggingEnabled(
                                        l -> l.targetBucket(at.bucket()).targetPrefix("logs/")))));
  }

  private static void metadata() {
    ALL.put(
        "CreateBucketMetadataConfiguration",
        at ->
            at.s3()
                .createBucketMetadataConfiguration(
                    it ->
                        it.bucket(at.bucket())
                            .metadataConfiguration(
                                m ->
                                    m.journalTableConfiguration(
                                        j -> j.recordExpiration(e -> e.expiration("DISABLED"))))));
    ALL.put(
        "CreateBucketMetadataTableConfiguration",
        at ->
            at.s3()
                .createBucketMetadataTableConfiguration(
                    it ->
                        it.bucket(at.bucket())
                            .metadataTableConfiguration(
                                m ->
                                    m.s3TablesDestination(
                                        d ->
                                            d.tableBucketArn(
                                                    "arn:aws:s3tables:us-east-1:123456789012:bucket/t")
                                                .tableName("t")))));
    ALL.put(
        "GetBucketMetadataConfiguration",
        at -> at.s3().getBucketMetadataConfiguration(it -> it.bucket(at.bucket())));
    ALL.put(
        "GetBucketMetadataTableConfiguration",
        at -> at.s3().getBucketMetadataTableConfiguration(it -> it.bucket(at.bucket())));
    ALL.put(
        "DeleteBucketMetadataConfiguration",
        at -> at.s3().deleteBucketMetadataConfiguration(it -> it.bucket(at.bucket())));
    ALL.put(
        "DeleteBucketMetadataTableConfiguration",
        at -> at.s3().deleteBucketMetadataTableConfiguration(it -> it.bucket(at.bucket())));
    ALL.put(
        "UpdateBucketMetadataAnnotationTableConfiguration",
        at ->
            at.s3()
                .updateBucketMetadataAnnotationTableConfiguration(
                    it ->
                        it.bucket(at.bucket())
                            .annotationTableConfiguration(a -> a.configurationState("ENABLED"))));
    ALL.put(
        "UpdateBucketMetadataInventoryTableConfiguration",
        at ->
            at.s3()
                .updateBucketMetadataInventoryTableConfiguration(
                    it ->
                        it.bucket(at.bucket())
                            .inventoryTableConfiguration(i -> i.configurationState("ENABLED"))));
    ALL.put(
        "UpdateBucketMetadataJournalTableConfiguration",
        at ->
            at.s3()
                .updateBucketMetadataJournalTableConfiguration(
                    it ->
                        it.bucket(at.bucket())
                            .journalTableConfiguration(
                                j -> j.recordExpiration(e -> e.expiration("DISABLED")))));
  }
}
