package dev.s3emulator.internal.protocol;

import dev.s3emulator.internal.domain.ObjectContent;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.checksum.Checksum;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A routed request, as an operation gets it.
 *
 * @param id the request id
 * @param head the head as received
 * @param target the bucket and key
 * @param query the decoded query
 * @param caller who asks
 * @param access what else the caller may do
 * @param body the body; {@link RequestBody.None} until it has arrived
 */
public record S3Request(
    String id,
    RequestHead head,
    RequestTarget target,
    QueryParameters query,
    Caller caller,
    AccessCheck access,
    RequestBody body) {

  /** Returns the request with its body. */
  public S3Request with(RequestBody arrived) {
    // A form says only in its fields who sends it.
    return arrived instanceof RequestBody.Form form
        ? new S3Request(id, head, target, query, form.caller(), form.access(), arrived)
        : new S3Request(id, head, target, query, caller, access, arrived);
  }

  /** Returns the request with another head, which asks for the same. */
  public S3Request with(RequestHead other) {
    return new S3Request(id, other, target, query, caller, access, body);
  }

  /** Returns the request as somebody makes it. */
  public S3Request as(Caller identified, AccessCheck check) {
    return new S3Request(id, head, target, query, identified, check, body);
  }

  /** Returns the account in whose name the caller asks. */
  public Owner requester() {
    return caller.account();
  }

  /** Returns a request of the same caller for something else, without a query. */
  public S3Request about(RequestHead otherHead, RequestTarget otherTarget) {
    return new S3Request(
        id, otherHead, otherTarget, QueryParameters.parse(""), caller, access, body);
  }

  /**
   * Returns the name of the bucket.
   *
   * @throws IllegalStateException at the service root, where no such operation is routed
   */
  public String bucketName() {
    String name = target.bucketName();
    if (name == null) {
      throw new IllegalStateException("This request addresses no bucket");
    }
    return name;
  }

  /**
   * Returns the key.
   *
   * @throws IllegalStateException when the target has none, where no such operation is routed
   */
  public ObjectKey key() {
    ObjectKey key = target.key();
    if (key == null) {
      throw new IllegalStateException("This request addresses no object");
    }
    return key;
  }

  /** Returns the first value of a header, or null. */
  public @Nullable String header(String name) {
    return head.headers().first(name);
  }

  /** Returns the first value of a header. */
  public Optional<String> headerValue(String name) {
    return head.headers().get(name);
  }

  /** Returns the first value of a query parameter, empty when it has none, or null. */
  public @Nullable String parameter(String name) {
    return query.first(name);
  }

  /**
   * Reads the document and then compares it with its digests, in this order as S3 does.
   *
   * @param reader makes of the bytes what the operation needs, and refuses what violates its schema
   * @return what the reader made
   */
  public <T> T readDocument(Function<byte[], T> reader) {
    if (body instanceof RequestBody.Document document) {
      T read = reader.apply(document.bytes());
      document.digestCheck().run();
      return read;
    }
    throw new IllegalStateException("The route of this operation takes no document");
  }

  /** Returns the form with its file. */
  public RequestBody.Form form() {
    if (body instanceof RequestBody.Form form) {
      return form;
    }
    throw new IllegalStateException("The route of this operation takes no form");
  }

  /** Returns the uploaded content. */
  public ObjectContent content() {
    return staged().content();
  }

  /** Returns the checksum that the client sent with an upload; it was verified. */
  public Optional<Checksum> sentChecksum() {
    return staged().sentChecksum();
  }

  private RequestBody.Staged staged() {
    if (body instanceof RequestBody.Staged staged) {
      return staged;
    }
    throw new IllegalStateException("The route of this operation takes no upload");
  }
}
