package dev.s3emulator.internal.operation.object;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.ObjectMetadata;
import dev.s3emulator.internal.domain.ObjectVersion;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.TagSet;
import dev.s3emulator.internal.domain.WriteCommand;
import dev.s3emulator.internal.domain.WritePrecondition;
import dev.s3emulator.internal.domain.Writing;
import dev.s3emulator.internal.domain.checksum.Checksum;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.LockHeaders;
import dev.s3emulator.internal.protocol.NeededAction;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.BodyRule;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;
import java.util.List;

/**
 * {@code PUT /bucket/key} with the object as its body: 200 without a body.
 *
 * <p>What the headers decide is decided before the body comes, the conditions too: an upload that
 * cannot succeed is not sent by a client that waits for {@code 100 Continue}. The conditions are
 * looked at again when the object is stored, since another upload may have been faster.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html">AWS</a>
 */
final class PutObject implements Operation {

  static final Route ROUTE = Route.object("PUT", "PutObject").body(BodyRule.UPLOAD).asksPayer();

  private final S3Engine engine;
  private final RecentMetadata recent;

  PutObject(S3Engine engine, RecentMetadata recent) {
    this.engine = engine;
    this.recent = recent;
  }

  @Override
  public Route route() {
    return ROUTE;
  }

  @Override
  public List<NeededAction> actions(S3Request request) {
    return WritePermissions.of(request.head().headers());
  }

  @Override
  public void checkHead(S3Request request) {
    if (request.header(S3Headers.WRITE_OFFSET_BYTES) != null) {
      throw S3Exception.notEmulated("appending to objects of directory buckets");
    }
    WritePrecondition precondition = WriteHeaders.precondition(request);
    Bucket bucket = engine.state().requireBucket(request.bucketName());
    WriteHeaders.check(request, bucket);
    LockHeaders.checkUpload(request, bucket, engine.instant());
    MetadataHeaders.read(request.head().headers());
    WriteHeaders.tags(request);
    precondition.require(bucket, request.key());
  }

  @Override
  public S3Response handle(S3Request request) {
    ObjectMetadata metadata = recent.share(MetadataHeaders.read(request.head().headers()));
    TagSet tags = WriteHeaders.tags(request);
    EncryptionHeaders encryption = EncryptionHeaders.of(request);
    WritePrecondition precondition = WriteHeaders.precondition(request);
    ObjectVersion stored =
        engine.changeBucket(
            request.bucketName(),
            request.requester(),
            (bucket, context) ->
                Writing.put(
                    bucket,
                    new WriteCommand(
                        request.key(),
                        request.content(),
                        metadata,
                        tags,
                        WriteHeaders.attributes(request, encryption, bucket, context.instant()),
                        precondition),
                    context));
    return respond(stored);
  }

  private static S3Response respond(ObjectVersion stored) {
    Checksum checksum = stored.checksum();
    S3Response.Builder response =
        EncryptionEcho.addWithContext(
                S3Response.ok().header(S3Headers.ETAG, stored.eTag().quoted()), stored.encryption())
            .header(checksum.algorithm().headerName(), checksum.headerValue())
            .header(S3Headers.CHECKSUM_TYPE, checksum.type().name());
    // Only an enabled bucket gives ids: a suspended one keeps silent about its "null".
    if (!stored.versionId().isNull()) {
      response.header(S3Headers.VERSION_ID, stored.versionId().toString());
    }
    return response.build();
  }
}
