package dev.s3emulator.internal.operation.object;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.ObjectContent;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.ObjectMetadata;
import dev.s3emulator.internal.domain.ObjectVersion;
import dev.s3emulator.internal.domain.TagSet;
import dev.s3emulator.internal.domain.WriteCommand;
import dev.s3emulator.internal.domain.WritePrecondition;
import dev.s3emulator.internal.domain.Writing;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.AccessCheck;
import dev.s3emulator.internal.protocol.FormHeaders;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.protocol.LockHeaders;
import dev.s3emulator.internal.protocol.NeededAction;
import dev.s3emulator.internal.protocol.RequestBody;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.protocol.RequestPayer;
import dev.s3emulator.internal.protocol.RequestTarget;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.protocol.form.FormFields;
import dev.s3emulator.internal.routing.BodyRule;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;
import java.util.Optional;

/**
 * {@code POST /bucket} with a form of a browser, whose last field is the object (protocol-notes
 * 18).
 *
 * <p>Its fields are the headers of PutObject under their own names, so both read them alike.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/RESTObjectPOST.html">AWS</a>
 */
final class PostObject implements Operation {

  static final Route ROUTE =
      Route.bucket("POST", "PostObject").action("s3:PutObject").body(BodyRule.FORM);

  private final S3Engine engine;
  private final RecentMetadata recent;

  PostObject(S3Engine engine, RecentMetadata recent) {
    this.engine = engine;
    this.recent = recent;
  }

  @Override
  public Route route() {
    return ROUTE;
  }

  @Override
  public boolean signedInHead() {
    return false;
  }

  @Override
  public boolean authorizesItself() {
    return true;
  }

  /** The key is a field of the form. */
  @Override
  public RequestTarget target(S3Request request) {
    RequestTarget bucket = request.target();
    return request
        .form()
        .fields()
        .get("key")
        .map(key -> new RequestTarget(bucket.bucketName(), ObjectKey.of(key), bucket.endpoint()))
        .orElse(bucket);
  }

  @Override
  public S3Response handle(S3Request request) {
    RequestBody.Form form = request.form();
    ObjectKey key = ObjectKey.of(form.fields().get("key").orElse(""));
    key.requireValidLength();
    Bucket bucket = engine.state().requireBucket(request.bucketName());
    S3Request upload = asUpload(request, key);
    RequestPayer.require(upload, bucket.settings());
    requireAccess(upload, bucket, form.fields());
    WriteHeaders.check(upload, bucket);
    LockHeaders.read(upload, bucket, engine.instant());
    ObjectContent content = form.content();
    ObjectMetadata metadata = recent.share(MetadataHeaders.read(upload.head().headers()));
    TagSet tags = tags(upload, form.fields());
    EncryptionHeaders encryption = EncryptionHeaders.of(upload);
    ObjectVersion stored =
        engine.changeBucket(
            request.bucketName(),
            request.requester(),
            (current, context) ->
                Writing.put(
                    current,
                    new WriteCommand(
                        key,
                        content,
                        metadata,
                        tags,
                        WriteHeaders.attributes(upload, encryption, current, context.instant()),
                        WritePrecondition.NONE),
                    context));
    return new PostAnswer(request, key, stored).response();
  }

  private static void requireAccess(S3Request upload, Bucket bucket, FormFields fields) {
    Headers.Builder headers = Headers.builder().addAll(upload.head().headers());
    AccessCheck access = upload.access();
    if (fields.get("tagging").isPresent()) {
      // The tags of a form are a document in a field, where an upload has a header.
      String tags = tags(upload, fields).toHeader();
      headers.set(S3Headers.TAGGING, tags);
      access = access.withHeader(S3Headers.TAGGING, tags);
    }
    for (NeededAction action : WritePermissions.of(headers.build())) {
      access.require(action, bucket, upload.key(), Optional.empty());
    }
  }

  private static TagSet tags(S3Request upload, FormFields fields) {
    return fields.get("tagging").map(FormTags::read).orElseGet(() -> WriteHeaders.tags(upload));
  }

  /** Returns the request that PutObject would get. */
  private static S3Request asUpload(S3Request request, ObjectKey key) {
    RequestHead head = request.head();
    Headers headers = FormHeaders.of(request.form().fields());
    return new S3Request(
        request.id(),
        head.with(headers),
        new RequestTarget(request.bucketName(), key),
        request.query(),
        request.caller(),
        request.access(),
        RequestBody.None.INSTANCE);
  }
}
