package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.BucketSettings;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.Ownership;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.attribute.Grantee;
import dev.s3emulator.internal.domain.configuration.LoggingConfiguration;
import dev.s3emulator.internal.domain.configuration.LoggingConfiguration.GranteeType;
import dev.s3emulator.internal.domain.configuration.LoggingConfiguration.Target;
import dev.s3emulator.internal.domain.configuration.LoggingConfiguration.TargetGrant;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.routing.BodyRule;
import dev.s3emulator.internal.routing.Route;
import java.util.List;

/**
 * {@code PUT /bucket?logging}: says where the records of requests go; an empty document says that
 * there are none.
 *
 * <p>The target is checked now, as S3 does, and not again when something is delivered to it. That
 * the log delivery service may write there is not checked: it always may.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketLogging.html">AWS</a>
 */
final class PutBucketLogging extends PutConfiguration<LoggingConfiguration> {

  static final Route ROUTE =
      Route.bucket("PUT", "PutBucketLogging")
          .query("logging")
          .body(BodyRule.checkedDocument(MAX_DOCUMENT_BYTES));

  private static final List<String> GROUPS =
      List.of(
          Grantee.Group.ALL_USERS.uri(),
          Grantee.Group.AUTHENTICATED_USERS.uri(),
          Grantee.Group.LOG_DELIVERY.uri());

  PutBucketLogging(S3Engine engine) {
    super(engine, ROUTE, LoggingDocument.KIND);
  }

  @Override
  LoggingConfiguration prepare(
      S3Request request, Bucket bucket, LoggingConfiguration configuration) {
    return new LoggingConfiguration(
        configuration.target().map(target -> prepare(request, bucket.settings(), target)));
  }

  private Target prepare(S3Request request, BucketSettings source, Target target) {
    BucketSettings destination =
        engine()
            .state()
            .bucket(target.bucketName())
            .map(Bucket::settings)
            .orElseThrow(
                () -> invalidTarget(S3Error.INVALID_TARGET_BUCKET_FOR_LOGGING.message(), target));
    if (!destination.owner().accountId().equals(source.owner().accountId())) {
      throw invalidTarget(
          "The owner for the bucket to be logged and the target bucket must be the same.", target);
    }
    if (!destination.region().equals(source.region())) {
      throw S3Exception.of(S3Error.CROSS_LOCATION_LOGGING_PROHIBITED)
          .with("SourceBucketLocation", source.region())
          .with("TargetBucketLocation", destination.region());
    }
    if (!target.grants().isEmpty() && Ownership.of(destination).disablesAcls()) {
      throw S3Exception.of(
          S3Error.ACCESS_CONTROL_LIST_NOT_SUPPORTED,
          "Target grants not allowed for bucket owner enforced buckets");
    }
    return target.with(target.grants().stream().map(grant -> resolve(request, grant)).toList());
  }

  private static TargetGrant resolve(S3Request request, TargetGrant grant) {
    return switch (grant.type()) {
      case EMAIL -> {
        Owner account =
            request
                .access()
                .accountByEmail(grant.grantee())
                .orElseThrow(() -> S3Exception.of(S3Error.UNRESOLVABLE_GRANT_BY_EMAIL_ADDRESS));
        yield new TargetGrant(
            GranteeType.CANONICAL_USER, account.canonicalId(), grant.permission());
      }
      case GROUP -> {
        if (!GROUPS.contains(grant.grantee())) {
          throw S3Exception.invalidArgument("Invalid group uri", "Group/URI", grant.grantee());
        }
        yield grant;
      }
      case CANONICAL_USER -> {
        if (!grant.grantee().matches("[0-9a-f]{64}")) {
          throw S3Exception.invalidArgument("Invalid id", "CanonicalUser/ID", grant.grantee());
        }
        yield grant;
      }
    };
  }

  private static S3Exception invalidTarget(String message, Target target) {
    return S3Exception.of(S3Error.INVALID_TARGET_BUCKET_FOR_LOGGING, message)
        .with("TargetBucket", target.bucketName());
  }
}
