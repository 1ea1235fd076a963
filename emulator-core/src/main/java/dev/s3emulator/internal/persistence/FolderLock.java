package dev.s3emulator.internal.persistence;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that one server at a time has a folder: by a lock on a file in it, which the operating
 * system takes away when the process ends however it ends; and within this JVM by name, because not
 * every file system has locks.
 */
final class FolderLock implements AutoCloseable {

  static final String FILE = "lock";

  private static final Set<Path> OPEN_HERE = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private FolderLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Takes a folder.
   *
   * @param folder exists
   * @throws StorageException if another server has it
   */
  static FolderLock take(Path folder) throws IOException {
    Path real = folder.toRealPath();
    if (!OPEN_HERE.add(real)) {
      throw inUse(folder, "in this JVM");
    }
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(real.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        throw inUse(folder, "in another process");
      }
      return new FolderLock(real, channel);
    } catch (IOException | RuntimeException refused) {
      OPEN_HERE.remove(real);
      if (channel != null) {
        channel.close();
      }
      throw refused;
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException ofAnotherClassLoader) {
      return null;
    }
  }

  private static StorageException inUse(Path folder, String where) {
    return new StorageException(
        "The storage folder "
            + folder
            + " is used by another server "
            + where
            + ": close that one, or name another folder.");
  }

  @Override
  public void close() throws IOException {
    OPEN_HERE.remove(folder);
    channel.close();
  }
}
