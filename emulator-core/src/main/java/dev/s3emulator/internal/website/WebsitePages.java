package dev.s3emulator.internal.website;

import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;
import java.util.List;

/**
 * {@code GET} and {@code HEAD} of any path at the website of a bucket.
 *
 * <p>A page is an object that GetObject or HeadObject reads, so it has whatever these do: ranges,
 * conditions, metadata. Nobody signs a request for a page: who may read it is asked for each page,
 * as it is for anonymous requests to the API.
 */
public final class WebsitePages implements Operation {

  private final S3Engine engine;
  private final Operation reader;
  private final Route route;

  private WebsitePages(S3Engine engine, Operation reader) {
    this.engine = engine;
    this.reader = reader;
    Route read = reader.route();
    route = Route.website(read.method(), read.operation()).action(read.action());
  }

  /**
   * Returns the operations of the websites of one server.
   *
   * @param operations all operations of the API
   */
  public static List<Operation> of(S3Engine engine, List<Operation> operations) {
    return List.of(
        new WebsitePages(engine, named("GetObject", operations)),
        new WebsitePages(engine, named("HeadObject", operations)));
  }

  private static Operation named(String name, List<Operation> operations) {
    return operations.stream()
        .filter(operation -> operation.route().operation().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("There is no operation " + name));
  }

  @Override
  public Route route() {
    return route;
  }

  /** The key of a page is known only here, and a refusal has an error document too. */
  @Override
  public boolean authorizesItself() {
    return true;
  }

  @Override
  public S3Response handle(S3Request request) {
    return new Visit(engine.state().requireBucket(request.bucketName()), request, reader).answer();
  }
}
