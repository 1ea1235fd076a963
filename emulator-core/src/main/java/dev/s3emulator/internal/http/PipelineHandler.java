package dev.s3emulator.internal.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.s3emulator.internal.pipeline.RequestExchange;
import dev.s3emulator.internal.pipeline.RequestPipeline;
import dev.s3emulator.internal.pipeline.WireFault;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.protocol.ResponseBody;
import dev.s3emulator.internal.protocol.S3Response;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.xnio.StreamConnection;
import org.xnio.channels.SslChannel;

/** Hands each request to the pipeline and its answer to the client. */
final class PipelineHandler implements HttpHandler, WireGuard.Refusals {

  /** A length of more digits is beyond any object, and beyond what Undertow can count. */
  private static final int MAX_LENGTH_DIGITS = 18;

  private final RequestPipeline pipeline;

  /** On the heap, since digests copy from direct buffers in small steps. Empty between uses. */
  private final ThreadLocal<ByteBuffer> buffers =
      ThreadLocal.withInitial(() -> ByteBuffer.allocate(64 * 1024));

  PipelineHandler(RequestPipeline pipeline) {
    this.pipeline = pipeline;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) {
    WireGuard.of(exchange).beginRequest();
    RequestHead head = RequestHeads.of(exchange);
    if (isAmbiguous(exchange)) {
      RequestExchange refused = pipeline.refuse(head, WireFault.NOT_HTTP);
      ResponseWriter.sendAndClose(exchange, refused.complete());
      return;
    }
    RequestExchange request = pipeline.begin(head);
    if (!exchange.isRequestComplete()) {
      new BodyReader(exchange, request, buffers).start();
    } else if (request.mayBlock() && exchange.isInIoThread()) {
      exchange.dispatch(worker -> ResponseWriter.send(worker, request.complete()));
    } else {
      ResponseWriter.send(exchange, request.complete());
    }
  }

  /**
   * Returns whether another server might see another end of this request. Undertow takes every
   * transfer coding for "chunked", and a length beyond 64 bits modulo that.
   */
  private static boolean isAmbiguous(HttpServerExchange exchange) {
    HeaderMap headers = exchange.getRequestHeaders();
    String length = headers.getFirst(Headers.CONTENT_LENGTH);
    if (length != null) {
      return length.length() > MAX_LENGTH_DIGITS;
    }
    String coding = headers.getFirst(Headers.TRANSFER_ENCODING);
    return coding != null && !(coding.equalsIgnoreCase("chunked") && exchange.isHttp11());
  }

  @Override
  public byte[] answer(UnreadHead unread, StreamConnection connection) {
    InetSocketAddress client = connection.getPeerAddress(InetSocketAddress.class);
    RequestHead head =
        unread.toRequestHead(
            client == null ? "" : client.getAddress().getHostAddress(),
            connection instanceof SslChannel);
    S3Response response = pipeline.refuse(head, unread.fault()).complete();
    byte[] document =
        response.body() instanceof ResponseBody.Bytes bytes ? bytes.bytes() : new byte[0];
    StringBuilder lines = new StringBuilder(512).append("HTTP/1.1 400 Bad Request\r\n");
    response
        .headers()
        .forEach((name, value) -> lines.append(name).append(": ").append(value).append("\r\n"));
    lines
        .append("Connection: close\r\nContent-Length: ")
        .append(document.length)
        .append("\r\n\r\n");
    ByteArrayOutputStream answer = new ByteArrayOutputStream(1024);
    answer.writeBytes(lines.toString().getBytes(ISO_8859_1));
    answer.writeBytes(document);
    return answer.toByteArray();
  }
}
