package dev.s3emulator;

import dev.s3emulator.internal.domain.S3State;
import dev.s3emulator.internal.persistence.SnapshotArchive;
import dev.s3emulator.internal.view.DomainState;
import dev.s3emulator.model.BucketView;
import dev.s3emulator.model.StateView;
import dev.s3emulator.store.BlobStores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Everything that a server held at one instant: its buckets with their objects, versions and
 * settings. Made by {@link S3EmulatorServer#snapshot}. It can be looked at and restored.
 *
 * <p>A snapshot is a reference to an immutable value: it costs nothing to take, and can be restored
 * any number of times. It keeps the bytes of its objects reachable as long as it lives. Immutable
 * and safe for use by many threads.
 *
 * <p>A snapshot of one server can be restored in another. With objects in memory, the default, both
 * may change independently and the first may be closed. With another {@link Storage} or {@link
 * dev.s3emulator.store.BlobStore} the contents still lie where the first server keeps them, which
 * must stay open; a server whose storage is a folder copies them when the snapshot is restored. The
 * files of a large fixture stay where they are, see {@link S3EmulatorServer#seed(Path)}.
 */
public final class S3Snapshot implements StateView {

  private final S3State state;
  private final boolean mayBlock;
  private final StateView view;

  /**
   * Makes a snapshot.
   *
   * @param mayBlock whether reading its contents may make a thread wait
   */
  S3Snapshot(S3State state, boolean mayBlock) {
    this.state = state;
    this.mayBlock = mayBlock;
    view = new DomainState(state);
  }

  S3State state() {
    return state;
  }

  boolean mayBlock() {
    return mayBlock;
  }

  /**
   * Writes the snapshot with all its contents into one file, for another JVM to {@link #load}. A
   * file that is there is replaced when the new one is complete.
   *
   * @throws UncheckedIOException if the file cannot be written or a content cannot be read
   */
  public void save(Path file) {
    try {
      SnapshotArchive.write(state, file);
    } catch (IOException failure) {
      throw new UncheckedIOException("The snapshot cannot be written to " + file, failure);
    }
  }

  /**
   * Reads a snapshot that {@link #save} has written: equal to the one that was saved, with all
   * version ids. Its contents are in memory.
   *
   * @throws IllegalStateException if the file is no snapshot, is damaged or of another version of
   *     its format; the message is one sentence
   * @throws UncheckedIOException if the file cannot be read
   */
  public static S3Snapshot load(Path file) {
    try {
      return new S3Snapshot(SnapshotArchive.read(file, BlobStores.inMemory()), false);
    } catch (IOException failure) {
      throw new UncheckedIOException("The snapshot cannot be read from " + file, failure);
    }
  }

  @Override
  public List<BucketView> buckets() {
    return view.buckets();
  }

  @Override
  public Optional<BucketView> bucket(String name) {
    return view.bucket(name);
  }

  /** Returns the names of the buckets. */
  @Override
  public String toString() {
    return "S3Snapshot" + state.buckets().keySet();
  }
}
