package dev.s3emulator;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.FileSystem;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** The folder of a storage, and what becomes of it afterwards. */
interface StoragePlace extends AutoCloseable {

  /** Returns the folder. */
  Path folder();

  /** Removes what was made for one server only. */
  @Override
  void close();

  /** Returns the place of a storage that is not on the heap. */
  static StoragePlace of(Storage storage) {
    return switch (storage.kind()) {
      case FOLDER -> new Given(storage.folder().orElseThrow());
      case TEMPORARY -> Temporary.create();
      case JIMFS -> InJimfs.create();
      case HEAP -> throw new IllegalArgumentException("The heap has no folder");
    };
  }

  /** A folder that stays. */
  record Given(Path folder) implements StoragePlace {
    @Override
    public void close() {}
  }

  /** A folder that goes. */
  record Temporary(Path folder) implements StoragePlace {

    static Temporary create() {
      try {
        return new Temporary(Files.createTempDirectory("s3-emulator-"));
      } catch (IOException failure) {
        throw new UncheckedIOException("A temporary folder cannot be made", failure);
      }
    }

    @Override
    public void close() {
      try {
        Files.walkFileTree(folder, new Removal());
      } catch (IOException failure) {
        System.getLogger(StoragePlace.class.getName())
            .log(Level.WARNING, "The temporary folder " + folder + " cannot be removed", failure);
      }
    }
  }

  /** A file system of its own. The one class that needs Jimfs. */
  record InJimfs(FileSystem files, Path folder) implements StoragePlace {

    static InJimfs create() {
      FileSystem files = Jimfs.newFileSystem(Configuration.unix());
      return new InJimfs(files, files.getPath("/data"));
    }

    @Override
    public void close() {
      try {
        files.close();
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
    }
  }

  /** Removes a folder with all that is in it. */
  final class Removal extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException gone) {
      // A blob that nothing needs any more may go at the same time.
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
        throws IOException {
      Files.deleteIfExists(visited);
      return FileVisitResult.CONTINUE;
    }
  }
}
