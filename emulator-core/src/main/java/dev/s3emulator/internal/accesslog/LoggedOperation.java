package dev.s3emulator.internal.accesslog;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.S3State;
import dev.s3emulator.internal.pipeline.EndedExchange;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.routing.ResourceType;
import java.util.Optional;

/**
 * What a request does, as access logs name it.
 *
 * @param protocol REST or WEBSITE
 * @param verb the method, or COPY
 * @param resourceType what it was done to
 */
record LoggedOperation(String protocol, String verb, String resourceType) {

  private static final String OBJECT = "OBJECT";

  static LoggedOperation of(EndedExchange exchange) {
    String method = exchange.head().method();
    if (exchange.target().isWebsite()) {
      return new LoggedOperation("WEBSITE", method, OBJECT);
    }
    if (method.equals("OPTIONS")) {
      return new LoggedOperation("REST", method, "PREFLIGHT");
    }
    String type = ResourceType.of(exchange.head(), exchange.target(), exchange.query());
    boolean object = type.equals(OBJECT) || type.equals("PART");
    boolean copies =
        method.equals("PUT") && object && exchange.head().headers().contains(S3Headers.COPY_SOURCE);
    boolean form = method.equals("POST") && type.equals("BUCKET");
    return new LoggedOperation("REST", copies ? "COPY" : method, form ? OBJECT : type);
  }

  /** Returns the name, such as {@code REST.PUT.OBJECT}. */
  String name() {
    return protocol + '.' + verb + '.' + resourceType;
  }

  /** Returns the size of the object that a request was about, or 0 where it was about none. */
  long objectSize(EndedExchange exchange) {
    return switch (resourceType) {
      case OBJECT -> sizeOfObject(exchange);
      // Completed; an upload that is aborted has no size.
      case "UPLOAD" -> verb.equals("POST") ? size(exchange.after(), exchange, false) : 0;
      case "PART" -> verb.equals("PUT") ? uploadedBytes(exchange.head().headers()) : 0;
      default -> 0;
    };
  }

  private long sizeOfObject(EndedExchange exchange) {
    return switch (verb) {
      case "GET", "HEAD", "DELETE" -> size(exchange.before(), exchange, true);
      case "PUT", "COPY", "POST" -> size(exchange.after(), exchange, false);
      default -> 0;
    };
  }

  private static long size(S3State state, EndedExchange exchange, boolean ofVersion) {
    ObjectKey key = exchange.target().key();
    Optional<Bucket> bucket =
        Optional.ofNullable(exchange.target().bucketName()).flatMap(state::bucket);
    if (key == null || bucket.isEmpty()) {
      return 0;
    }
    return LogRecords.size(
        bucket.get(), key, ofVersion ? exchange.query().get("versionId") : Optional.empty());
  }

  private static long uploadedBytes(Headers headers) {
    String length =
        headers
            .get("x-amz-decoded-content-length")
            .or(() -> headers.get("Content-Length"))
            .orElse("0");
    return length.matches("[0-9]{1,18}") ? Long.parseLong(length) : 0;
  }
}
