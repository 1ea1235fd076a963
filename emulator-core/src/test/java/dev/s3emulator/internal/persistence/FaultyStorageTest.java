package dev.s3emulator.internal.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.s3emulator.internal.testing.CapturedLog;
import dev.s3emulator.internal.testing.FaultyFiles;
import dev.s3emulator.internal.testing.FolderImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A disk that fails: what cannot be written does not happen, and everything else goes on. */
class FaultyStorageTest {

  private final FileSystem disk = Jimfs.newFileSystem(Configuration.unix());
  private final FaultyFiles files = new FaultyFiles(disk);
  private final Path folder = files.getPath("/data");

  private final CapturedLog log = CapturedLog.of(Journal.class, StateJournal.class);

  @AfterEach
  void close() throws IOException {
    log.close();
    files.close();
  }

  /** Wherever in the record the space ends. */
  @Test
  void whatCannotBeWrittenDoesNotHappen() {
    try (StoredEngine s3 = StoredEngine.open(folder, 1)) {
      s3.createBucket("b");
      s3.put("b", "kept", "one");
      for (int room = 0; room < 400; room += 7) {
        String before = s3.show();
        files.spaceLeft(room);
        assertThatThrownBy(() -> s3.put("b", "kept", "two"))
            .isInstanceOf(UncheckedIOException.class)
            .hasRootCauseMessage("No space left on device");
        files.repair();
        assertThat(s3.show()).isEqualTo(before);
        s3.put("b", "another", "text " + room);
      }
      assertThat(reopened(s3)).isEqualTo(shown);
    }
  }

  private String shown = "";

  /** Ends the server, and returns what the next one finds. */
  private String reopened(StoredEngine s3) {
    shown = s3.show();
    s3.close();
    try (StoredEngine again = StoredEngine.open(folder, 2)) {
      assertThat(again.folder.notice()).isEmpty();
      return again.show();
    }
  }

  @Test
  void whileARecordCannotBeTakenBackNothingIsWritten() {
    try (StoredEngine s3 = StoredEngine.open(folder, 1)) {
      s3.createBucket("b");
      String before = s3.show();
      files.spaceLeft(20);
      files.refuseToTruncate();
      assertThatThrownBy(() -> s3.createBucket("half")).isInstanceOf(UncheckedIOException.class);
      assertThat(log.take())
          .containsExactly("A record that was not written whole cannot be taken back");
      files.spaceLeft(1_000_000);
      assertThatThrownBy(() -> s3.createBucket("later"))
          .isInstanceOf(UncheckedIOException.class)
          .cause()
          .hasMessage(
              "The storage folder /data cannot take a change (nothing can be written to"
                  + " /data/state/journal-0.jsonl since a record could not be taken back): make room"
                  + " or mend its disk.");
      assertThat(s3.show()).isEqualTo(before);

      files.repair();
      s3.createBucket("works");
      assertThat(reopened(s3)).isEqualTo(shown).contains("works").doesNotContain("half");
    }
  }

  @Test
  void afterAFailedForceNothingIsWritten() {
    try (StoredEngine s3 = StoredEngine.open(folder, 1, true, StateJournal.COMPACT_AT)) {
      s3.createBucket("b");
      files.refuseToForce();
      assertThatThrownBy(() -> s3.createBucket("unforced"))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessage("The change cannot be forced to its medium");
      files.repair();
      assertThatThrownBy(() -> s3.createBucket("later"))
          .isInstanceOf(UncheckedIOException.class)
          .cause()
          .hasMessage(
              "The storage folder /data cannot take a change (records could not be forced, so"
                  + " nothing is written until the server starts anew): make room or mend its"
                  + " disk.");
      assertThat(s3.state().bucket("b")).isPresent();
    }
    try (StoredEngine s3 = StoredEngine.open(folder, 1)) {
      assertThat(s3.state().bucket("b")).isPresent();
      assertThat(s3.state().bucket("later")).isEmpty();
    }
  }

  @Test
  void aContentThatCannotBeForcedIsNoObject() {
    try (StoredEngine s3 = StoredEngine.open(folder, 1, true, StateJournal.COMPACT_AT)) {
      s3.createBucket("b");
      String before = s3.show();
      files.refuseToForce();
      assertThatThrownBy(() -> s3.put("b", "k", "text")).isInstanceOf(UncheckedIOException.class);
      files.repair();
      assertThat(s3.show()).isEqualTo(before);
      s3.put("b", "k", "text");
      assertThat(reopened(s3)).isEqualTo(shown);
    }
  }

  @Test
  void withoutSnapshotsTheJournalsStay() throws IOException {
    try (StoredEngine s3 = StoredEngine.open(folder, 1, false, 2000)) {
      files.refuseToMove();
      for (int i = 0; i < 200; i++) {
        s3.changeSomething();
      }
      s3.awaitCompaction();
      shown = s3.show();
    }
    assertThat(log.take())
        .isNotEmpty()
        .containsOnly("A snapshot cannot be written; the journals stay");
    try (Stream<Path> all = Files.list(folder.resolve("state"))) {
      assertThat(all.map(path -> path.getFileName().toString()))
          .contains("journal-0.jsonl", "journal-1.jsonl")
          .noneMatch(name -> name.startsWith("snapshot"));
    }
    try (StoredEngine s3 = StoredEngine.open(folder, 1)) {
      assertThat(s3.show()).isEqualTo(shown);
    }
  }

  /** Wherever the space ends: in a content, a record, the next journal, its name, a snapshot. */
  @Test
  void aJournalGoesOnUntilTheNextOneHasBegun() throws IOException {
    List<String> logged = new ArrayList<>();
    try (StoredEngine s3 = StoredEngine.open(folder, 1, true, 1)) {
      s3.createBucket("b");
      s3.awaitCompaction();
      for (int room = 0; room < 3000; room += 29) {
        files.spaceLeft(room);
        try {
          s3.put("b", "k", "text " + room);
        } catch (UncheckedIOException full) {
          assertThat(full).hasRootCauseMessage("No space left on device");
        }
        s3.awaitCompaction();
        files.repair();
        logged.addAll(log.take());
        assertThat(copied("/copy-" + room)).isEqualTo(s3.show());
      }
      assertThat(reopened(s3)).isEqualTo(shown);
    }
    assertThat(logged)
        .contains(
            "No snapshot can be begun; the journal goes on",
            "A snapshot cannot be written; the journals stay")
        .allMatch(message -> message.startsWith("No snapshot") || message.endsWith("stay"));
  }

  /** Returns what a server would find if this one were killed now. */
  private String copied(String name) throws IOException {
    Path copy = disk.getPath(name);
    FolderImage.of(disk.getPath("/data")).writeTo(copy);
    try (StoredEngine s3 = StoredEngine.open(copy, 2)) {
      return s3.show();
    }
  }

  /** An interrupt closes channels, and JUnit interrupts tests that take too long. */
  @Test
  void anInterruptedThreadHarmsNobody() {
    try (StoredEngine s3 = StoredEngine.open(folder, 1, true, StateJournal.COMPACT_AT)) {
      Thread.currentThread().interrupt();
      s3.createBucket("interrupted");
      assertThat(Thread.interrupted()).isTrue();
      s3.createBucket("later");
      assertThat(reopened(s3)).isEqualTo(shown).contains("interrupted").contains("later");
    }
  }
}
