package dev.s3emulator.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.s3emulator.internal.testing.FileSystemKind;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract on each kind of file system, and what holds of files only. */
class PathBlobStoreTest {

  /** What holds on every file system. */
  @Nested
  @ParameterizedClass
  @EnumSource(FileSystemKind.class)
  class OnFiles extends BlobStoreContract {
    private final FileSystemKind.Folder root;

    OnFiles(FileSystemKind kind, @TempDir Path temporary) throws IOException {
      root = kind.newFolder(temporary);
    }

    @AfterEach
    void closeFileSystem() throws IOException {
      root.close();
    }

    private Path folder() {
      return root.path().resolve("blobs");
    }

    @Override
    PersistentBlobStore newStore() {
      return BlobStores.inFolder(folder(), false);
    }

    @Test
    void blocks() throws IOException {
      try (PersistentBlobStore store = newStore()) {
        assertThat(store.mayBlock()).isTrue();
      }
    }

    @Test
    void blobsAreFoundAgainByTheirNumber() throws IOException {
      long number;
      try (PersistentBlobStore store = newStore()) {
        number = store.numberOf(blob(store, "miau"));
      }

      try (PersistentBlobStore again = newStore()) {
        assertThat(text(again.refer(number, 4))).isEqualTo("miau");
      }
    }

    @Test
    void numbersAreNotUsedAgain() throws IOException {
      long first;
      try (PersistentBlobStore store = newStore()) {
        first = store.numberOf(blob(store, "a"));
      }

      try (PersistentBlobStore again = newStore()) {
        BlobRef known = again.refer(first, 1);
        BlobRef gone = again.refer(first + 10, 1);
        assertThat(again.numberOf(blob(again, "b"))).isGreaterThan(first + 10);
        assertThat(text(known)).isEqualTo("a");
        Reference.reachabilityFence(gone);
      }
    }

    @Test
    void whatNothingRefersToIsRemoved() throws IOException {
      long kept;
      try (PersistentBlobStore store = newStore()) {
        kept = store.numberOf(blob(store, "kept"));
        store.numberOf(blob(store, "lost"));
        BlobWriter halfWritten = store.newWriter(100);
        halfWritten.write(ByteBuffer.wrap(new byte[3]));
      }
      Files.writeString(folder().resolve("readme.txt"), "not a blob");

      try (PersistentBlobStore again = newStore()) {
        BlobRef blob = again.refer(kept, 4);
        assertThat(again.retainOnly(Map.of(kept, blob))).isEqualTo(2);
        assertThat(text(blob)).isEqualTo("kept");
      }
      assertThat(files()).hasSize(2);
    }

    @Test
    void whatIsMissingOrOfAnotherSizeIsSaidAndNothingIsRemoved() throws IOException {
      long kept;
      try (PersistentBlobStore store = newStore()) {
        kept = store.numberOf(blob(store, "kept"));
        store.numberOf(blob(store, "lost"));
      }

      try (PersistentBlobStore again = newStore()) {
        BlobRef longer = again.refer(kept, 5);
        assertThatThrownBy(() -> again.retainOnly(Map.of(kept, longer)))
            .isInstanceOf(IOException.class)
            .hasMessageContaining("has 4 bytes and should have 5");
        BlobRef missing = again.refer(99, 5);
        assertThatThrownBy(() -> again.retainOnly(Map.of(99L, missing)))
            .isInstanceOf(IOException.class)
            .hasMessageContaining("is missing")
            .hasMessageContaining("0000000000000063.blob");
        Reference.reachabilityFence(longer);
      }
      assertThat(files()).hasSize(2);
    }

    @Test
    void toBeginABlobTouchesNoFile() throws IOException {
      try (PersistentBlobStore store = newStore();
          BlobWriter writer = store.newWriter(-1)) {
        assertThat(files()).isEmpty();
        assertThat(writer.commit().size()).isZero();
        assertThat(files()).hasSize(1);
      }
    }

    @Test
    void droppedBlobsLeaveNoFile() throws IOException {
      try (PersistentBlobStore store = newStore()) {
        BlobWriter writer = store.newWriter(-1);
        writer.write(ByteBuffer.wrap(new byte[3]));
        writer.close();

        assertThat(files()).isEmpty();
      }
    }

    @Test
    void aTransportCanOpenTheFile() throws IOException {
      try (PersistentBlobStore store = newStore();
          FileChannel file = blob(store, "miau").openFile().orElseThrow()) {
        assertThat(file.size()).isEqualTo(4);
      }
    }

    @Test
    void numbersOfOtherStoresMeanNothing() throws IOException {
      BlobRef other = blob(BlobStores.inMemory(), "miau");
      try (PersistentBlobStore store = newStore()) {
        assertThatThrownBy(() -> store.numberOf(other))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("The blob is none of this store");
      }
    }

    private List<Path> files() throws IOException {
      try (Stream<Path> all = Files.walk(folder())) {
        return all.filter(Files::isRegularFile).toList();
      }
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsRefused(@TempDir Path root) throws IOException {
    Path file = Files.writeString(root.resolve("file"), "x");

    assertThatThrownBy(() -> BlobStores.inFolder(file.resolve("blobs"), true))
        .isInstanceOf(java.io.UncheckedIOException.class)
        .hasMessageContaining("cannot hold blobs");
  }

  private static BlobRef blob(BlobStore store, String text) throws IOException {
    try (BlobWriter writer = store.newWriter(text.length())) {
      writer.write(ByteBuffer.wrap(text.getBytes(US_ASCII)));
      return writer.commit();
    }
  }

  private static String text(BlobRef blob) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate((int) blob.size());
    blob.read(0, bytes);
    return new String(bytes.array(), US_ASCII);
  }
}
