package dev.s3emulator.internal.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.HostHeaderHandler;
import io.undertow.server.protocol.http.HttpServerConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;
import org.xnio.conduits.AbstractStreamSinkConduit;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.StreamSinkConduit;
import org.xnio.conduits.StreamSourceConduit;

/**
 * Sits between Undertow and one connection, and mends what Undertow does otherwise than S3.
 *
 * <ul>
 *   <li>What its parser refuses it answers with 400 and nothing else, where nobody can intervene.
 *       The guard knows that answer when it comes by, holds it back and sends S3's document
 *       instead.
 *   <li>When a client ends its side in the middle of a body, Undertow closes the connection. The
 *       guard hides the end, so that the client can be told.
 *   <li>It reads the chunked coding too generously, see {@link ChunkFraming}.
 *   <li>It waits for ever for a client that does not take its answer.
 * </ul>
 *
 * <p>On the way of an ordinary request it costs a few plain reads and writes of fields. Undertow
 * uses a connection from one thread at a time; only the timer is another.
 */
final class WireGuard {

  /** How Undertow's parser answers: it writes these bytes at once, outside of any exchange. */
  private static final byte[] PARSER_REFUSAL =
      "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
          .getBytes(ISO_8859_1);

  private static final String STATUS_LINE = "HTTP/1.1 400 ";

  /** How Undertow answers what is wrong with Host, in an exchange that reaches no handler. */
  private static final Set<String> HOST_REFUSALS =
      Set.of(
          HostHeaderHandler.STATUS_NO_HOST_HEADER,
          HostHeaderHandler.STATUS_TOO_MANY_HOST_HEADERS,
          HostHeaderHandler.STATUS_MALFORMED_PORT,
          HostHeaderHandler.STATUS_MALFORMED_IP_LITERAL,
          HostHeaderHandler.STATUS_MALFORMED_IP_LITERAL_BAD_CHARS,
          HostHeaderHandler.STATUS_HOST_NO_MATCH);

  private final StreamConnection connection;
  private final Refusals refusals;
  private final TransportLimits limits;
  private final Source source;
  private final Sink sink;

  /** Whether the request that was read last is the pipeline's. */
  private boolean handled;

  /** How much was read since then: the length of the head that is being read. */
  private long headLength;

  /** What was read last, while it is a head. The buffer is Undertow's, and reused by it later. */
  private @Nullable ByteBuffer headBytes;

  private boolean inBody;
  private boolean ended;
  private boolean broken;
  private @Nullable ChunkFraming chunks;

  private WireGuard(StreamConnection connection, Refusals refusals, TransportLimits limits) {
    this.connection = connection;
    this.refusals = refusals;
    this.limits = limits;
    source = new Source(connection.getSourceChannel().getConduit());
    sink = new Sink(connection.getSinkChannel().getConduit());
  }

  /** Makes the answer to what Undertow cannot read. */
  @FunctionalInterface
  interface Refusals {
    /** Returns the bytes of the answer, after which the connection is closed. */
    byte[] answer(UnreadHead head, StreamConnection connection);
  }

  /** Puts a guard on a new connection, before Undertow gets it. */
  static void install(StreamConnection connection, Refusals refusals, TransportLimits limits) {
    WireGuard guard = new WireGuard(connection, refusals, limits);
    connection.getSourceChannel().setConduit(guard.source);
    connection.getSinkChannel().setConduit(guard.sink);
  }

  /** Returns the guard of the connection on which a request came. */
  static WireGuard of(HttpServerExchange exchange) {
    HttpServerConnection connection = (HttpServerConnection) exchange.getConnection();
    return ((Sink) connection.getOriginalSinkConduit()).guard();
  }

  TransportLimits limits() {
    return limits;
  }

  /** The head was read, and is in the hands of the pipeline. */
  void beginRequest() {
    handled = true;
    headLength = 0;
  }

  /**
   * A body follows.
   *
   * @param chunked whether it is in the chunked coding, which is then checked
   */
  void beginBody(boolean chunked, HttpServerExchange exchange) {
    inBody = true;
    headBytes = null;
    broken = false;
    chunks = null;
    if (chunked) {
      chunks = new ChunkFraming();
      // What was read together with the head does not come by once more.
      PooledByteBuffer extra = ((HttpServerConnection) exchange.getConnection()).getExtraBytes();
      if (extra != null) {
        ByteBuffer bytes = extra.getBuffer();
        broken = !chunks.accept(bytes, bytes.position(), bytes.limit());
      }
    }
  }

  /** The body was read to its end, or is not wanted any more. */
  void endBody() {
    inBody = false;
    chunks = null;
  }

  /** Returns whether the client ended its side before the body was complete. */
  boolean endedEarly() {
    return ended;
  }

  /** Returns whether the framing of the body is broken; then no more of it is read. */
  boolean isBroken() {
    return broken;
  }

  /** Reads on below all that Undertow put on the connection, until the client has ended. */
  void linger() {
    endBody();
    broken = false;
    connection.getSourceChannel().setConduit(source);
    LingeringClose.start(connection, limits.linger());
  }

  private void refuse() {
    sink.takenOver = true;
    byte[] answer = refusals.answer(UnreadHead.of(headBytes, headLength), connection);
    try {
      // A client that takes no answer gets none.
      sink.sendLast(ByteBuffer.wrap(answer));
    } catch (IOException gone) {
      IoUtils.safeClose(connection);
      return;
    }
    linger();
  }

  /** What comes from the client. */
  private final class Source extends AbstractStreamSourceConduit<StreamSourceConduit> {
    Source(StreamSourceConduit next) {
      super(next);
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
      if (broken) {
        return 0;
      }
      int start = target.position();
      int count = next.read(target);
      if (inBody) {
        return bodyRead(target, start, count);
      }
      if (count > 0) {
        handled = false;
        headLength += count;
        headBytes = target;
      }
      return count;
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
      for (int i = offset; i < offset + length; i++) {
        if (targets[i].hasRemaining()) {
          return read(targets[i]);
        }
      }
      return 0;
    }

    private int bodyRead(ByteBuffer target, int start, int count) {
      if (count < 0) {
        ended = true;
        return 0;
      }
      if (chunks != null && !chunks.accept(target, start, target.position())) {
        broken = true;
        target.position(start);
        return 0;
      }
      return count;
    }
  }

  /** What goes to the client. */
  private final class Sink extends AbstractStreamSinkConduit<StreamSinkConduit> {
    private boolean takenOver;
    private @Nullable StallTimer stall;

    Sink(StreamSinkConduit next) {
      super(next);
    }

    WireGuard guard() {
      return WireGuard.this;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
      if (takenOver) {
        return 0;
      }
      if (isRefusal(bytes)) {
        refuse();
        return 0;
      }
      int count = next.write(bytes);
      progress(count);
      return count;
    }

    @Override
    public long write(ByteBuffer[] bytes, int offset, int length) throws IOException {
      long count = next.write(bytes, offset, length);
      progress(count);
      return count;
    }

    private boolean isRefusal(ByteBuffer bytes) {
      int at = bytes.position();
      if (bytes.remaining() < PARSER_REFUSAL.length - 20 || bytes.get(at + 9) != '4') {
        return false;
      }
      // Between exchanges this conduit is the uppermost. So what an object holds cannot look like
      // a refusal, as it is sent by an exchange that the pipeline handles.
      if (connection.getSinkChannel().getConduit() == this) {
        return ByteBuffer.wrap(PARSER_REFUSAL).equals(bytes);
      }
      return !handled && HOST_REFUSALS.contains(reason(bytes.duplicate()));
    }

    private String reason(ByteBuffer bytes) {
      byte[] copy = new byte[Math.min(bytes.remaining(), 100)];
      bytes.get(copy);
      String text = new String(copy, ISO_8859_1);
      int end = text.indexOf('\r');
      return text.startsWith(STATUS_LINE) && end > 0
          ? text.substring(STATUS_LINE.length(), end)
          : "";
    }

    private void sendLast(ByteBuffer answer) throws IOException {
      while (answer.hasRemaining()) {
        if (next.write(answer) <= 0) {
          throw new IOException("The client takes no answer");
        }
      }
      next.terminateWrites();
      next.flush();
    }

    private void progress(long count) {
      if (stall != null && count > 0) {
        stall.await();
      }
    }

    @Override
    public void resumeWrites() {
      if (takenOver) {
        return;
      }
      if (!next.isWriteResumed()) {
        stall = new StallTimer(connection.getIoThread(), limits.bodyIdle(), this::stalled);
        stall.await();
      }
      next.resumeWrites();
    }

    @Override
    public void suspendWrites() {
      StallTimer running = stall;
      if (running != null) {
        running.stop();
        stall = null;
      }
      next.suspendWrites();
    }

    private void stalled() {
      if (next.isWriteResumed()) {
        IoUtils.safeClose(connection);
      }
    }
  }
}
