package dev.s3emulator;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a server keeps what it holds: {@code S3EmulatorServer.builder().storage(Storage.path(
 * jimfs.getPath("/data")))}.
 *
 * <ul>
 *   <li>{@link #heap}, the default: fastest; gone when the server is closed.
 *   <li>{@link #path}: in a folder of any file system. Objects cost the heap their metadata only,
 *       and the next server on the folder goes on where this one ended.
 *   <li>{@link #directory}: the same for a folder of this machine.
 *   <li>{@link #temporaryDirectory} and {@link #jimfs}: in files, but gone when the server is
 *       closed. The first one takes large objects off the heap; the second one is for tests of the
 *       file storage itself.
 * </ul>
 *
 * <p><b>What survives in a folder:</b> buckets with their settings, objects, versions with their
 * ids and their order, delete markers, multipart uploads in progress with their parts, the results
 * of recently completed ones, and users that {@link S3EmulatorServer#addUser} added, with the
 * secrets of their keys as plain text. The journal of requests, temporary credentials and the clock
 * do not. Buckets and fixtures of the builder are put in when their bucket is not there already;
 * {@link S3EmulatorServer#reset} returns to what was found in the folder and was seeded since.
 *
 * <p><b>When:</b> an answer is sent after its change was written, so a process that ends in any way
 * loses nothing that it has acknowledged. A machine that loses its power may, unless the storage is
 * {@link #durable}. A request that cannot be written, because the disk is full for instance, is
 * answered InternalError and changes nothing.
 *
 * <p>One server at a time uses a folder; a second one is refused, also in another process. The
 * format of the files is versioned and documented; a folder of another version, or one in which
 * something is damaged or a file is missing, is refused and left as it is.
 *
 * <p>Immutable and safe for use by many threads: {@link #durable} returns another value.
 */
public final class Storage {

  /** The kinds. */
  enum Kind {
    HEAP,
    FOLDER,
    TEMPORARY,
    JIMFS
  }

  private final Kind kind;
  private final @Nullable Path folder;
  private final boolean durable;

  private Storage(Kind kind, @Nullable Path folder, boolean durable) {
    this.kind = kind;
    this.folder = folder;
    this.durable = durable;
  }

  /** Returns the storage in the memory of this JVM. Each server has its own. */
  public static Storage heap() {
    return new Storage(Kind.HEAP, null, false);
  }

  /**
   * Returns the storage in a folder of any file system, which is made if it is missing. The caller
   * keeps the file system open as long as the server.
   */
  public static Storage path(Path folder) {
    return new Storage(Kind.FOLDER, folder, false);
  }

  /**
   * Returns the storage in a folder of this machine, which is made if it is missing.
   *
   * @throws IllegalArgumentException if the path is of another file system, see {@link #path}
   */
  public static Storage directory(Path folder) {
    if (!folder.getFileSystem().equals(FileSystems.getDefault())) {
      throw new IllegalArgumentException(
          "The path " + folder + " is not one of this machine: use Storage.path for it.");
    }
    return path(folder);
  }

  /** Returns the storage in a new temporary folder of each server, which goes with the server. */
  public static Storage temporaryDirectory() {
    return new Storage(Kind.TEMPORARY, null, false);
  }

  /**
   * Returns the storage in a file system in memory, a new one of each server. Needs Jimfs on the
   * class path ({@code com.google.jimfs:jimfs}).
   *
   * @throws IllegalStateException if Jimfs is missing
   */
  public static Storage jimfs() {
    try {
      Class.forName("com.google.common.jimfs.Jimfs", false, Storage.class.getClassLoader());
    } catch (ClassNotFoundException missing) {
      throw new IllegalStateException(
          "Storage.jimfs() needs Jimfs: add the dependency com.google.jimfs:jimfs.", missing);
    }
    return new Storage(Kind.JIMFS, null, false);
  }

  /**
   * Sets whether an answer waits until its change is on the medium, as a machine needs that may
   * lose its power; by default it waits until the operating system has it. Requests that change
   * something at the same time wait together. Other clients may see a change, or be refused because
   * of it, before it is on the medium and answered. Without effect on the {@link #heap}.
   */
  public Storage durable(boolean on) {
    return new Storage(kind, folder, on);
  }

  Kind kind() {
    return kind;
  }

  Optional<Path> folder() {
    return Optional.ofNullable(folder);
  }

  boolean isDurable() {
    return durable;
  }

  /** Returns the kind and the folder. */
  @Override
  public String toString() {
    return "Storage["
        + (folder == null ? kind.name().toLowerCase(Locale.ROOT) : folder)
        + (durable ? ", durable]" : "]");
  }
}
