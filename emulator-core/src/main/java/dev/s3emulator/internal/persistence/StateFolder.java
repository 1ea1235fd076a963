package dev.s3emulator.internal.persistence;

import dev.s3emulator.internal.domain.S3State;
import dev.s3emulator.internal.domain.StateChange;
import dev.s3emulator.internal.engine.StateContents;
import dev.s3emulator.internal.engine.StateLog;
import dev.s3emulator.store.BlobRef;
import dev.s3emulator.store.BlobStores;
import dev.s3emulator.store.PersistentBlobStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder that holds a state: its contents, a journal of its changes, and now and then a snapshot
 * of all. Safe for use by many threads.
 *
 * @param <C> what is kept beside the state, such as users
 */
public final class StateFolder<C extends Record> implements StateLog, AutoCloseable {

  private static final Logger LOG = System.getLogger(StateFolder.class.getName());

  private static final String BLOBS = "blobs";
  private static final String STATE = "state";

  private final Path folder;
  private final FolderLock lock;
  private final PersistentBlobStore blobs;
  private final S3State opened;
  private final List<C> companions;
  private final Optional<String> notice;
  private final StateJournal<C> journal;

  private StateFolder(Path folder, FolderLock lock, Options options, Class<C> companionType)
      throws IOException {
    this.folder = folder;
    this.lock = lock;
    StateFiles files = new StateFiles(folder.resolve(STATE));
    Path contents = folder.resolve(BLOBS);
    if (!Files.exists(contents)) {
      // The folder of the contents comes last: where it is, a state was begun.
      files.begin(options.durable());
    }
    blobs = BlobStores.inFolder(contents, options.durable());
    if (options.durable()) {
      StateFiles.force(folder);
    }
    LoadedBlobs table = new LoadedBlobs(blobs);
    Codecs codecs = new Codecs(table);
    LogFormat<C> format = new LogFormat<>(codecs, companionType);
    StateReader.Result<C> read = StateReader.read(files, format);
    opened = read.contents().state();
    companions = List.copyOf(read.contents().companions());
    notice = read.notice();
    retainBlobs();
    table.endReading();
    codecs.endReading();
    files.removeBefore(read.snapshot());
    files.removeBehind(read.journal());
    journal = StateJournal.open(files, format, read, options);
    notice.ifPresent(sentence -> LOG.log(Level.WARNING, sentence));
  }

  /**
   * How a folder is used.
   *
   * @param durable whether every record is forced to its medium before it counts
   * @param compactAt the least number of bytes at which a journal gives way to a snapshot
   */
  record Options(boolean durable, long compactAt) {}

  /**
   * Opens a folder.
   *
   * @param folder is made if it is missing
   * @param durable whether contents and records are forced to their medium before they count
   * @param companionType what is kept beside the state
   * @throws IllegalStateException if another server uses the folder, it holds something else, or
   *     what it holds is damaged or of another version; the message is one sentence, and no file
   *     was changed
   * @throws UncheckedIOException if the folder cannot be read or written
   */
  public static <C extends Record> StateFolder<C> open(
      Path folder, boolean durable, Class<C> companionType) {
    return open(folder, new Options(durable, StateJournal.COMPACT_AT), companionType);
  }

  static <C extends Record> StateFolder<C> open(
      Path folder, Options options, Class<C> companionType) {
    try {
      requireOurs(folder);
      Files.createDirectories(folder);
      FolderLock lock = FolderLock.take(folder);
      try {
        return new StateFolder<>(folder, lock, options, companionType);
      } catch (IOException | RuntimeException | Error refused) {
        lock.close();
        throw refused;
      }
    } catch (UncheckedIOException failure) {
      throw cannotBeOpened(folder, Objects.requireNonNull(failure.getCause()));
    } catch (IOException failure) {
      throw cannotBeOpened(folder, failure);
    }
  }

  private static UncheckedIOException cannotBeOpened(Path folder, IOException failure) {
    return new UncheckedIOException(
        "The storage folder "
            + folder
            + " cannot be opened ("
            + FileFailure.reason(failure)
            + "): a server needs a folder that it can write to.",
        failure);
  }

  private static void requireOurs(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      throw new StorageException("The storage folder " + folder + " is a file: name a folder.");
    }
    try (Stream<Path> all = Files.list(folder)) {
      if (all.findAny().isPresent()
          && !Files.isDirectory(folder.resolve(STATE))
          && !Files.isRegularFile(folder.resolve(FolderLock.FILE))) {
        throw new StorageException(
            "The storage folder "
                + folder
                + " holds other files and no state of a server: name another folder, or a new one"
                + " in it.");
      }
    }
  }

  private void retainBlobs() throws IOException {
    Map<Long, BlobRef> needed = new HashMap<>();
    StateContents.forEachStored(opened, blob -> needed.put(blobs.numberOf(blob), blob));
    try {
      int removed = blobs.retainOnly(needed);
      if (removed > 0) {
        LOG.log(Level.DEBUG, "Removed {0} blobs that nothing refers to", removed);
      }
    } catch (IOException missing) {
      throw new StorageException(missing.getMessage() + ".", missing);
    }
  }

  /** Returns the state that was found. */
  public S3State state() {
    return opened;
  }

  /** Returns what was kept beside it, in the order in which it came. */
  public List<C> companions() {
    return companions;
  }

  /** Returns what had to be dropped when the folder was opened, in one sentence. */
  public Optional<String> notice() {
    return notice;
  }

  /** Returns where contents are kept. */
  public PersistentBlobStore blobs() {
    return blobs;
  }

  @Override
  public boolean isKept() {
    return true;
  }

  @Override
  public long append(List<StateChange> changes, S3State next) throws IOException {
    try {
      return journal.append(changes, next);
    } catch (IOException failure) {
      throw cannotBeWritten(failure);
    }
  }

  /**
   * Keeps something beside the state.
   *
   * @throws IOException if it cannot be written; then it is not kept
   */
  public void append(C companion) throws IOException {
    try {
      journal.awaitForced(journal.append(companion));
    } catch (IOException failure) {
      throw cannotBeWritten(failure);
    }
  }

  @Override
  public void awaitForced(long record) throws IOException {
    try {
      journal.awaitForced(record);
    } catch (IOException failure) {
      throw cannotBeWritten(failure);
    }
  }

  private IOException cannotBeWritten(IOException failure) {
    return new IOException(
        "The storage folder "
            + folder
            + " cannot take a change ("
            + FileFailure.reason(failure)
            + "): make room or mend its disk.",
        failure);
  }

  /** Waits until the snapshot that is being written, if there is one, is complete. */
  void awaitCompaction() {
    journal.awaitCompaction();
  }

  /** Lets go of the folder. Everything is in its files already. */
  @Override
  public void close() {
    try {
      journal.close();
      blobs.close();
      lock.close();
    } catch (IOException failure) {
      LOG.log(Level.WARNING, "A storage folder was not closed as it should", failure);
    }
  }
}
