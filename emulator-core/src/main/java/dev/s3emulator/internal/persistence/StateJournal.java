package dev.s3emulator.internal.persistence;

import dev.s3emulator.internal.domain.S3State;
import dev.s3emulator.internal.domain.StateChange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The journals of a folder, one after the other. A journal that has grown large ends by naming the
 * next one, while a thread writes the state between both as a snapshot; then the old one goes.
 *
 * <p>Records that many threads wait for are forced together: whoever comes first forces what is
 * there for all, and those who came meanwhile find theirs forced. Safe for use by many threads.
 *
 * @param <C> what is kept beside the state
 */
final class StateJournal<C extends Record> implements AutoCloseable {

  /** A journal of this size is read in a fraction of a second. */
  static final long COMPACT_AT = 16L << 20;

  private static final Logger LOG = System.getLogger(StateJournal.class.getName());

  private final StateFiles files;
  private final LogFormat<C> format;
  private final StateFolder.Options options;

  private final ReentrantLock writing = new ReentrantLock();
  private Journal journal;
  private long number;
  private S3State state;
  private final List<C> companions;
  private long written;

  /** From which size on the journal gives way. */
  private long limit;

  private @Nullable Thread compaction;

  private final ReentrantLock forcing = new ReentrantLock();
  private long forced;

  private volatile boolean closing;
  private volatile @Nullable IOException lost;

  private StateJournal(
      StateFiles files,
      LogFormat<C> format,
      StateFolder.Options options,
      Journal journal,
      StateReader.Result<C> read) {
    this.files = files;
    this.format = format;
    this.options = options;
    this.journal = journal;
    number = read.journal();
    state = read.contents().state();
    companions = new ArrayList<>(read.contents().companions());
    limit = limitFor(read.snapshotSize());
  }

  static <C extends Record> StateJournal<C> open(
      StateFiles files,
      LogFormat<C> format,
      StateReader.Result<C> read,
      StateFolder.Options options)
      throws IOException {
    Journal journal = Journal.open(files.journal(read.journal()), read.end());
    if (options.durable()) {
      journal.force();
      files.force();
    }
    return new StateJournal<>(files, format, options, journal, read);
  }

  private long limitFor(long snapshotSize) {
    return Math.max(options.compactAt(), 2 * snapshotSize);
  }

  long append(List<StateChange> changes, S3State next) throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream(512);
    for (int i = 0; i < changes.size(); i++) {
      format.append(lines, changes.get(i), i == changes.size() - 1);
    }
    writing.lock();
    try {
      requireNothingLost();
      journal.append(lines);
      state = next;
      return afterAppend();
    } finally {
      writing.unlock();
    }
  }

  long append(C companion) throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream(512);
    Lines.append(lines, format.text(companion), true);
    writing.lock();
    try {
      requireNothingLost();
      journal.append(lines);
      companions.add(companion);
      return afterAppend();
    } finally {
      writing.unlock();
    }
  }

  private void requireNothingLost() throws IOException {
    IOException cause = lost;
    if (cause != null) {
      throw new IOException(
          "records could not be forced, so nothing is written until the server starts anew", cause);
    }
  }

  private long afterAppend() {
    written++;
    if (journal.size() > limit && compaction == null && !closing) {
      beginCompaction();
    }
    return written;
  }

  /** Nobody waits for it: if it fails, the journal goes on, and it is tried again later. */
  private void beginCompaction() {
    try {
      goOnInNextJournal();
    } catch (IOException | RuntimeException failure) {
      postpone(failure);
      return;
    }
    S3State captured = state;
    List<C> beside = List.copyOf(companions);
    long of = number;
    Thread thread = new Thread(() -> compact(of, captured, beside), "s3-emulator-compaction");
    thread.setDaemon(true);
    compaction = thread;
    thread.start();
  }

  /**
   * Ends the journal and begins the next one, so that the folder can be read wherever a process
   * ends: the next one is there before it is named, and until it is named it means nothing. It is
   * forced in any case, because what comes before the snapshot is removed.
   */
  private void goOnInNextJournal() throws IOException {
    Journal next = Journal.create(files.journal(number + 1), number + 1);
    try {
      next.force();
      files.force();
      ByteArrayOutputStream mark = new ByteArrayOutputStream();
      Lines.append(mark, LogFormat.next(number + 1), true);
      journal.append(mark);
    } catch (IOException | RuntimeException failure) {
      // Its file stays: it is overwritten by the next attempt.
      next.close();
      throw failure;
    }
    try (Journal ended = journal) {
      journal = next;
      number++;
      if (options.durable()) {
        forceLast(ended);
      }
    }
  }

  /** Waits for the records of a journal before the next one takes any. */
  private void forceLast(Journal ended) throws IOException {
    try {
      ended.force();
    } catch (IOException failure) {
      lost = failure;
      throw failure;
    }
  }

  private void compact(long of, S3State captured, List<C> beside) {
    long next;
    try {
      long size = SnapshotFile.write(files, format, of, captured, beside, () -> closing);
      files.removeBefore(of);
      next = limitFor(size);
    } catch (IOException | RuntimeException failure) {
      if (!closing) {
        LOG.log(Level.WARNING, "A snapshot cannot be written; the journals stay", failure);
      }
      next = -1;
    }
    writing.lock();
    try {
      limit = next >= 0 ? next : journal.size() + options.compactAt();
      compaction = null;
    } finally {
      writing.unlock();
    }
  }

  private void postpone(Exception failure) {
    LOG.log(Level.WARNING, "No snapshot can be begun; the journal goes on", failure);
    limit = journal.size() + options.compactAt();
  }

  void awaitForced(long record) throws IOException {
    if (!options.durable()) {
      return;
    }
    boolean interrupted = false;
    forcing.lock();
    try {
      while (forced < record) {
        // An interrupt closes a channel, and must not cost the record of somebody else.
        interrupted |= Thread.interrupted();
        requireNothingLost();
        force();
      }
    } finally {
      forcing.unlock();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void force() throws IOException {
    long upTo;
    FileChannel channel;
    writing.lock();
    try {
      upTo = written;
      channel = journal.openChannel();
    } finally {
      writing.unlock();
    }
    try {
      channel.force(false);
      forced = upTo;
    } catch (ClosedChannelException another) {
      // The journal gave way to the next one, or an interrupt came: both leave it to the next try.
      LOG.log(Level.TRACE, "The journal was closed while it was forced", another);
    } catch (IOException failure) {
      // What the system could not write it may have forgotten: forcing again would prove nothing.
      lost = failure;
      throw failure;
    }
  }

  @Override
  public void close() throws IOException {
    closing = true;
    awaitCompaction();
    writing.lock();
    try {
      journal.close();
    } finally {
      writing.unlock();
    }
  }

  /** Waits until the snapshot that is being written, if there is one, is complete or given up. */
  void awaitCompaction() {
    Thread running;
    writing.lock();
    try {
      running = compaction;
    } finally {
      writing.unlock();
    }
    if (running != null) {
      awaitEnd(running);
    }
  }

  private static void awaitEnd(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
