package dev.s3emulator.internal.pipeline;

import dev.s3emulator.internal.auth.FormAuthentication;
import dev.s3emulator.internal.auth.post.LengthRange;
import dev.s3emulator.internal.domain.ObjectContent;
import dev.s3emulator.internal.protocol.FormHeaders;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.protocol.IntegrityHeaders;
import dev.s3emulator.internal.protocol.RequestBody;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.form.FormDecoder;
import dev.s3emulator.internal.protocol.form.FormFields;
import dev.s3emulator.internal.protocol.form.FormSink;
import dev.s3emulator.store.BlobStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Takes a form apart: its fields say who sends it and what may be in it, before the file is stored.
 *
 * <p>A file that is larger than its policy allows is read to its end but not kept, since S3 tells
 * how large it was.
 */
final class FormIntake implements BodyIntake, FormSink {

  private final S3Request request;
  private final long maxBytes;
  private final AccessControl access;
  private final BlobStore blobs;
  private final FormDecoder decoder;

  private @Nullable FormFields fields;
  private @Nullable S3Request identified;
  private @Nullable UploadIntake upload;
  private @Nullable Executor threads;
  private LengthRange lengths = LengthRange.ANY;
  private long size;

  FormIntake(S3Request request, long maxBytes, AccessControl access, BlobStore blobs) {
    this.request = request;
    this.maxBytes = maxBytes;
    this.access = access;
    this.blobs = blobs;
    decoder = FormDecoder.of(request.headerValue(S3Headers.CONTENT_TYPE).orElse(""), this);
  }

  @Override
  public void lend(Executor lent) {
    threads = lent;
    if (upload != null) {
      upload.lend(lent);
    }
  }

  @Override
  public void receive(ByteBuffer bytes) throws IOException {
    decoder.decode(bytes);
  }

  @Override
  public void begin(FormFields sent) throws IOException {
    fields = sent;
    FormAuthentication proved = access.authenticate(sent, request.target());
    Headers headers = FormHeaders.of(sent);
    identified = access.identify(withHeaders(headers), proved.authentication());
    lengths = proved.lengths();
    IntegrityHeaders integrity = IntegrityHeaders.parse(headers);
    upload = new UploadIntake(maxBytes, BodyDigests.ofUpload(integrity), blobs.newWriter(-1));
    if (threads != null) {
      upload.lend(threads);
    }
  }

  /** The conditions of policies see the fields as the headers that they stand for. */
  private S3Request withHeaders(Headers fieldsAsHeaders) {
    RequestHead head = request.head();
    Headers all = Headers.builder().addAll(fieldsAsHeaders).addAll(head.headers()).build();
    return request.with(head.with(all));
  }

  @Override
  public void file(ByteBuffer bytes) throws IOException {
    size += bytes.remaining();
    if (upload != null && size <= lengths.most()) {
      upload.receive(bytes);
    }
  }

  @Override
  public RequestBody finish() throws IOException {
    decoder.finish();
    lengths.check(size);
    if (fields == null || identified == null || upload == null) {
      throw new IllegalStateException("A form that is complete has begun");
    }
    ObjectContent content = upload.finishContent(Map.of());
    return new RequestBody.Form(fields, content, identified.caller(), identified.access());
  }

  @Override
  public void close() {
    if (upload != null) {
      upload.close();
    }
  }
}
