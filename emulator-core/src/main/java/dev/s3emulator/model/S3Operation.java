package dev.s3emulator.model;

/**
 * The operations of S3, by AWS's names, with those that the emulator refuses with 501. A test holds
 * this list and the emulator's catalog together.
 */
public enum S3Operation {
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_AbortMultipartUpload.html">AbortMultipartUpload</a>.
   */
  ABORT_MULTIPART_UPLOAD("AbortMultipartUpload"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html">CompleteMultipartUpload</a>.
   */
  COMPLETE_MULTIPART_UPLOAD("CompleteMultipartUpload"),
  /**
   * <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html">CopyObject</a>.
   */
  COPY_OBJECT("CopyObject"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html">CreateBucket</a>.
   */
  CREATE_BUCKET("CreateBucket"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucketMetadataConfiguration.html">CreateBucketMetadataConfiguration</a>.
   */
  CREATE_BUCKET_METADATA_CONFIGURATION("CreateBucketMetadataConfiguration"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucketMetadataTableConfiguration.html">CreateBucketMetadataTableConfiguration</a>.
   */
  CREATE_BUCKET_METADATA_TABLE_CONFIGURATION("CreateBucketMetadataTableConfiguration"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateMultipartUpload.html">CreateMultipartUpload</a>.
   */
  CREATE_MULTIPART_UPLOAD("CreateMultipartUpload"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateSession.html">CreateSession</a>.
   */
  CREATE_SESSION("CreateSession"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucket.html">DeleteBucket</a>.
   */
  DELETE_BUCKET("DeleteBucket"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketAnalyticsConfiguration.html">DeleteBucketAnalyticsConfiguration</a>.
   */
  DELETE_BUCKET_ANALYTICS_CONFIGURATION("DeleteBucketAnalyticsConfiguration"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketCors.html">DeleteBucketCors</a>.
   */
  DELETE_BUCKET_CORS("DeleteBucketCors"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketEncryption.html">DeleteBucketEncryption</a>.
   */
  DELETE_BUCKET_ENCRYPTION("DeleteBucketEncryption"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketIntelligentTieringConfiguration.html">DeleteBucketIntelligentTieringConfiguration</a>.
   */
  DELETE_BUCKET_INTELLIGENT_TIERING_CONFIGURATION("DeleteBucketIntelligentTieringConfiguration"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketInventoryConfiguration.html">DeleteBucketInventoryConfiguration</a>.
   */
  DELETE_BUCKET_INVENTORY_CONFIGURATION("DeleteBucketInventoryConfiguration"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketLifecycle.html">DeleteBucketLifecycle</a>.
   */
  DELETE_BUCKET_LIFECYCLE("DeleteBucketLifecycle"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketMetadataConfiguration.html">DeleteBucketMetadataConfiguration</a>.
   */
  DELETE_BUCKET_METADATA_CONFIGURATION("DeleteBucketMetadataConfiguration"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketMetadataTableConfiguration.html">DeleteBucketMetadataTableConfiguration</a>.
   */
  DELETE_BUCKET_METADATA_TABLE_CONFIGURATION("DeleteBucketMetadataTableConfiguration"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketMetricsConfiguration.html">DeleteBucketMetricsConfiguration</a>.
   */
  DELETE_BUCKET_METRICS_CONFIGURATION("DeleteBucketMetricsConfiguration"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketOwnershipControls.html">DeleteBucketOwnershipControls</a>.
   */
  DELETE_BUCKET_OWNERSHIP_CONTROLS("DeleteBucketOwnershipControls"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketPolicy.html">DeleteBucketPolicy</a>.
   */
  DELETE_BUCKET_POLICY("DeleteBucketPolicy"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketReplication.html">DeleteBucketReplication</a>.
   */
  DELETE_BUCKET_REPLICATION("DeleteBucketReplication"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketTagging.html">DeleteBucketTagging</a>.
   */
  DELETE_BUCKET_TAGGING("DeleteBucketTagging"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketWebsite.html">DeleteBucketWebsite</a>.
   */
  DELETE_BUCKET_WEBSITE("DeleteBucketWebsite"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObject.html">DeleteObject</a>.
   */
  DELETE_OBJECT("DeleteObject"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjectAnnotation.html">DeleteObjectAnnotation</a>.
   */
  DELETE_OBJECT_ANNOTATION("DeleteObjectAnnotation"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjectTagging.html">DeleteObjectTagging</a>.
   */
  DELETE_OBJECT_TAGGING("DeleteObjectTagging"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html">DeleteObjects</a>.
   */
  DELETE_OBJECTS("DeleteObjects"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeletePublicAccessBlock.html">DeletePublicAccessBlock</a>.
   */
  DELETE_PUBLIC_ACCESS_BLOCK("DeletePublicAccessBlock"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketAbac.html">GetBucketAbac</a>.
   */
  GET_BUCKET_ABAC("GetBucketAbac"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketAccelerateConfiguration.html">GetBucketAccelerateConfiguration</a>.
   */
  GET_BUCKET_ACCELERATE_CONFIGURATION("GetBucketAccelerateConfiguration"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketAcl.html">GetBucketAcl</a>.
   */
  GET_BUCKET_ACL("GetBucketAcl"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketAnalyticsConfiguration.html">GetBucketAnalyticsConfiguration</a>.
   */
  GET_BUCKET_ANALYTICS_CONFIGURATION("GetBucketAnalyticsConfiguration"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketCors.html">GetBucketCors</a>.
   */
  GET_BUCKET_CORS("GetBucketCors"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketEncryption.html">GetBucketEncryption</a>.
   */
  GET_BUCKET_ENCRYPTION("GetBucketEncryption"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketIntelligentTieringConfiguration.html">GetBucketIntelligentTieringConfiguration</a>.
   */
  GET_BUCKET_INTELLIGENT_TIERING_CONFIGURATION("GetBucketIntelligentTieringConfiguration"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketInventoryConfiguration.html">GetBucketInventoryConfiguration</a>.
   */
  GET_BUCKET_INVENTORY_CONFIGURATION("GetBucketInventoryConfiguration"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLifecycleConfiguration.html">GetBucketLifecycleConfiguration</a>.
   */
  GET_BUCKET_LIFECYCLE_CONFIGURATION("GetBucketLifecycleConfiguration"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLocation.html">GetBucketLocation</a>.
   */
  GET_BUCKET_LOCATION("GetBucketLocation"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLogging.html">GetBucketLogging</a>.
   */
  GET_BUCKET_LOGGING("GetBucketLogging"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketMetadataConfiguration.html">GetBucketMetadataConfiguration</a>.
   */
  GET_BUCKET_METADATA_CONFIGURATION("GetBucketMetadataConfiguration"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketMetadataTableConfiguration.html">GetBucketMetadataTableConfiguration</a>.
   */
  GET_BUCKET_METADATA_TABLE_CONFIGURATION("GetBucketMetadataTableConfiguration"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketMetricsConfiguration.html">GetBucketMetricsConfiguration</a>.
   */
  GET_BUCKET_METRICS_CONFIGURATION("GetBucketMetricsConfiguration"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketNotificationConfiguration.html">GetBucketNotificationConfiguration</a>.
   */
  GET_BUCKET_NOTIFICATION_CONFIGURATION("GetBucketNotificationConfiguration"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketOwnershipControls.html">GetBucketOwnershipControls</a>.
   */
  GET_BUCKET_OWNERSHIP_CONTROLS("GetBucketOwnershipControls"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketPolicy.html">GetBucketPolicy</a>.
   */
  GET_BUCKET_POLICY("GetBucketPolicy"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketPolicyStatus.html">GetBucketPolicyStatus</a>.
   */
  GET_BUCKET_POLICY_STATUS("GetBucketPolicyStatus"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketReplication.html">GetBucketReplication</a>.
   */
  GET_BUCKET_REPLICATION("GetBucketReplication"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketRequestPayment.html">GetBucketRequestPayment</a>.
   */
  GET_BUCKET_REQUEST_PAYMENT("GetBucketRequestPayment"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketTagging.html">GetBucketTagging</a>.
   */
  GET_BUCKET_TAGGING("GetBucketTagging"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketVersioning.html">GetBucketVersioning</a>.
   */
  GET_BUCKET_VERSIONING("GetBucketVersioning"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketWebsite.html">GetBucketWebsite</a>.
   */
  GET_BUCKET_WEBSITE("GetBucketWebsite"),
  /** <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html">GetObject</a>. */
  GET_OBJECT("GetObject"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectAcl.html">GetObjectAcl</a>.
   */
  GET_OBJECT_ACL("GetObjectAcl"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectAnnotation.html">GetObjectAnnotation</a>.
   */
  GET_OBJECT_ANNOTATION("GetObjectAnnotation"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectAttributes.html">GetObjectAttributes</a>.
   */
  GET_OBJECT_ATTRIBUTES("GetObjectAttributes"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectLegalHold.html">GetObjectLegalHold</a>.
   */
  GET_OBJECT_LEGAL_HOLD("GetObjectLegalHold"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectLockConfiguration.html">GetObjectLockConfiguration</a>.
   */
  GET_OBJECT_LOCK_CONFIGURATION("GetObjectLockConfiguration"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectRetention.html">GetObjectRetention</a>.
   */
  GET_OBJECT_RETENTION("GetObjectRetention"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectTagging.html">GetObjectTagging</a>.
   */
  GET_OBJECT_TAGGING("GetObjectTagging"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectTorrent.html">GetObjectTorrent</a>.
   */
  GET_OBJECT_TORRENT("GetObjectTorrent"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetPublicAccessBlock.html">GetPublicAccessBlock</a>.
   */
  GET_PUBLIC_ACCESS_BLOCK("GetPublicAccessBlock"),
  /**
   * <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html">HeadBucket</a>.
   */
  HEAD_BUCKET("HeadBucket"),
  /**
   * <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html">HeadObject</a>.
   */
  HEAD_OBJECT("HeadObject"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBucketAnalyticsConfigurations.html">ListBucketAnalyticsConfigurations</a>.
   */
  LIST_BUCKET_ANALYTICS_CONFIGURATIONS("ListBucketAnalyticsConfigurations"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBucketIntelligentTieringConfigurations.html">ListBucketIntelligentTieringConfigurations</a>.
   */
  LIST_BUCKET_INTELLIGENT_TIERING_CONFIGURATIONS("ListBucketIntelligentTieringConfigurations"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBucketInventoryConfigurations.html">ListBucketInventoryConfigurations</a>.
   */
  LIST_BUCKET_INVENTORY_CONFIGURATIONS("ListBucketInventoryConfigurations"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBucketMetricsConfigurations.html">ListBucketMetricsConfigurations</a>.
   */
  LIST_BUCKET_METRICS_CONFIGURATIONS("ListBucketMetricsConfigurations"),
  /**
   * <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html">ListBuckets</a>.
   */
  LIST_BUCKETS("ListBuckets"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListDirectoryBuckets.html">ListDirectoryBuckets</a>.
   */
  LIST_DIRECTORY_BUCKETS("ListDirectoryBuckets"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListMultipartUploads.html">ListMultipartUploads</a>.
   */
  LIST_MULTIPART_UPLOADS("ListMultipartUploads"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectAnnotations.html">ListObjectAnnotations</a>.
   */
  LIST_OBJECT_ANNOTATIONS("ListObjectAnnotations"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectVersions.html">ListObjectVersions</a>.
   */
  LIST_OBJECT_VERSIONS("ListObjectVersions"),
  /**
   * <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjects.html">ListObjects</a>.
   */
  LIST_OBJECTS("ListObjects"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html">ListObjectsV2</a>.
   */
  LIST_OBJECTS_V2("ListObjectsV2"),
  /** <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListParts.html">ListParts</a>. */
  LIST_PARTS("ListParts"),
  /**
   * An upload by a form of a browser: <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/RESTObjectPOST.html">POST Object</a>.
   */
  POST_OBJECT("PostObject"),
  /**
   * A CORS preflight request of a browser: <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/RESTOPTIONSobject.html">OPTIONS
   * object</a>.
   */
  PREFLIGHT_REQUEST("PreflightRequest"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketAbac.html">PutBucketAbac</a>.
   */
  PUT_BUCKET_ABAC("PutBucketAbac"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketAccelerateConfiguration.html">PutBucketAccelerateConfiguration</a>.
   */
  PUT_BUCKET_ACCELERATE_CONFIGURATION("PutBucketAccelerateConfiguration"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketAcl.html">PutBucketAcl</a>.
   */
  PUT_BUCKET_ACL("PutBucketAcl"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketAnalyticsConfiguration.html">PutBucketAnalyticsConfiguration</a>.
   */
  PUT_BUCKET_ANALYTICS_CONFIGURATION("PutBucketAnalyticsConfiguration"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketCors.html">PutBucketCors</a>.
   */
  PUT_BUCKET_CORS("PutBucketCors"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketEncryption.html">PutBucketEncryption</a>.
   */
  PUT_BUCKET_ENCRYPTION("PutBucketEncryption"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketIntelligentTieringConfiguration.html">PutBucketIntelligentTieringConfiguration</a>.
   */
  PUT_BUCKET_INTELLIGENT_TIERING_CONFIGURATION("PutBucketIntelligentTieringConfiguration"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketInventoryConfiguration.html">PutBucketInventoryConfiguration</a>.
   */
  PUT_BUCKET_INVENTORY_CONFIGURATION("PutBucketInventoryConfiguration"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketLifecycleConfiguration.html">PutBucketLifecycleConfiguration</a>.
   */
  PUT_BUCKET_LIFECYCLE_CONFIGURATION("PutBucketLifecycleConfiguration"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketLogging.html">PutBucketLogging</a>.
   */
  PUT_BUCKET_LOGGING("PutBucketLogging"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketMetricsConfiguration.html">PutBucketMetricsConfiguration</a>.
   */
  PUT_BUCKET_METRICS_CONFIGURATION("PutBucketMetricsConfiguration"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketNotificationConfiguration.html">PutBucketNotificationConfiguration</a>.
   */
  PUT_BUCKET_NOTIFICATION_CONFIGURATION("PutBucketNotificationConfiguration"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketOwnershipControls.html">PutBucketOwnershipControls</a>.
   */
  PUT_BUCKET_OWNERSHIP_CONTROLS("PutBucketOwnershipControls"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html">PutBucketPolicy</a>.
   */
  PUT_BUCKET_POLICY("PutBucketPolicy"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketReplication.html">PutBucketReplication</a>.
   */
  PUT_BUCKET_REPLICATION("PutBucketReplication"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketRequestPayment.html">PutBucketRequestPayment</a>.
   */
  PUT_BUCKET_REQUEST_PAYMENT("PutBucketRequestPayment"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketTagging.html">PutBucketTagging</a>.
   */
  PUT_BUCKET_TAGGING("PutBucketTagging"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketVersioning.html">PutBucketVersioning</a>.
   */
  PUT_BUCKET_VERSIONING("PutBucketVersioning"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketWebsite.html">PutBucketWebsite</a>.
   */
  PUT_BUCKET_WEBSITE("PutBucketWebsite"),
  /** <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html">PutObject</a>. */
  PUT_OBJECT("PutObject"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectAcl.html">PutObjectAcl</a>.
   */
  PUT_OBJECT_ACL("PutObjectAcl"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectAnnotation.html">PutObjectAnnotation</a>.
   */
  PUT_OBJECT_ANNOTATION("PutObjectAnnotation"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectLegalHold.html">PutObjectLegalHold</a>.
   */
  PUT_OBJECT_LEGAL_HOLD("PutObjectLegalHold"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectLockConfiguration.html">PutObjectLockConfiguration</a>.
   */
  PUT_OBJECT_LOCK_CONFIGURATION("PutObjectLockConfiguration"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectRetention.html">PutObjectRetention</a>.
   */
  PUT_OBJECT_RETENTION("PutObjectRetention"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectTagging.html">PutObjectTagging</a>.
   */
  PUT_OBJECT_TAGGING("PutObjectTagging"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutPublicAccessBlock.html">PutPublicAccessBlock</a>.
   */
  PUT_PUBLIC_ACCESS_BLOCK("PutPublicAccessBlock"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_RenameObject.html">RenameObject</a>.
   */
  RENAME_OBJECT("RenameObject"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_RestoreObject.html">RestoreObject</a>.
   */
  RESTORE_OBJECT("RestoreObject"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_SelectObjectContent.html">SelectObjectContent</a>.
   */
  SELECT_OBJECT_CONTENT("SelectObjectContent"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_UpdateBucketMetadataAnnotationTableConfiguration.html">UpdateBucketMetadataAnnotationTableConfiguration</a>.
   */
  UPDATE_BUCKET_METADATA_ANNOTATION_TABLE_CONFIGURATION(
      "UpdateBucketMetadataAnnotationTableConfiguration"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_UpdateBucketMetadataInventoryTableConfiguration.html">UpdateBucketMetadataInventoryTableConfiguration</a>.
   */
  UPDATE_BUCKET_METADATA_INVENTORY_TABLE_CONFIGURATION(
      "UpdateBucketMetadataInventoryTableConfiguration"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_UpdateBucketMetadataJournalTableConfiguration.html">UpdateBucketMetadataJournalTableConfiguration</a>.
   */
  UPDATE_BUCKET_METADATA_JOURNAL_TABLE_CONFIGURATION(
      "UpdateBucketMetadataJournalTableConfiguration"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_UpdateObjectEncryption.html">UpdateObjectEncryption</a>.
   */
  UPDATE_OBJECT_ENCRYPTION("UpdateObjectEncryption"),
  /**
   * <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPart.html">UploadPart</a>.
   */
  UPLOAD_PART("UploadPart"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPartCopy.html">UploadPartCopy</a>.
   */
  UPLOAD_PART_COPY("UploadPartCopy"),
  /**
   * <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_WriteGetObjectResponse.html">WriteGetObjectResponse</a>.
   */
  WRITE_GET_OBJECT_RESPONSE("WriteGetObjectResponse");

  private final String awsName;

  S3Operation(String awsName) {
    this.awsName = awsName;
  }

  /** Returns the name that AWS gives the operation, such as {@code DeleteObjects}. */
  public String awsName() {
    return awsName;
  }

  /** Returns the name that AWS gives the operation. */
  @Override
  public String toString() {
    return awsName;
  }
}
