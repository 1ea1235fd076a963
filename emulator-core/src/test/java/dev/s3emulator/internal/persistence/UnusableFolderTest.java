package dev.s3emulator.internal.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.s3emulator.internal.testing.FaultyFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user is told whose folder cannot be used, although nothing in it is damaged. */
class UnusableFolderTest {

  private final FaultyFiles files = new FaultyFiles(Jimfs.newFileSystem(Configuration.unix()));
  private final Path folder = files.getPath("/data");

  @AfterEach
  void closeFileSystem() throws IOException {
    files.close();
  }

  private static void assertCannotBeOpened(Path folder, String reason) {
    assertThatThrownBy(() -> StoredEngine.open(folder, 1))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(
            "The storage folder %s cannot be opened (%s): a server needs a folder that it can"
                    .formatted(folder, reason)
                + " write to.");
  }

  @Test
  void oneThatMayNotBeWrittenTo() throws IOException {
    Files.createDirectories(folder);
    files.refuseToWrite();
    assertCannotBeOpened(folder, "no permission for /data/lock");
    files.repair();
    StoredEngine.open(folder, 1).close();
  }

  @Test
  void oneOnAFullDisk() throws IOException {
    files.spaceLeft(0);
    assertCannotBeOpened(folder, "No space left on device");
    files.spaceLeft(30);
    assertCannotBeOpened(folder, "No space left on device");
    files.repair();
    StoredEngine.open(folder, 1).close();
  }

  @Test
  void oneBeneathAFile(@TempDir Path disk) throws IOException {
    Path file = Files.writeString(disk.resolve("file"), "x");

    assertCannotBeOpened(file.resolve("data"), file.resolve("data") + ": Not a directory");
  }

  @Test
  void oneWhoseContentsAreAFile(@TempDir Path disk) throws IOException {
    Path blobs = Files.writeString(disk.resolve("blobs"), "x");
    Files.createDirectory(disk.resolve("state"));

    assertCannotBeOpened(disk, blobs + " is no folder");
  }

  @Test
  void aDiskThatIsFullTakesNoContent() {
    try (StoredEngine s3 = StoredEngine.open(folder, 1)) {
      s3.createBucket("b");
      files.spaceLeft(3);

      assertThatThrownBy(() -> s3.put("b", "k", "text"))
          .cause()
          .hasMessage(
              "The folder /data/blobs cannot take a content: java.io.IOException: No space left on"
                  + " device");
    }
  }

  @Test
  void aDiskThatIsFullTakesNoChange() {
    try (StoredEngine s3 = StoredEngine.open(folder, 1)) {
      files.spaceLeft(30);

      assertThatThrownBy(() -> s3.createBucket("b"))
          .cause()
          .hasMessage(
              "The storage folder /data cannot take a change (No space left on device): make room"
                  + " or mend its disk.");
      assertThat(s3.state().buckets()).isEmpty();
    }
  }
}
