package dev.s3emulator.internal.pipeline;

import dev.s3emulator.internal.domain.checksum.ChecksumDigest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Computes a digest of a large body beside the thread that reads it.
 *
 * <p><b>Pieces.</b> The reader, which is whoever calls {@link #update} and {@link #digest}, copies
 * the bytes into pieces and hands these over; a copy is a twentieth of what an MD5 costs, and the
 * reader's buffer is reused at once. The pieces form a ring. A permit of {@code room} is what the
 * reader needs to fill one, and comes back when the piece was digested: so there are never more
 * than {@value #PIECES}, and one who has all permits knows that everything was digested.
 *
 * <p><b>Threads.</b> A thread is called when something waits and none is at work, and leaves when
 * nothing waits any more; a client that sends slowly occupies none. Whoever holds {@code digesting}
 * digests, one piece at a time. A reader that finds no room lends a hand itself, unless it is being
 * done: so it waits only for a thread that computes, never for one that is yet to come, and
 * whatever number of threads there is, busy or none, every body ends. At worst the reader does all,
 * as it would without a lane.
 *
 * <p><b>No wake-up is lost.</b> The reader counts up {@code handedOver} and then looks at {@code
 * digesting}; a thread takes {@code digesting} down and then looks at {@code handedOver}. These are
 * volatile, so one of them sees the other. Where both miss because a helping reader held the flag,
 * the reader's next call makes good for it.
 *
 * <p><b>Visibility.</b> A piece is published by {@code handedOver} and given back by the permit;
 * the state of the digest goes from thread to thread by {@code digesting} and to the reader, at the
 * end, by the permits.
 */
final class DigestLane implements ChecksumDigest {

  static final int PIECE = 256 * 1024;
  static final int PIECES = 4;

  private static final Logger LOG = System.getLogger(DigestLane.class.getName());
  private static final ByteBuffer UNMADE = ByteBuffer.allocate(0);

  private final ChecksumDigest digest;
  private final Executor threads;

  /** Made when first needed, so that a lane never holds more than its reader has received. */
  private final ByteBuffer[] pieces = new ByteBuffer[PIECES];

  private final Semaphore room = new Semaphore(PIECES);

  /** Whether a task of this lane waits for a thread; there is one at most. */
  private final AtomicBoolean called = new AtomicBoolean();

  private final AtomicBoolean digesting = new AtomicBoolean();

  /** Counted up by the reader only. */
  private final AtomicLong handedOver = new AtomicLong();

  /** Counted up by whoever holds {@code digesting}. */
  private volatile long digested;

  private volatile boolean dropped;
  private volatile @Nullable Throwable failure;

  /** The reader's, in the ring at {@code handedOver}. */
  private @Nullable ByteBuffer filling;

  /**
   * Makes a lane.
   *
   * @param digest the digest, which belongs to the lane from now on
   * @param threads may compute it; it may refuse to, or never come to it
   */
  DigestLane(ChecksumDigest digest, Executor threads) {
    this.digest = digest;
    this.threads = threads;
    Arrays.fill(pieces, UNMADE);
  }

  /**
   * Takes bytes. May compute, or wait for a thread that does.
   *
   * @throws IllegalStateException if the digest has failed
   */
  @Override
  public void update(ByteBuffer bytes) {
    while (bytes.hasRemaining()) {
      ByteBuffer piece = filling == null ? nextPiece() : filling;
      filling = piece;
      int length = Math.min(piece.remaining(), bytes.remaining());
      piece.put(bytes.slice(bytes.position(), length));
      bytes.position(bytes.position() + length);
      if (!piece.hasRemaining()) {
        handOver(piece);
      }
    }
  }

  /**
   * Ends the digest; computes what waits, or waits for the thread that does.
   *
   * @throws IllegalStateException if the digest has failed
   */
  @Override
  public byte[] digest() {
    if (filling != null) {
      handOver(filling);
    }
    acquire(PIECES);
    requireNoFailure();
    return digest.digest();
  }

  /** Forgets what is still waiting: nobody wants the digest. Never waits. */
  void drop() {
    dropped = true;
  }

  private ByteBuffer nextPiece() {
    requireNoFailure();
    acquire(1);
    int place = (int) (handedOver.get() % PIECES);
    if (pieces[place].capacity() == 0) {
      pieces[place] = ByteBuffer.allocate(PIECE);
    }
    return pieces[place].clear();
  }

  private void handOver(ByteBuffer piece) {
    filling = null;
    piece.flip();
    handedOver.incrementAndGet();
    if (!digesting.get() && called.compareAndSet(false, true)) {
      call();
    }
  }

  private void call() {
    try {
      threads.execute(this::digestWaiting);
    } catch (RejectedExecutionException closing) {
      LOG.log(Level.DEBUG, "No thread for a digest", closing);
      called.set(false);
    }
  }

  private void digestWaiting() {
    called.set(false);
    boolean more = true;
    while (more) {
      more = digestNext();
    }
  }

  private void acquire(int permits) {
    while (!room.tryAcquire(permits)) {
      if (!digestNext()) {
        // Another thread is at it, and will not leave before everything is digested.
        room.acquireUninterruptibly(permits);
        return;
      }
    }
  }

  /** Digests a piece unless none waits or another thread digests; then returns false. */
  private boolean digestNext() {
    if (digested == handedOver.get() || !digesting.compareAndSet(false, true)) {
      return false;
    }
    try {
      long number = digested;
      if (number < handedOver.get()) {
        digest(pieces[(int) (number % PIECES)]);
        digested = number + 1;
        room.release();
      }
    } finally {
      digesting.set(false);
    }
    return true;
  }

  /** A digest that has failed takes the rest without looking, so that its reader gets on. */
  private void digest(ByteBuffer piece) {
    if (failure != null || dropped) {
      return;
    }
    try {
      digest.update(piece);
    } catch (RuntimeException | Error thrown) {
      failure = thrown;
    }
  }

  private void requireNoFailure() {
    if (failure != null) {
      throw new IllegalStateException("A digest failed", failure);
    }
  }
}
