package dev.s3emulator.internal.domain;

/** The error codes of S3 that the emulator sends: literal code, HTTP status, default message. */
public enum S3Error {
  /** AccessControlListNotSupported. */
  ACCESS_CONTROL_LIST_NOT_SUPPORTED(
      "AccessControlListNotSupported", 400, "The bucket does not allow ACLs"),
  /** AccessDenied. */
  ACCESS_DENIED("AccessDenied", 403, "Access Denied"),
  /** AccessForbidden. */
  ACCESS_FORBIDDEN("AccessForbidden", 403, "CORSResponse: CORS is not enabled for this bucket."),
  /** AuthorizationHeaderMalformed. */
  AUTHORIZATION_HEADER_MALFORMED(
      "AuthorizationHeaderMalformed",
      400,
      "The authorization header is malformed; the region 'us-west-2' is wrong; expecting 'us-east-1'"),
  /** AuthorizationQueryParametersError. */
  AUTHORIZATION_QUERY_PARAMETERS(
      "AuthorizationQueryParametersError",
      400,
      "Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters."),
  /** BadDigest. */
  BAD_DIGEST("BadDigest", 400, "The Content-MD5 you specified did not match what we received."),
  /** BadRequest. */
  BAD_REQUEST("BadRequest", 400, "An error occurred when parsing the HTTP request."),
  /** BucketAlreadyExists. */
  BUCKET_ALREADY_EXISTS(
      "BucketAlreadyExists",
      409,
      "The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again."),
  /** BucketAlreadyOwnedByYou. */
  BUCKET_ALREADY_OWNED_BY_YOU(
      "BucketAlreadyOwnedByYou",
      409,
      "Your previous request to create the named bucket succeeded and you already own it."),
  /** BucketNotEmpty. */
  BUCKET_NOT_EMPTY("BucketNotEmpty", 409, "The bucket you tried to delete is not empty"),
  /** ConditionalRequestConflict. */
  CONDITIONAL_REQUEST_CONFLICT(
      "ConditionalRequestConflict",
      409,
      "The conditional request cannot succeed due to a conflicting operation against this resource."),
  /** CrossLocationLoggingProhibitted, which S3 really spells so. */
  CROSS_LOCATION_LOGGING_PROHIBITED(
      "CrossLocationLoggingProhibitted", 403, "Cross S3 location logging not allowed. "),
  /** EntityTooLarge. */
  ENTITY_TOO_LARGE("EntityTooLarge", 400, "Your proposed upload exceeds the maximum allowed size"),
  /** EntityTooSmall. */
  ENTITY_TOO_SMALL(
      "EntityTooSmall", 400, "Your proposed upload is smaller than the minimum allowed size"),
  /** ExpiredToken. */
  EXPIRED_TOKEN("ExpiredToken", 400, "The provided token has expired."),
  /** Found: a page of a website has another address. */
  FOUND("Found", 302, "Resource Found"),
  /** IdMismatch. */
  ID_MISMATCH("IdMismatch", 400, "Document ID does not match the specified configuration ID."),
  /** IllegalLocationConstraintException. */
  ILLEGAL_LOCATION_CONSTRAINT(
      "IllegalLocationConstraintException",
      400,
      "The location constraint is incompatible for the region specific endpoint this request was sent to."),
  /** IllegalVersioningConfigurationException. */
  ILLEGAL_VERSIONING_CONFIGURATION(
      "IllegalVersioningConfigurationException", 400, "The Versioning element must be specified"),
  /** IncompleteBody. */
  INCOMPLETE_BODY(
      "IncompleteBody",
      400,
      "You did not provide the number of bytes specified by the Content-Length HTTP header"),
  /** IncorrectEndpoint. */
  INCORRECT_ENDPOINT(
      "IncorrectEndpoint",
      400,
      "The specified bucket exists in another Region. Direct requests to the correct endpoint."),
  /** IncorrectNumberOfFilesInPostRequest. */
  INCORRECT_NUMBER_OF_FILES_IN_POST_REQUEST(
      "IncorrectNumberOfFilesInPostRequest",
      400,
      "POST requires exactly one file upload per request."),
  /** InternalError. */
  INTERNAL_ERROR("InternalError", 500, "We encountered an internal error. Please try again."),
  /** InvalidAccessKeyId. */
  INVALID_ACCESS_KEY_ID(
      "InvalidAccessKeyId",
      403,
      "The AWS Access Key Id you provided does not exist in our records."),
  /** InvalidArgument. */
  INVALID_ARGUMENT("InvalidArgument", 400, "Invalid Argument"),
  /** InvalidBucketAclWithBlockPublicAccessError. */
  INVALID_BUCKET_ACL_WITH_BLOCK_PUBLIC_ACCESS(
      "InvalidBucketAclWithBlockPublicAccessError",
      400,
      "Bucket cannot have public ACLs set with BlockPublicAccess enabled"),
  /** InvalidBucketAclWithObjectOwnership. */
  INVALID_BUCKET_ACL_WITH_OBJECT_OWNERSHIP(
      "InvalidBucketAclWithObjectOwnership",
      400,
      "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting."),
  /** InvalidBucketName. */
  INVALID_BUCKET_NAME("InvalidBucketName", 400, "The specified bucket is not valid."),
  /** InvalidBucketOwnerAWSAccountID. */
  INVALID_BUCKET_OWNER_ACCOUNT_ID(
      "InvalidBucketOwnerAWSAccountID",
      400,
      "The value of the expected bucket owner parameter must be an AWS Account ID..."),
  /** InvalidBucketState. */
  INVALID_BUCKET_STATE(
      "InvalidBucketState", 409, "The request is not valid with the current state of the bucket."),
  /** InvalidChunkSizeError. */
  INVALID_CHUNK_SIZE(
      "InvalidChunkSizeError",
      403,
      "Only the last chunk is allowed to have a size less than 8192 bytes"),
  /** InvalidDigest. */
  INVALID_DIGEST("InvalidDigest", 400, "The Content-MD5 you specified was invalid."),
  /** InvalidEncryptionAlgorithmError. */
  INVALID_ENCRYPTION_ALGORITHM(
      "InvalidEncryptionAlgorithmError",
      400,
      "The Encryption request you specified is not valid. Supported value: AES256."),
  /** InvalidLocationConstraint. */
  INVALID_LOCATION_CONSTRAINT(
      "InvalidLocationConstraint", 400, "The specified location-constraint is not valid"),
  /** InvalidObjectState. */
  INVALID_OBJECT_STATE(
      "InvalidObjectState", 403, "The operation is not valid for the object's storage class"),
  /** InvalidPart. */
  INVALID_PART(
      "InvalidPart",
      400,
      "One or more of the specified parts could not be found.  The part may not have been uploaded, or the specified entity tag may not match the part's entity tag."),
  /** InvalidPartNumber. */
  INVALID_PART_NUMBER("InvalidPartNumber", 416, "The requested partnumber is not satisfiable"),
  /** InvalidPartOrder. */
  INVALID_PART_ORDER(
      "InvalidPartOrder",
      400,
      "The list of parts was not in ascending order. Parts must be ordered by part number."),
  /** InvalidPolicyDocument. */
  INVALID_POLICY_DOCUMENT(
      "InvalidPolicyDocument",
      400,
      "Invalid Policy: Invalid Simple-Condition: Simple-Conditions must have exactly one property specified."),
  /** InvalidRange. */
  INVALID_RANGE("InvalidRange", 416, "The requested range is not satisfiable"),
  /** InvalidRedirectLocation. */
  INVALID_REDIRECT_LOCATION(
      "InvalidRedirectLocation",
      400,
      "The website redirect location must have a prefix of 'http://' or 'https://' or '/'."),
  /** InvalidRequest. */
  INVALID_REQUEST(
      "InvalidRequest",
      400,
      "Missing required header for this request: Content-MD5 OR x-amz-checksum-*"),
  /** InvalidS3DestinationBucket. */
  INVALID_S3_DESTINATION_BUCKET("InvalidS3DestinationBucket", 400, "Invalid bucket ARN."),
  /** InvalidStorageClass. */
  INVALID_STORAGE_CLASS("InvalidStorageClass", 400, "The storage class you specified is not valid"),
  /** InvalidTag. */
  INVALID_TAG("InvalidTag", 400, "The TagKey you have provided is invalid"),
  /** InvalidTargetBucketForLogging. */
  INVALID_TARGET_BUCKET_FOR_LOGGING(
      "InvalidTargetBucketForLogging", 400, "The target bucket for logging does not exist"),
  /** InvalidToken. */
  INVALID_TOKEN("InvalidToken", 400, "The provided token is malformed or otherwise invalid."),
  /** InvalidURI. */
  INVALID_URI("InvalidURI", 400, "Couldn't parse the specified URI."),
  /** KeyTooLongError. */
  KEY_TOO_LONG("KeyTooLongError", 400, "Your key is too long"),
  /** KMS.NotFoundException. */
  KMS_NOT_FOUND(
      "KMS.NotFoundException",
      400,
      "Key 'arn:aws:kms:us-east-1:111122223333:key/ID' does not exist"),
  /** MalformedACLError. */
  MALFORMED_ACL(
      "MalformedACLError",
      400,
      "The XML you provided was not well-formed or did not validate against our published schema"),
  /** MalformedContinuationToken. */
  MALFORMED_CONTINUATION_TOKEN(
      "MalformedContinuationToken", 400, "The continuation-token you provided invalid."),
  /** MalformedPOSTRequest. */
  MALFORMED_POST_REQUEST(
      "MalformedPOSTRequest",
      400,
      "The body of your POST request is not well-formed multipart/form-data."),
  /** MalformedPolicy. */
  MALFORMED_POLICY(
      "MalformedPolicy", 400, "Policies must be valid JSON and the first byte must be '{'"),
  /** MalformedTrailerError. */
  MALFORMED_TRAILER(
      "MalformedTrailerError",
      400,
      "The request contained trailing data that was not well-formed or did not conform to our published schema."),
  /** MalformedXML. */
  MALFORMED_XML(
      "MalformedXML",
      400,
      "The XML you provided was not well-formed or did not validate against our published schema"),
  /** MaxMessageLengthExceeded. */
  MAX_MESSAGE_LENGTH_EXCEEDED("MaxMessageLengthExceeded", 400, "Your request was too big."),
  /** MaxPostPreDataLengthExceededError. */
  MAX_POST_PRE_DATA_LENGTH_EXCEEDED(
      "MaxPostPreDataLengthExceededError",
      400,
      "Your POST request fields preceding the upload file were too large."),
  /** MetadataTooLarge. */
  METADATA_TOO_LARGE(
      "MetadataTooLarge", 400, "Your metadata headers exceed the maximum allowed metadata size"),
  /** MethodNotAllowed. */
  METHOD_NOT_ALLOWED(
      "MethodNotAllowed", 405, "The specified method is not allowed against this resource."),
  /** MissingContentLength. */
  MISSING_CONTENT_LENGTH(
      "MissingContentLength", 411, "You must provide the Content-Length HTTP header."),
  /** MissingRequestBodyError. */
  MISSING_REQUEST_BODY("MissingRequestBodyError", 400, "Request Body is empty"),
  /** MissingSecurityHeader. */
  MISSING_SECURITY_HEADER(
      "MissingSecurityHeader", 400, "Your request was missing a required header"),
  /** NotDeviceOwnerError: S3 puts the serial number and the code into its message. */
  NOT_DEVICE_OWNER(
      "NotDeviceOwnerError",
      400,
      "The device that generated the token is not owned by the authenticated user"),
  /** NotImplemented. */
  NOT_IMPLEMENTED(
      "NotImplemented", 501, "A header you provided implies functionality that is not implemented"),
  /** NotModified. */
  NOT_MODIFIED("NotModified", 304, "The resource was not changed."),
  /** NoLoggingStatusForKey. */
  NO_LOGGING_STATUS_FOR_KEY(
      "NoLoggingStatusForKey",
      400,
      "There is no such thing as the ?logging sub-resource for a key"),
  /** NoSuchBucket. */
  NO_SUCH_BUCKET("NoSuchBucket", 404, "The specified bucket does not exist"),
  /** NoSuchBucketPolicy. */
  NO_SUCH_BUCKET_POLICY("NoSuchBucketPolicy", 404, "The bucket policy does not exist"),
  /** NoSuchConfiguration. */
  NO_SUCH_CONFIGURATION("NoSuchConfiguration", 404, "The specified configuration does not exist."),
  /** NoSuchCORSConfiguration. */
  NO_SUCH_CORS_CONFIGURATION(
      "NoSuchCORSConfiguration", 404, "The CORS configuration does not exist"),
  /** NoSuchKey. */
  NO_SUCH_KEY("NoSuchKey", 404, "The specified key does not exist."),
  /** NoSuchLifecycleConfiguration. */
  NO_SUCH_LIFECYCLE_CONFIGURATION(
      "NoSuchLifecycleConfiguration", 404, "The lifecycle configuration does not exist"),
  /** NoSuchObjectLockConfiguration. */
  NO_SUCH_OBJECT_LOCK_CONFIGURATION(
      "NoSuchObjectLockConfiguration",
      404,
      "The specified object does not have a ObjectLock configuration"),
  /** NoSuchPublicAccessBlockConfiguration. */
  NO_SUCH_PUBLIC_ACCESS_BLOCK_CONFIGURATION(
      "NoSuchPublicAccessBlockConfiguration",
      404,
      "The public access block configuration was not found"),
  /** NoSuchTagSet. */
  NO_SUCH_TAG_SET("NoSuchTagSet", 404, "The TagSet does not exist"),
  /** NoSuchUpload. */
  NO_SUCH_UPLOAD(
      "NoSuchUpload",
      404,
      "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed."),
  /** NoSuchVersion. */
  NO_SUCH_VERSION("NoSuchVersion", 404, "The specified version does not exist."),
  /** NoSuchWebsiteConfiguration. */
  NO_SUCH_WEBSITE_CONFIGURATION(
      "NoSuchWebsiteConfiguration",
      404,
      "The specified bucket does not have a website configuration"),
  /** ObjectAlreadyInActiveTierError. */
  OBJECT_ALREADY_IN_ACTIVE_TIER(
      "ObjectAlreadyInActiveTierError",
      403,
      "This action is not allowed against this storage tier."),
  /** ObjectLockConfigurationNotFoundError. */
  OBJECT_LOCK_CONFIGURATION_NOT_FOUND(
      "ObjectLockConfigurationNotFoundError",
      404,
      "Object Lock configuration does not exist for this bucket"),
  /** OwnershipControlsNotFoundError. */
  OWNERSHIP_CONTROLS_NOT_FOUND(
      "OwnershipControlsNotFoundError", 404, "The bucket ownership controls were not found"),
  /** PermanentRedirect. */
  PERMANENT_REDIRECT(
      "PermanentRedirect",
      301,
      "The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint."),
  /** PreconditionFailed. */
  PRECONDITION_FAILED(
      "PreconditionFailed", 412, "At least one of the pre-conditions you specified did not hold"),
  /** Redirect. */
  REDIRECT("Redirect", 307, "Temporary redirect."),
  /** ReplicationConfigurationNotFoundError. */
  REPLICATION_CONFIGURATION_NOT_FOUND(
      "ReplicationConfigurationNotFoundError", 404, "The replication configuration was not found"),
  /** RequestHeaderSectionTooLarge. */
  REQUEST_HEADER_SECTION_TOO_LARGE(
      "RequestHeaderSectionTooLarge",
      400,
      "Your request header section exceeds the maximum allowed size."),
  /** RequestTimeout. */
  REQUEST_TIMEOUT(
      "RequestTimeout",
      400,
      "Your socket connection to the server was not read from or written to within the timeout period. Idle connections will be closed."),
  /** RequestTimeTooSkewed. */
  REQUEST_TIME_TOO_SKEWED(
      "RequestTimeTooSkewed",
      403,
      "The difference between the request time and the current time is too large."),
  /** RequestTorrentNotSupportedInRegion. */
  REQUEST_TORRENT_NOT_SUPPORTED_IN_REGION("RequestTorrentNotSupportedInRegion", 405, ""),
  /** RestoreAlreadyInProgress. */
  RESTORE_ALREADY_IN_PROGRESS(
      "RestoreAlreadyInProgress", 409, "Object restore is already in progress."),
  /** SignatureDoesNotMatch. */
  SIGNATURE_DOES_NOT_MATCH(
      "SignatureDoesNotMatch",
      403,
      "The request signature we calculated does not match the signature you provided. Check your key and signing method."),
  /** TokenCodeInvalidError. */
  TOKEN_CODE_INVALID(
      "TokenCodeInvalidError",
      400,
      "The serial number and/or token code you provided is not valid."),
  /** TooManyConfigurations. */
  TOO_MANY_CONFIGURATIONS(
      "TooManyConfigurations",
      400,
      "You are attempting to create a new configuration but have already reached the 1,000-configuration limit."),
  /** UnexpectedContent. */
  UNEXPECTED_CONTENT("UnexpectedContent", 400, "This request does not support content"),
  /** UnresolvableGrantByEmailAddress. */
  UNRESOLVABLE_GRANT_BY_EMAIL_ADDRESS(
      "UnresolvableGrantByEmailAddress",
      400,
      "The email address you provided does not match any account on record."),
  /** UserKeyMustBeSpecified. */
  USER_KEY_MUST_BE_SPECIFIED("UserKeyMustBeSpecified", 400, "User key must be specified."),
  /** XAmzContentSHA256Mismatch. */
  X_AMZ_CONTENT_SHA256_MISMATCH(
      "XAmzContentSHA256Mismatch",
      400,
      "The provided 'x-amz-content-sha256' header does not match what was computed.");

  private final String code;
  private final int status;
  private final String message;

  S3Error(String code, int status, String message) {
    this.code = code;
    this.status = status;
    this.message = message;
  }

  /** Returns the code as it stands in the {@code <Code>} element. */
  public String code() {
    return code;
  }

  /** Returns the HTTP status. */
  public int status() {
    return status;
  }

  /** Returns the message that S3 sends unless the case has its own. */
  public String message() {
    return message;
  }
}
