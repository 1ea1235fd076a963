package dev.s3emulator.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps each blob as a file of its own in a folder of any file system.
 *
 * <p>A file is named by a number, never by a key: file systems fold case, forbid names and cannot
 * hold {@code a} beside {@code a/b}. Numbers are not used twice in the life of a folder, so a
 * reference never finds another blob's bytes. A blob is written in its place; what a process leaves
 * half written is in no state and goes at the next {@link #retainOnly}.
 *
 * <p>The file of a blob goes when the garbage collector finds that nothing refers to it any more:
 * no state, no snapshot and no answer that is being sent. Since files fill no heap, the store
 * itself asks for a collection when much was written since the last one, as the JDK does for the
 * memory of direct buffers.
 */
final class PathBlobStore implements PersistentBlobStore {

  private static final Logger LOG = System.getLogger(PathBlobStore.class.getName());

  /** Files per folder stay few also for a million blobs. */
  private static final int FOLDERS = 256;

  private static final String SUFFIX = ".blob";

  private final Path folder;
  private final boolean durable;
  private final Cleaner cleaner;
  private final GarbagePressure garbage;
  private final AtomicLong lastNumber = new AtomicLong();
  private final boolean[] made = new boolean[FOLDERS];

  /** Held while the file of a blob goes, so that the next server has the folder for itself. */
  private final ReentrantLock removing = new ReentrantLock();

  /** Read and written under that lock. */
  private boolean closed;

  /**
   * Opens a folder.
   *
   * @param durable whether a blob is on its medium before it is referred to
   * @throws UncheckedIOException if it cannot be made
   */
  PathBlobStore(Path folder, boolean durable) {
    this.folder = folder;
    this.durable = durable;
    cleaner = Cleaner.create();
    garbage = new GarbagePressure(System::gc);
    try {
      Files.createDirectories(folder);
      lastNumber.set(highestNumber());
    } catch (IOException failure) {
      throw new UncheckedIOException("The folder " + folder + " cannot hold blobs", failure);
    }
  }

  @Override
  public BlobWriter newWriter(long expectedSize) {
    return new Writer(lastNumber.incrementAndGet());
  }

  @Override
  public boolean mayBlock() {
    return true;
  }

  @Override
  public boolean holds(BlobRef blob) {
    return blob instanceof FileBlob file && file.store == this;
  }

  @Override
  public long numberOf(BlobRef blob) {
    if (blob instanceof FileBlob file && file.store == this) {
      return file.number;
    }
    throw new IllegalArgumentException("The blob is none of this store");
  }

  @Override
  public BlobRef refer(long number, long size) {
    lastNumber.accumulateAndGet(number, Math::max);
    // Its file is not watched over yet: who reads a state that is refused must change nothing.
    return new FileBlob(this, number, size);
  }

  @Override
  public int retainOnly(Map<Long, BlobRef> blobs) throws IOException {
    List<Path> others = new ArrayList<>();
    long found = 0;
    for (Path file : files()) {
      BlobRef blob = blobs.get(numberOf(file));
      if (blob == null) {
        others.add(file);
      } else {
        requireSize(file, blob.size());
        found++;
      }
    }
    if (found < blobs.size()) {
      throw new NoSuchFileException("The file of a blob is missing: " + missing(blobs));
    }
    for (Path file : others) {
      Files.delete(file);
    }
    blobs.values().forEach(blob -> removeWithLastReference((FileBlob) blob));
    return others.size();
  }

  private static void requireSize(Path file, long size) throws IOException {
    long found = Files.size(file);
    if (found != size) {
      throw new IOException(
          "The file " + file + " of a blob has " + found + " bytes and should have " + size);
    }
  }

  private Path missing(Map<Long, BlobRef> blobs) {
    return blobs.keySet().stream()
        .map(this::path)
        .filter(file -> !Files.exists(file))
        .findFirst()
        .orElse(folder);
  }

  /** Keeps the files: from now on none is removed. */
  @Override
  public void close() {
    removing.lock();
    try {
      closed = true;
    } finally {
      removing.unlock();
    }
  }

  private BlobRef newBlob(long number, long size) {
    FileBlob blob = new FileBlob(this, number, size);
    removeWithLastReference(blob);
    return blob;
  }

  private void removeWithLastReference(FileBlob blob) {
    // The action must not hold the blob, or it would never run.
    PathBlobStore store = this;
    long number = blob.number;
    long size = blob.size;
    cleaner.register(blob, () -> store.drop(number, size));
    garbage.add(size);
  }

  private void drop(long number, long size) {
    removing.lock();
    try {
      if (closed) {
        return;
      }
      garbage.remove(size);
      Files.deleteIfExists(path(number));
    } catch (IOException | RuntimeException failure) {
      // The next sweep finds it.
      LOG.log(Level.WARNING, "The file of a blob cannot be deleted: " + path(number), failure);
    } finally {
      removing.unlock();
    }
  }

  private Path path(long number) {
    return folder
        .resolve(nameOf((int) (number % FOLDERS)))
        .resolve(HexFormat.of().toHexDigits(number) + SUFFIX);
  }

  private Path fileFor(long number) throws IOException {
    int part = (int) (number % FOLDERS);
    synchronized (made) {
      if (!made[part]) {
        Files.createDirectories(folder.resolve(nameOf(part)));
        made[part] = true;
      }
    }
    return path(number);
  }

  private static String nameOf(int part) {
    return String.format(Locale.ROOT, "%02x", part);
  }

  /** Returns the number of a file's blob, or -1 if the file is no blob. */
  private static long numberOf(Path file) {
    String name = file.getFileName().toString();
    if (!name.matches("[0-7][0-9a-f]{15}\\" + SUFFIX)) {
      return -1;
    }
    return HexFormat.fromHexDigitsToLong(name, 0, 16);
  }

  private long highestNumber() throws IOException {
    long highest = 0;
    for (Path file : files()) {
      highest = Math.max(highest, numberOf(file));
    }
    return highest;
  }

  /** Returns the files of all blobs, also of those that nothing refers to. */
  private List<Path> files() throws IOException {
    List<Path> all = new ArrayList<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder, PathBlobStore::isOurs)) {
      for (Path part : folders) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(part)) {
          files.forEach(file -> addBlob(file, all));
        } catch (NotDirectoryException file) {
          // It is none of ours.
        }
      }
    } catch (DirectoryIteratorException failure) {
      throw failure.getCause();
    }
    return all;
  }

  private static boolean isOurs(Path part) {
    return part.getFileName().toString().matches("[0-9a-f]{2}");
  }

  private static void addBlob(Path file, List<Path> blobs) {
    if (numberOf(file) >= 0) {
      blobs.add(file);
    }
  }

  /** Writes the file of one blob. It is made with the first bytes: to begin never blocks. */
  private final class Writer implements BlobWriter {
    private final long number;
    private @Nullable FileChannel channel;
    private long written;
    private boolean ended;

    Writer(long number) {
      this.number = number;
    }

    @Override
    public void write(ByteBuffer source) throws IOException {
      try {
        FileChannel file = open();
        while (source.hasRemaining()) {
          written += file.write(source);
        }
      } catch (IOException failure) {
        throw cannotTake(failure);
      }
    }

    @Override
    public BlobRef commit() throws IOException {
      try {
        FileChannel file = open();
        if (durable) {
          file.force(true);
        }
        file.close();
      } catch (IOException failure) {
        throw cannotTake(failure);
      }
      ended = true;
      return newBlob(number, written);
    }

    private IOException cannotTake(IOException failure) {
      return new IOException(
          "The folder " + folder + " cannot take a content: " + failure, failure);
    }

    @Override
    public void close() {
      if (ended) {
        return;
      }
      ended = true;
      if (channel == null) {
        return;
      }
      try {
        channel.close();
        Files.deleteIfExists(path(number));
      } catch (IOException failure) {
        LOG.log(
            Level.WARNING, "A blob that nobody wants cannot be deleted: " + path(number), failure);
      }
    }

    private FileChannel open() throws IOException {
      if (ended) {
        throw new IllegalStateException("The blob was committed or dropped");
      }
      FileChannel file = channel;
      if (file == null) {
        file =
            FileChannel.open(
                fileFor(number), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        channel = file;
      }
      return file;
    }
  }

  /** The reference to the file of a blob. It does not know the path: a million of them are kept. */
  private static final class FileBlob implements BlobRef {
    private final PathBlobStore store;
    private final long number;
    private final long size;

    FileBlob(PathBlobStore store, long number, long size) {
      this.store = store;
      this.number = number;
      this.size = size;
    }

    @Override
    public long size() {
      return size;
    }

    @Override
    public int read(long position, ByteBuffer target) throws IOException {
      if (position >= size) {
        return -1;
      }
      try (FileChannel channel = open()) {
        int count = 0;
        while (target.hasRemaining() && position + count < size) {
          int length = channel.read(target, position + count);
          if (length < 0) {
            throw new IOException("The file of a blob is too short: " + store.path(number));
          }
          count += length;
        }
        return count;
      } finally {
        // The file must not go while it is read.
        Reference.reachabilityFence(this);
      }
    }

    @Override
    public void requireReadable() throws IOException {
      try {
        requireSize(store.path(number), size);
      } catch (NoSuchFileException gone) {
        throw new IOException("The file of a blob is gone: " + store.path(number), gone);
      } finally {
        Reference.reachabilityFence(this);
      }
    }

    @Override
    public Optional<FileChannel> openFile() throws IOException {
      return Optional.of(open());
    }

    private FileChannel open() throws IOException {
      return FileChannel.open(store.path(number), StandardOpenOption.READ);
    }

    @Override
    public String toString() {
      return "FileBlob[" + number + ", " + size + " bytes]";
    }
  }
}
