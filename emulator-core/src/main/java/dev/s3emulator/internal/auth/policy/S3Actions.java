package dev.s3emulator.internal.auth.policy;

import dev.s3emulator.internal.domain.policy.ConditionValues;
import dev.s3emulator.internal.domain.policy.TextPattern;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The actions that policies of buckets may name, by what they are about, from AWS's service
 * authorization reference. Those on no bucket, such as {@code s3:ListAllMyBuckets}, and {@code
 * s3:CreateBucket}, for which there is no policy yet, are not among them.
 */
final class S3Actions {

  /** What an action is about. */
  enum Level {
    BUCKET,
    OBJECT
  }

  private static final Set<String> OF_OBJECTS =
      names(
          """
          AbortMultipartUpload BypassGovernanceRetention DeleteObject DeleteObjectTagging
          DeleteObjectVersion DeleteObjectVersionTagging GetObject GetObjectAcl GetObjectAttributes
          GetObjectLegalHold GetObjectRetention GetObjectTagging GetObjectTorrent GetObjectVersion
          GetObjectVersionAcl GetObjectVersionAttributes GetObjectVersionForReplication
          GetObjectVersionTagging GetObjectVersionTorrent InitiateReplication
          ListMultipartUploadParts ObjectOwnerOverrideToBucketOwner PutObject PutObjectAcl
          PutObjectLegalHold PutObjectRetention PutObjectTagging PutObjectVersionAcl
          PutObjectVersionTagging ReplicateDelete ReplicateObject ReplicateTags RestoreObject
          UpdateObjectEncryption
          """);

  private static final Set<String> OF_BUCKETS =
      names(
          """
          CreateBucketMetadataTableConfiguration DeleteBucket
          DeleteBucketMetadataTableConfiguration DeleteBucketPolicy DeleteBucketWebsite
          GetAccelerateConfiguration GetAnalyticsConfiguration GetBucketAbac GetBucketAcl
          GetBucketCORS GetBucketLocation GetBucketLogging GetBucketMetadataTableConfiguration
          GetBucketNotification GetBucketObjectLockConfiguration GetBucketOwnershipControls
          GetBucketPolicy GetBucketPolicyStatus GetBucketPublicAccessBlock GetBucketRequestPayment
          GetBucketTagging GetBucketVersioning GetBucketWebsite GetEncryptionConfiguration
          GetIntelligentTieringConfiguration GetInventoryConfiguration GetLifecycleConfiguration
          GetMetricsConfiguration GetReplicationConfiguration ListBucket
          ListBucketMultipartUploads ListBucketVersions ListTagsForResource
          PutAccelerateConfiguration PutAnalyticsConfiguration PutBucketAbac PutBucketAcl
          PutBucketCORS PutBucketLogging PutBucketNotification PutBucketObjectLockConfiguration
          PutBucketOwnershipControls PutBucketPolicy PutBucketPublicAccessBlock
          PutBucketRequestPayment PutBucketTagging PutBucketVersioning PutBucketWebsite
          PutEncryptionConfiguration PutIntelligentTieringConfiguration PutInventoryConfiguration
          PutLifecycleConfiguration PutMetricsConfiguration PutReplicationConfiguration TagResource
          UntagResource UpdateBucketMetadataInventoryTableConfiguration
          UpdateBucketMetadataJournalTableConfiguration
          """);

  private S3Actions() {}

  /** Returns the levels of the actions that a pattern matches, none if it matches none. */
  static List<Level> levels(TextPattern pattern) {
    return Stream.of(Level.values()).filter(level -> matchesAny(pattern, level)).toList();
  }

  private static boolean matchesAny(TextPattern pattern, Level level) {
    return (level == Level.BUCKET ? OF_BUCKETS : OF_OBJECTS)
        .stream().anyMatch(action -> pattern.matches(action, ConditionValues.NONE));
  }

  private static Set<String> names(String list) {
    return Stream.of(list.strip().split("\\s+"))
        .map(name -> "s3:" + name)
        .collect(Collectors.toUnmodifiableSet());
  }
}
