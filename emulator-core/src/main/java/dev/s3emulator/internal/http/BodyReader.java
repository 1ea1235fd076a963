package dev.s3emulator.internal.http;

import dev.s3emulator.internal.pipeline.RequestExchange;
import dev.s3emulator.internal.pipeline.WireFault;
import io.undertow.io.IoCallback;
import io.undertow.io.Sender;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpContinue;
import io.undertow.util.Headers;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.xnio.ChannelListener;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSourceChannel;

/**
 * Feeds the body of one request to the pipeline as it arrives, and then sends the answer.
 *
 * <p>It never blocks a thread on the client. A small body stays on the I/O thread, where it is
 * mostly there already. A large one, whose digests take long, and one whose storage may block go to
 * worker threads, which come back to it whenever bytes are there.
 *
 * <p>The body of a refused request is read to its end as well, since many clients look for the
 * answer only when they have sent everything; but only up to a bound, and not when the client waits
 * for {@code 100 Continue}. Then the answer goes out at once and the connection closes. So it does
 * when the body ends too early, breaks the framing of HTTP, or does not go on.
 */
final class BodyReader implements ChannelListener<StreamSourceChannel>, Runnable, IoCallback {

  private static final Logger LOG = System.getLogger(BodyReader.class.getName());

  /** What is digested on an I/O thread: some two milliseconds of work. */
  static final long MAX_ON_IO_THREAD = 1 << 20;

  /** How much of a body that nobody wants is read. */
  static final long MAX_IGNORED = 64L << 20;

  private final HttpServerExchange exchange;
  private final RequestExchange request;
  private final ThreadLocal<ByteBuffer> buffers;
  private final WireGuard guard;
  private final StreamSourceChannel channel;
  private final boolean large;

  /** Whether somebody has to come back; whoever takes the flag down goes on. */
  private final AtomicBoolean waiting = new AtomicBoolean();

  private final StallTimer stall;

  private boolean watched;
  private long received;
  private long ignored;

  /**
   * Makes the reader of a body whose first bytes may be there already.
   *
   * @param buffers gives each thread a buffer that is empty between uses
   */
  BodyReader(
      HttpServerExchange exchange, RequestExchange request, ThreadLocal<ByteBuffer> buffers) {
    this.exchange = exchange;
    this.request = request;
    this.buffers = buffers;
    guard = WireGuard.of(exchange);
    channel = exchange.getRequestChannel();
    large = exchange.getRequestContentLength() > MAX_ON_IO_THREAD;
    stall = new StallTimer(exchange.getIoThread(), guard.limits().bodyIdle(), this::stalled);
  }

  void start() {
    guard.beginBody(exchange.getRequestHeaders().contains(Headers.TRANSFER_ENCODING), exchange);
    boolean clientWaits = HttpContinue.requiresContinueResponse(exchange);
    if (request.isRefused() && (clientWaits || exchange.getRequestContentLength() > MAX_IGNORED)) {
      answerEarly();
    } else if (clientWaits) {
      HttpContinue.sendContinueResponse(exchange, this);
    } else {
      read();
    }
  }

  /** The client was told to continue. */
  @Override
  public void onComplete(HttpServerExchange ignoredExchange, Sender sender) {
    read();
  }

  /** The client could not be told to continue. */
  @Override
  public void onException(HttpServerExchange ignoredExchange, Sender sender, IOException gone) {
    giveUp();
  }

  /** There are bytes. */
  @Override
  public void handleEvent(StreamSourceChannel source) {
    source.suspendReads();
    stall.pause();
    if (needsWorker()) {
      toWorker();
    } else {
      run();
    }
  }

  @Override
  public void run() {
    if (waiting.compareAndSet(true, false)) {
      pump();
    }
  }

  private void read() {
    if (needsWorker()) {
      toWorker();
    } else {
      pump();
    }
  }

  private void toWorker() {
    expectReturn();
    try {
      exchange.dispatch(this);
    } catch (RejectedExecutionException closing) {
      IoUtils.safeClose(exchange.getConnection());
    }
  }

  private boolean needsWorker() {
    return exchange.isInIoThread() && (large || received > MAX_ON_IO_THREAD || request.mayBlock());
  }

  private void pump() {
    try {
      ByteBuffer buffer = buffers.get();
      while (true) {
        if (guard.isBroken()) {
          refuse(WireFault.NOT_HTTP);
          return;
        }
        int count = channel.read(buffer.clear());
        if (count < 0) {
          guard.endBody();
          ResponseWriter.send(exchange, request.complete());
          return;
        }
        if (count == 0) {
          nothingRead();
          return;
        }
        request.receive(buffer.flip());
        received += count;
        ignored += request.isRefused() ? count : 0;
        if (ignored > MAX_IGNORED) {
          answerEarly();
          return;
        }
        if (needsWorker()) {
          toWorker();
          return;
        }
      }
    } catch (IOException gone) {
      giveUp();
    } catch (RuntimeException | Error defect) {
      LOG.log(Level.ERROR, "Reading a request failed", defect);
      giveUp();
    }
  }

  private void nothingRead() {
    if (guard.isBroken()) {
      refuse(WireFault.NOT_HTTP);
    } else if (guard.endedEarly()) {
      refuse(WireFault.BODY_ENDS_EARLY);
    } else {
      awaitBytes();
    }
  }

  private void awaitBytes() {
    expectReturn();
    stall.await();
    channel.getReadSetter().set(this);
    channel.resumeReads();
  }

  /** The client has sent nothing for too long. */
  private void stalled() {
    if (waiting.compareAndSet(true, false)) {
      channel.suspendReads();
      whereItMayBlock(() -> refuse(WireFault.BODY_STALLS));
    }
  }

  /** Drops what was stored, which is work for a worker if the storage may block. */
  private void whereItMayBlock(Runnable end) {
    if (!request.mayBlock() || !exchange.isInIoThread()) {
      end.run();
      return;
    }
    try {
      exchange.getConnection().getWorker().execute(end);
    } catch (RejectedExecutionException closing) {
      end.run();
    }
  }

  private void refuse(WireFault fault) {
    request.refuse(fault);
    answerEarly();
  }

  /** Leaves the request to be continued by an event, or to be abandoned with its connection. */
  private void expectReturn() {
    if (!watched) {
      watched = true;
      exchange.addExchangeCompleteListener(
          (ended, next) -> {
            stall.stop();
            if (waiting.compareAndSet(true, false)) {
              whereItMayBlock(request::abandon);
            }
            next.proceed();
          });
    }
    waiting.set(true);
  }

  private void answerEarly() {
    ResponseWriter.sendAndClose(exchange, request.complete());
  }

  /** The client is gone. */
  private void giveUp() {
    request.abandon();
    IoUtils.safeClose(exchange.getConnection());
  }
}
