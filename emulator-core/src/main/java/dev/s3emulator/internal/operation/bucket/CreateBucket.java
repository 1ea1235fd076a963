package dev.s3emulator.internal.operation.bucket;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.BucketAcl;
import dev.s3emulator.internal.domain.BucketNames;
import dev.s3emulator.internal.domain.BucketSettings;
import dev.s3emulator.internal.domain.Region;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.S3State;
import dev.s3emulator.internal.domain.TagSet;
import dev.s3emulator.internal.domain.VersioningState;
import dev.s3emulator.internal.domain.attribute.AccessControlList;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.AccessCheck;
import dev.s3emulator.internal.protocol.NeededAction;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.BodyRule;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;
import java.util.List;

/**
 * {@code PUT /bucket}: makes a bucket, or finds that the caller has it already.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html">AWS</a>
 */
final class CreateBucket implements Operation {

  static final Route ROUTE =
      Route.bucket("PUT", "CreateBucket")
          .body(BodyRule.document(CreateBucketDocument.MAX_BYTES))
          .bucketMayBeMissing();

  private static final NeededAction TAG = NeededAction.of("s3:TagResource");

  private final S3Engine engine;

  CreateBucket(S3Engine engine) {
    this.engine = engine;
  }

  @Override
  public Route route() {
    return ROUTE;
  }

  @Override
  public List<NeededAction> actions(S3Request request) {
    return CreateBucketHeaders.actions(request);
  }

  /** A policy may ask for the tags, which stand in the body. */
  @Override
  public boolean authorizesItself() {
    return true;
  }

  @Override
  public void checkHead(S3Request request) {
    if (request.caller().hasNoAccount()) {
      throw refusalOfAnonymous().because("A bucket needs an account that owns it.");
    }
    if (BucketNames.isDirectoryBucket(request.bucketName())) {
      throw S3Exception.notEmulated("directory buckets");
    }
    CreateBucketHeaders.check(request);
    BucketNames.requireValid(request.bucketName());
  }

  @Override
  public S3Exception refusalOfAnonymous() {
    return S3Exception.of(
        S3Error.ACCESS_DENIED, "Anonymous users cannot invoke this API. Please authenticate.");
  }

  @Override
  public S3Response handle(S3Request request) {
    CreateBucketDocument document = request.readDocument(CreateBucketDocument::read);
    requireAccess(request, document.tags());
    Region region = document.region(engine.region());
    BucketSettings settings = settings(request, document, region);
    engine.change(state -> create(state, settings));
    return S3Response.ok()
        .header(S3Headers.LOCATION, location(settings))
        .header(S3Headers.BUCKET_ARN, settings.arn())
        .build();
  }

  private void requireAccess(S3Request request, TagSet tags) {
    AccessCheck access =
        tags.isEmpty()
            ? request.access()
            : request.access().withHeader(S3Headers.TAGGING, tags.toHeader());
    actions(request).forEach(access::requireOnNewBucket);
    if (!tags.isEmpty()) {
      access.requireOnNewBucket(TAG);
    }
  }

  private BucketSettings settings(S3Request request, CreateBucketDocument document, Region region) {
    boolean objectLock = CreateBucketHeaders.objectLockEnabled(request);
    BucketSettings created =
        BucketSettings.ofNew(request.bucketName(), request.requester(), region.name(), engine.now())
            .withLocationConstraint(document.locationConstraint().orElse(""))
            .withTags(document.tags())
            .with(CreateBucketHeaders.ownership(request));
    AccessControlList acl = CreateBucketHeaders.acl(request);
    created = acl.equals(AccessControlList.PRIVATE) ? created : created.with(new BucketAcl(acl));
    // Object Lock needs versions, and keeps them from the first moment on.
    return objectLock
        ? created.withVersioning(VersioningState.ENABLED).withObjectLock(true)
        : created;
  }

  private static S3State create(S3State state, BucketSettings wanted) {
    Bucket existing = state.bucket(wanted.name()).orElse(null);
    if (existing == null) {
      return state.with(Bucket.empty(wanted));
    }
    BucketSettings settings = existing.settings();
    if (!settings.owner().accountId().equals(wanted.owner().accountId())) {
      throw S3Exception.of(S3Error.BUCKET_ALREADY_EXISTS).with("BucketName", wanted.name());
    }
    // Only us-east-1 forgives, and it changes nothing of the bucket (recorded-answers 17).
    boolean forgiven = isUsEast1(settings) && isUsEast1(wanted) && wanted.tags().isEmpty();
    if (!forgiven) {
      throw S3Exception.of(S3Error.BUCKET_ALREADY_OWNED_BY_YOU).with("BucketName", wanted.name());
    }
    return state;
  }

  private static String location(BucketSettings settings) {
    return isUsEast1(settings)
        ? "/" + settings.name()
        : "http://" + settings.name() + ".s3.amazonaws.com/";
  }

  private static boolean isUsEast1(BucketSettings settings) {
    return settings.region().equals(Region.US_EAST_1.name());
  }
}
