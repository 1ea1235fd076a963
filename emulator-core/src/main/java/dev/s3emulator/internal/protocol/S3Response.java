package dev.s3emulator.internal.protocol;

import java.util.List;
import java.util.function.Supplier;

/**
 * An answer, before the pipeline adds the headers that every answer has.
 *
 * @param status the HTTP status
 * @param headers the headers without Content-Length, which follows from the body
 * @param body the body; the transport leaves it out in answers to HEAD but sends its length
 * @param refusals what the answer refuses although it is a success as a whole, for the journal
 * @param subRequests makes the parts of the request that access logs tell apart
 */
public record S3Response(
    int status,
    Headers headers,
    ResponseBody body,
    List<PartialRefusal> refusals,
    Supplier<List<SubRequest>> subRequests) {

  /** The request consists of nothing that access logs would tell apart. */
  public static final Supplier<List<SubRequest>> NO_SUB_REQUESTS = List::of;

  /** Returns a builder of an answer with this status. */
  public static Builder status(int status) {
    return new Builder(status);
  }

  /** Returns a builder of an answer with status 200. */
  public static Builder ok() {
    return new Builder(200);
  }

  /** Returns an answer with status 204 and nothing else. */
  public static S3Response noContent() {
    return new Builder(204).build();
  }

  /** Returns an answer with status 200 and an XML document. */
  public static S3Response xml(byte[] document) {
    return ok().xml(document).build();
  }

  /** Builds an answer; used by one thread. */
  public static final class Builder {
    private final int status;
    private final Headers.Builder headers = Headers.builder();
    private ResponseBody body = ResponseBody.None.INSTANCE;
    private List<PartialRefusal> refusals = List.of();
    private Supplier<List<SubRequest>> subRequests = NO_SUB_REQUESTS;

    private Builder(int status) {
      this.status = status;
    }

    /** Adds a header. */
    public Builder header(String name, String value) {
      headers.add(name, value);
      return this;
    }

    /** Puts a header in the place of those of the same name. */
    public Builder replaceHeader(String name, String value) {
      headers.set(name, value);
      return this;
    }

    /** Sets an XML document as the body, with its content type. */
    public Builder xml(byte[] document) {
      headers.set(S3Headers.CONTENT_TYPE, S3Headers.APPLICATION_XML);
      body = new ResponseBody.Bytes(document);
      return this;
    }

    /** Sets the body. */
    public Builder body(ResponseBody content) {
      body = content;
      return this;
    }

    /** Tells the journal what of a batch is refused. */
    public Builder refusals(List<PartialRefusal> partial) {
      refusals = partial;
      return this;
    }

    /** Tells access logs of which parts the request consists; asked only if they want it. */
    public Builder subRequests(Supplier<List<SubRequest>> parts) {
      subRequests = parts;
      return this;
    }

    /** Returns the answer. */
    public S3Response build() {
      return new S3Response(status, headers.build(), body, refusals, subRequests);
    }
  }
}
