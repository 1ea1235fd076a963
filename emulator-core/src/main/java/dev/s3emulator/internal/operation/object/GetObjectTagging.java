package dev.s3emulator.internal.operation.object;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.ObjectVersion;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.lookup.VersionLookup;
import dev.s3emulator.internal.lookup.VersionParameter;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;
import dev.s3emulator.internal.xml.TaggingDocument;

/**
 * {@code GET /bucket/key?tagging}: the tags of a version; an empty set when it has none.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectTagging.html">AWS</a>
 */
final class GetObjectTagging implements Operation {

  static final Route ROUTE =
      Route.object("GET", "GetObjectTagging").query("tagging").asksPayerSilently();

  private final S3Engine engine;

  GetObjectTagging(S3Engine engine) {
    this.engine = engine;
  }

  @Override
  public Route route() {
    return ROUTE;
  }

  @Override
  public void checkUrl(S3Request request) {
    VersionParameter.of(request);
  }

  @Override
  public S3Response handle(S3Request request) {
    Bucket bucket = engine.state().requireBucket(request.bucketName());
    requireKey(bucket, request.key());
    ObjectVersion version =
        VersionLookup.requireObject(
            bucket, request.key(), VersionParameter.of(request), request.head().method());
    return ObjectTags.answer(bucket, version).xml(TaggingDocument.write(version.tags())).build();
  }

  /** Only this operation names the bucket with the key that is not there (recorded-answers 6). */
  private static void requireKey(Bucket bucket, ObjectKey key) {
    if (bucket.stack(key).isEmpty()) {
      throw S3Exception.of(S3Error.NO_SUCH_KEY).with("Key", bucket.name() + "/" + key);
    }
  }
}
