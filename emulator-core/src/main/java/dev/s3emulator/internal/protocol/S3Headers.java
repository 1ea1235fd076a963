package dev.s3emulator.internal.protocol;

/** Header names and fixed header values, spelled as on the wire. */
public final class S3Headers {

  public static final String ACCEPT_RANGES = "Accept-Ranges";
  public static final String ACCESS_CONTROL_ALLOW_CREDENTIALS = "Access-Control-Allow-Credentials";
  public static final String ACCESS_CONTROL_ALLOW_HEADERS = "Access-Control-Allow-Headers";
  public static final String ACCESS_CONTROL_ALLOW_METHODS = "Access-Control-Allow-Methods";
  public static final String ACCESS_CONTROL_ALLOW_ORIGIN = "Access-Control-Allow-Origin";
  public static final String ACCESS_CONTROL_EXPOSE_HEADERS = "Access-Control-Expose-Headers";
  public static final String ACCESS_CONTROL_MAX_AGE = "Access-Control-Max-Age";
  public static final String ACCESS_CONTROL_REQUEST_HEADERS = "Access-Control-Request-Headers";
  public static final String ACCESS_CONTROL_REQUEST_METHOD = "Access-Control-Request-Method";
  public static final String ALLOW = "Allow";
  public static final String AUTHORIZATION = "Authorization";
  public static final String CONTENT_ENCODING = "Content-Encoding";
  public static final String CONTENT_LENGTH = "Content-Length";
  public static final String CONTENT_MD5 = "Content-MD5";
  public static final String CONTENT_RANGE = "Content-Range";
  public static final String CONTENT_TYPE = "Content-Type";
  public static final String DATE = "Date";
  public static final String ETAG = "ETag";
  public static final String HOST = "Host";
  public static final String IF_MATCH = "If-Match";
  public static final String IF_MODIFIED_SINCE = "If-Modified-Since";
  public static final String IF_NONE_MATCH = "If-None-Match";
  public static final String IF_UNMODIFIED_SINCE = "If-Unmodified-Since";
  public static final String LAST_MODIFIED = "Last-Modified";
  public static final String LOCATION = "Location";
  public static final String ORIGIN = "Origin";
  public static final String RANGE = "Range";
  public static final String SERVER = "Server";
  public static final String TRANSFER_ENCODING = "Transfer-Encoding";
  public static final String VARY = "Vary";

  public static final String ACCESS_POINT_ALIAS = "x-amz-access-point-alias";
  public static final String ACL = "x-amz-acl";
  public static final String AMZ_DATE = "x-amz-date";
  public static final String BUCKET_ARN = "x-amz-bucket-arn";
  public static final String BUCKET_NAMESPACE = "x-amz-bucket-namespace";
  public static final String BUCKET_OBJECT_LOCK_ENABLED = "x-amz-bucket-object-lock-enabled";
  public static final String BUCKET_REGION = "x-amz-bucket-region";
  public static final String BYPASS_GOVERNANCE_RETENTION = "x-amz-bypass-governance-retention";
  public static final String CHECKSUM_ALGORITHM = "x-amz-checksum-algorithm";
  public static final String CHECKSUM_MODE = "x-amz-checksum-mode";
  public static final String CHECKSUM_PREFIX = "x-amz-checksum-";
  public static final String CHECKSUM_TYPE = "x-amz-checksum-type";
  public static final String CONTENT_SHA256 = "x-amz-content-sha256";
  public static final String COPY_SOURCE = "x-amz-copy-source";
  public static final String COPY_SOURCE_CUSTOMER_KEY_PREFIX =
      "x-amz-copy-source-server-side-encryption-customer-";
  public static final String COPY_SOURCE_VERSION_ID = "x-amz-copy-source-version-id";
  public static final String COPY_SOURCE_RANGE = "x-amz-copy-source-range";
  public static final String DECODED_CONTENT_LENGTH = "x-amz-decoded-content-length";
  public static final String DELETE_MARKER = "x-amz-delete-marker";
  public static final String EXPECTED_BUCKET_OWNER = "x-amz-expected-bucket-owner";
  public static final String GRANT_PREFIX = "x-amz-grant-";
  public static final String ID_2 = "x-amz-id-2";
  public static final String IF_MATCH_INITIATED_TIME = "x-amz-if-match-initiated-time";
  public static final String MAX_PARTS = "x-amz-max-parts";
  public static final String METADATA_DIRECTIVE = "x-amz-metadata-directive";
  public static final String META_PREFIX = "x-amz-meta-";
  public static final String MISSING_META = "x-amz-missing-meta";
  public static final String MP_OBJECT_SIZE = "x-amz-mp-object-size";
  public static final String MP_PARTS_COUNT = "x-amz-mp-parts-count";
  public static final String MFA = "x-amz-mfa";
  public static final String OBJECT_ATTRIBUTES = "x-amz-object-attributes";
  public static final String OBJECT_LOCK_LEGAL_HOLD = "x-amz-object-lock-legal-hold";
  public static final String OBJECT_LOCK_MODE = "x-amz-object-lock-mode";
  public static final String OBJECT_LOCK_PREFIX = "x-amz-object-lock-";
  public static final String OBJECT_LOCK_RETAIN_UNTIL_DATE = "x-amz-object-lock-retain-until-date";
  public static final String OBJECT_OWNERSHIP = "x-amz-object-ownership";
  public static final String PART_NUMBER_MARKER = "x-amz-part-number-marker";
  public static final String REQUEST_CHARGED = "x-amz-request-charged";
  public static final String REQUEST_ID = "x-amz-request-id";
  public static final String REQUEST_PAYER = "x-amz-request-payer";
  public static final String RESTORE = "x-amz-restore";
  public static final String SDK_CHECKSUM_ALGORITHM = "x-amz-sdk-checksum-algorithm";
  public static final String SECURITY_TOKEN = "x-amz-security-token";
  public static final String SERVER_SIDE_ENCRYPTION = "x-amz-server-side-encryption";
  public static final String SERVER_SIDE_ENCRYPTION_BUCKET_KEY =
      "x-amz-server-side-encryption-bucket-key-enabled";
  public static final String SERVER_SIDE_ENCRYPTION_CONTEXT =
      "x-amz-server-side-encryption-context";
  public static final String SERVER_SIDE_ENCRYPTION_CUSTOMER_PREFIX =
      "x-amz-server-side-encryption-customer-";
  public static final String SERVER_SIDE_ENCRYPTION_KMS_KEY =
      "x-amz-server-side-encryption-aws-kms-key-id";
  public static final String SOURCE_EXPECTED_BUCKET_OWNER = "x-amz-source-expected-bucket-owner";
  public static final String STORAGE_CLASS = "x-amz-storage-class";
  public static final String TRANSITION_DEFAULT_MINIMUM_OBJECT_SIZE =
      "x-amz-transition-default-minimum-object-size";
  public static final String TAGGING = "x-amz-tagging";
  public static final String TAGGING_DIRECTIVE = "x-amz-tagging-directive";
  public static final String TAGGING_COUNT = "x-amz-tagging-count";
  public static final String TRAILER = "x-amz-trailer";
  public static final String VERSION_ID = "x-amz-version-id";
  public static final String WRITE_OFFSET_BYTES = "x-amz-write-offset-bytes";
  public static final String WEBSITE_REDIRECT_LOCATION = "x-amz-website-redirect-location";

  public static final String APPLICATION_XML = "application/xml";

  private S3Headers() {}
}
