package dev.s3emulator.internal.http;

import dev.s3emulator.internal.pipeline.RequestExchange;
import dev.s3emulator.internal.pipeline.RequestPipeline;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;

/** Takes each request into the pipeline, on the I/O thread as long as nothing can block. */
final class PipelineHandler implements HttpHandler {

  private final RequestPipeline pipeline;

  PipelineHandler(RequestPipeline pipeline) {
    this.pipeline = pipeline;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) {
    RequestExchange request = pipeline.begin(RequestHeads.of(exchange));
    if (!exchange.isRequestComplete()) {
      new BodyReader(exchange, request).start();
    } else if (request.mayBlock() && !request.isRefused() && exchange.isInIoThread()) {
      exchange.dispatch(worker -> ResponseWriter.send(worker, request.complete()));
    } else {
      ResponseWriter.send(exchange, request.complete());
    }
  }
}
