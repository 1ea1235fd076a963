package dev.s3emulator.internal.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.s3emulator.internal.domain.S3State;
import dev.s3emulator.internal.persistence.StoredEngine.Companion;
import dev.s3emulator.internal.testing.CapturedLog;
import dev.s3emulator.internal.testing.FileSystemKind;
import dev.s3emulator.internal.testing.FolderImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A state in a folder is found again as it was, or refused. */
class StateFolderTest {

  /** What holds on every file system. */
  @Nested
  @ParameterizedClass
  @EnumSource(FileSystemKind.class)
  class OnFiles {
    private final FileSystemKind.Folder root;

    OnFiles(FileSystemKind kind, @TempDir Path temporary) throws IOException {
      root = kind.newFolder(temporary);
    }

    @AfterEach
    void closeFileSystem() throws IOException {
      root.close();
    }

    private Path folder() {
      return root.path().resolve("kept");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverWasDoneIsFoundAgain(long seed) throws IOException {
      String before = "";
      for (int restart = 0; restart < 4; restart++) {
        try (StoredEngine s3 = StoredEngine.open(folder(), seed + restart)) {
          assertThat(s3.state().buckets().isEmpty() ? "" : s3.show()).isEqualTo(before);
          for (int i = 0; i < 150; i++) {
            s3.changeSomething();
          }
          before = s3.show();
        }
      }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void snapshotsTakeThePlaceOfJournals(long seed) throws IOException {
      String before;
      try (StoredEngine s3 = StoredEngine.open(folder(), seed, true, 4000)) {
        for (int i = 0; i < 400; i++) {
          s3.changeSomething();
        }
        before = s3.show();
        s3.awaitCompaction();
      }
      List<String> names = names(folder().resolve("state"));
      assertThat(names).anyMatch(name -> name.matches("snapshot-[0-9]+\\.jsonl"));
      assertThat(names).doesNotContain("journal-0.jsonl");
      try (StoredEngine s3 = StoredEngine.open(folder(), seed)) {
        assertThat(s3.show()).isEqualTo(before);
      }
    }

    @Test
    void aRestoredStateIsFoundAgain() throws IOException {
      String before;
      try (StoredEngine s3 = StoredEngine.open(folder(), 1)) {
        for (int i = 0; i < 200; i++) {
          s3.changeSomething();
        }
        S3State earlier = s3.state();
        before = s3.show();
        for (int i = 0; i < 200; i++) {
          s3.changeSomething();
        }
        s3.engine.restore(earlier);
        assertThat(s3.show()).isEqualTo(before);
      }
      try (StoredEngine s3 = StoredEngine.open(folder(), 1)) {
        assertThat(s3.show()).isEqualTo(before);
      }
    }

    @Test
    void whatIsKeptBesideTheStateIsFoundAgain() throws IOException {
      Companion alt = new Companion("alt", List.of("{\"a\":\"\u00e4\"}"));
      try (StoredEngine s3 = StoredEngine.open(folder(), 1, false, 2000)) {
        s3.folder.append(alt);
        for (int i = 0; i < 100; i++) {
          s3.changeSomething();
        }
        s3.folder.append(new Companion("other", List.of()));
      }
      try (StoredEngine s3 = StoredEngine.open(folder(), 1)) {
        assertThat(s3.folder.companions()).containsExactly(alt, new Companion("other", List.of()));
      }
    }

    @Test
    void theSecondServerIsRefused() throws IOException {
      try (StoredEngine s3 = StoredEngine.open(folder(), 1)) {
        Path folder = folder();
        assertThatThrownBy(() -> StoredEngine.open(folder, 2))
            .isInstanceOf(IllegalStateException.class)
            .hasMessage(
                "The storage folder "
                    + folder
                    + " is used by another server in this JVM: close that one, or name another"
                    + " folder.");
        s3.createBucket("works");
      }
      StoredEngine.open(folder(), 1).close();
    }

    @Test
    void blobsThatNothingRefersToAreSwept() throws IOException {
      try (StoredEngine s3 = StoredEngine.open(folder(), 1)) {
        s3.createBucket("b");
        s3.put("b", "kept", "kept");
        s3.put("b", "gone", "gone");
        s3.delete("b", "gone");
      }
      try (StoredEngine s3 = StoredEngine.open(folder(), 1)) {
        assertThat(blobs(folder())).hasSize(1);
        assertThat(s3.show()).contains("kept").doesNotContain("gone");
      }
    }
  }

  /** What becomes of files that are not as they were written. */
  @Nested
  class Damaged {
    private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());
    private final Path folder = files.getPath("/data");
    private final Path journal = folder.resolve("state/journal-0.jsonl");
    private final CapturedLog log = CapturedLog.of(StateFolder.class);

    @AfterEach
    void close() throws IOException {
      log.close();
      files.close();
    }

    private List<String> statesOfSomeRecords() throws IOException {
      List<String> states = new ArrayList<>();
      try (StoredEngine s3 = StoredEngine.open(folder, 1)) {
        states.add(s3.show());
        s3.createBucket("b");
        states.add(s3.show());
        for (String text : List.of("one", "two", "three")) {
          s3.put("b", text, text);
          states.add(s3.show());
        }
      }
      return states;
    }

    /** As a process leaves it that is killed at any moment of writing. */
    @Test
    void aTornLastRecordIsDroppedAndSaidSo() throws IOException {
      List<String> states = statesOfSomeRecords();
      byte[] whole = Files.readAllBytes(journal);
      FolderImage blobs = FolderImage.of(folder.resolve("blobs"));
      for (int length = firstLine(whole); length < whole.length; length += 13) {
        Files.write(journal, Arrays.copyOf(whole, length));
        blobs.writeTo(folder.resolve("blobs"));
        int lines =
            (int) new String(whole, 0, length, UTF_8).chars().filter(c -> c == '\n').count();
        boolean torn = length > 0 && whole[length - 1] != '\n';
        try (StoredEngine s3 = StoredEngine.open(folder, 1)) {
          assertThat(s3.show()).isEqualTo(states.get(lines - 1));
          assertThat(s3.folder.notice().isPresent()).isEqualTo(torn);
          assertThat(log.take()).isEqualTo(s3.folder.notice().map(List::of).orElse(List.of()));
          if (torn) {
            assertThat(s3.folder.notice().get())
                .startsWith("The last record of /data/state/journal-0.jsonl was not written to");
          }
          s3.createBucket("after");
        }
        try (StoredEngine s3 = StoredEngine.open(folder, 1)) {
          assertThat(s3.state().bucket("after")).isPresent();
          assertThat(s3.folder.notice()).isEmpty();
        }
      }
    }

    private static int firstLine(byte[] journal) {
      return new String(journal, UTF_8).indexOf('\n') + 1;
    }

    /** A journal is there with its first line before there is anything else. */
    @Test
    void aTornFirstLineIsRefused() throws IOException {
      statesOfSomeRecords();
      byte[] whole = Files.readAllBytes(journal);
      for (int length = 0; length < firstLine(whole); length += 9) {
        Files.write(journal, Arrays.copyOf(whole, length));
        FolderImage before = FolderImage.of(folder);

        assertThatThrownBy(() -> StoredEngine.open(folder, 1))
            .isInstanceOf(IllegalStateException.class)
            .hasMessage(
                "The storage file /data/state/journal-0.jsonl is damaged in line 1: the first line"
                    + " is missing.");
        assertThat(FolderImage.of(folder)).isEqualTo(before);
      }
    }

    @Test
    void anyOtherDamageIsRefusedAndChangesNoFile() throws IOException {
      statesOfSomeRecords();
      byte[] whole = Files.readAllBytes(journal);
      for (int at = 0; at < whole.length - 1; at += 41) {
        byte[] damaged = whole.clone();
        damaged[at] ^= 1;
        Files.write(journal, damaged);
        FolderImage before = FolderImage.of(folder);

        assertThatThrownBy(() -> StoredEngine.open(folder, 1))
            .as("byte " + at)
            .isInstanceOf(IllegalStateException.class)
            .hasMessageStartingWith("The storage file /data/state/journal-0.jsonl is damaged in")
            .hasMessageEndingWith(".");
        assertThat(FolderImage.of(folder)).isEqualTo(before);
      }
    }

    @Test
    void anotherVersionIsRefused() throws IOException {
      statesOfSomeRecords();
      ByteArrayOutputStream lines = new ByteArrayOutputStream();
      Lines.append(
          lines, LogFormat.header("journal", 0).replace("\"version\":1", "\"version\":2"), true);
      Files.write(journal, lines.toByteArray());

      assertThatThrownBy(() -> StoredEngine.open(folder, 1))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "The storage file /data/state/journal-0.jsonl has version 2 of its format, and this"
                  + " emulator reads version 1 only: use the emulator that wrote it, or another"
                  + " folder.");
    }

    @Test
    void aLineThatMeansNothingIsRefused() throws IOException {
      statesOfSomeRecords();
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      Lines.append(line, "{\"type\":\"BucketMoved\",\"bucket\":\"b\"}", true);
      Files.write(journal, line.toByteArray(), StandardOpenOption.APPEND);

      assertThatThrownBy(() -> StoredEngine.open(folder, 1))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "The storage file /data/state/journal-0.jsonl is damaged in line 6:"
                  + " \"BucketMoved\" is no StateChange.");
    }

    @Test
    void aSnapshotWithoutItsEndIsRefused() throws IOException {
      try (StoredEngine s3 = StoredEngine.open(folder, 1, false, 2000)) {
        for (int i = 0; i < 100; i++) {
          s3.changeSomething();
        }
        s3.awaitCompaction();
      }
      Path snapshot =
          folder
              .resolve("state")
              .resolve(
                  names(folder.resolve("state")).stream()
                      .filter(name -> name.startsWith("snapshot"))
                      .findFirst()
                      .orElseThrow());
      byte[] whole = Files.readAllBytes(snapshot);
      Files.write(snapshot, Arrays.copyOf(whole, whole.length - 60));

      assertThatThrownBy(() -> StoredEngine.open(folder, 1))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("the end of the snapshot is missing");
    }

    @Test
    void aFolderOfSomethingElseIsLeftAlone() throws IOException {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("thesis.txt"), "...");

      assertThatThrownBy(() -> StoredEngine.open(folder, 1))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "The storage folder /data holds other files and no state of a server: name another"
                  + " folder, or a new one in it.");
      assertThat(names(folder)).containsExactly("thesis.txt");

      assertThatThrownBy(() -> StoredEngine.open(folder.resolve("thesis.txt"), 1))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("The storage folder /data/thesis.txt is a file: name a folder.");
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private static List<Path> blobs(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("blobs"))) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
