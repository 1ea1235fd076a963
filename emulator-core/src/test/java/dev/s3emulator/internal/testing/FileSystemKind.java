package dev.s3emulator.internal.testing;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file systems on which whatever works with files must work. */
public enum FileSystemKind {
  /** The disk of this machine. */
  DISK,
  /** Jimfs with the rules of Unix. */
  UNIX,
  /** Jimfs with the rules of Windows. */
  WINDOWS,
  /** Jimfs with the rules of macOS. */
  MAC_OS;

  /**
   * A folder on a file system.
   *
   * @param path exists
   * @param files is closed with this
   */
  public record Folder(Path path, Closeable files) implements Closeable {
    @Override
    public void close() throws IOException {
      files.close();
    }
  }

  /**
   * Returns a new empty folder.
   *
   * @param temporary where it is on the disk; whoever made that removes it
   */
  public Folder newFolder(Path temporary) throws IOException {
    return switch (this) {
      case DISK -> new Folder(Files.createTempDirectory(temporary, "disk"), () -> {});
      case UNIX -> inJimfs(Configuration.unix());
      case WINDOWS -> inJimfs(Configuration.windows());
      case MAC_OS -> inJimfs(Configuration.osX());
    };
  }

  private static Folder inJimfs(Configuration configuration) throws IOException {
    var files = Jimfs.newFileSystem(configuration);
    return new Folder(Files.createDirectories(files.getPath("data")), files);
  }
}
