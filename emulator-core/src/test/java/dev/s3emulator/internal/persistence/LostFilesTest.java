package dev.s3emulator.internal.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.s3emulator.internal.testing.CapturedLog;
import dev.s3emulator.internal.testing.FaultyFiles;
import dev.s3emulator.internal.testing.FolderImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever file is taken away is missed, if anything is lost with it. */
class LostFilesTest {

  private final FileSystem disk = Jimfs.newFileSystem(Configuration.unix());
  private final FaultyFiles files = new FaultyFiles(disk);
  private final Path folder = disk.getPath("/data");
  private final CapturedLog log = CapturedLog.of(StateJournal.class);

  @AfterEach
  void close() throws IOException {
    log.close();
    files.close();
  }

  /** Makes so many changes that the journal gives way some times, and returns the last state. */
  private String fill() {
    try (StoredEngine s3 = StoredEngine.open(files.getPath("/data"), 1, false, 2000)) {
      for (int i = 0; i < 100; i++) {
        s3.changeSomething();
        s3.awaitCompaction();
      }
      return s3.show();
    }
  }

  /** Does the same while no snapshot can be written, and returns how many journals there are. */
  private int fillWithoutSnapshots() throws IOException {
    files.refuseToMove();
    fill();
    assertThat(log.take())
        .isNotEmpty()
        .containsOnly("A snapshot cannot be written; the journals stay");
    try (Stream<Path> all = Files.list(folder.resolve("state"))) {
      int journals = (int) all.count();
      assertThat(journals).isGreaterThan(3);
      return journals;
    }
  }

  private Path state(String kind, long number) {
    return folder.resolve("state").resolve(kind + "-" + number + ".jsonl");
  }

  private Path journal(long number) {
    return state("journal", number);
  }

  private void assertRefused(String sentence) throws IOException {
    FolderImage before = FolderImage.of(folder);
    assertThatThrownBy(() -> StoredEngine.open(folder, 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(sentence);
    assertThat(FolderImage.of(folder)).isEqualTo(before);
  }

  @Test
  void eachOfSeveralJournalsIsMissed() throws IOException {
    int journals = fillWithoutSnapshots();
    FolderImage whole = FolderImage.of(folder);
    for (int lost = 0; lost < journals; lost++) {
      Files.delete(journal(lost));
      assertRefused(
          "The storage file "
              + journal(lost)
              + (lost == 0
                  ? " is missing, and no snapshot takes its place."
                  : " is missing, which " + journal(lost - 1) + " names as the next one."));
      whole.writeTo(folder);
    }
    StoredEngine.open(folder, 1).close();
  }

  @Test
  void allJournalsButTheFirstOnesAreMissed() throws IOException {
    int journals = fillWithoutSnapshots();
    for (int lost = journals - 1; lost > 0; lost--) {
      Files.delete(journal(lost));
      assertRefused(
          "The storage file "
              + journal(lost)
              + " is missing, which "
              + journal(lost - 1)
              + " names as the next one.");
    }
  }

  private long snapshot() {
    return IntStream.range(0, 100)
        .filter(number -> Files.exists(state("snapshot", number)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theJournalOfASnapshotIsMissed() throws IOException {
    fill();
    long number = snapshot();
    Files.delete(journal(number));

    assertRefused(
        "The storage file "
            + journal(number)
            + " is missing, which "
            + state("snapshot", number)
            + " goes on with.");
  }

  @Test
  void theSnapshotIsMissed() throws IOException {
    fill();
    Files.delete(state("snapshot", snapshot()));

    assertRefused(
        "The storage file " + journal(0) + " is missing, and no snapshot takes its place.");
  }

  /** As a process leaves it that ends before it removes the journals in front of its snapshot. */
  @Test
  void aSnapshotIsNotMissedWhereItsJournalsAreStillThere() throws IOException {
    String shown;
    try (StoredEngine s3 = StoredEngine.open(files.getPath("/data"), 1, false, 2000)) {
      FolderImage[] before = new FolderImage[1];
      files.watch(
          () -> {
            FolderImage now = FolderImage.of(folder);
            if (before[0] == null && now.namesIn("state").contains("snapshot-1.jsonl")) {
              before[0] = now;
            }
          });
      String last = "";
      while (before[0] == null) {
        s3.changeSomething();
        s3.awaitCompaction();
        last = s3.show();
      }
      shown = last;
      before[0].writeTo(disk.getPath("/copy"));
    }
    Files.delete(disk.getPath("/copy/state/snapshot-1.jsonl"));

    try (StoredEngine s3 = StoredEngine.open(disk.getPath("/copy"), 2)) {
      assertThat(s3.show()).isEqualTo(shown);
    }
  }

  @Test
  void theOnlyJournalIsMissed() throws IOException {
    try (StoredEngine s3 = StoredEngine.open(folder, 1)) {
      s3.createBucket("b");
    }
    String sentence =
        "The folder /data/state has lost its files: a server used it before, and now it holds"
            + " neither a journal nor a snapshot.";
    Files.delete(journal(0));
    assertRefused(sentence);
    Files.delete(folder.resolve("state"));
    assertRefused(sentence);
  }

  @Test
  void aContentIsMissed() throws IOException {
    try (StoredEngine s3 = StoredEngine.open(folder, 1)) {
      s3.createBucket("b");
      s3.put("b", "one", "one");
      s3.put("b", "two", "two");
    }
    Path blob = folder.resolve("blobs/01/0000000000000001.blob");
    Files.delete(blob);

    assertRefused("The file of a blob is missing: " + blob + ".");
  }

  @Test
  void aJournalThatNobodyNamesHasNoRecords() throws IOException {
    fillWithoutSnapshots();
    String[] lines = Files.readString(journal(1)).split("\n", -1);
    String last = lines[lines.length - 2] + "\n";
    Files.writeString(
        journal(1),
        Files.readString(journal(1)).replace(last, ""),
        StandardOpenOption.TRUNCATE_EXISTING);

    assertRefused(
        "The storage file "
            + journal(1)
            + " is damaged in line "
            + (lines.length - 2)
            + ": behind it, the line is missing that names "
            + journal(2)
            + ".");
  }

  @Test
  void theLineThatNamesTheNextJournalIsTheLastOne() throws IOException {
    fillWithoutSnapshots();
    int lines = Files.readString(journal(0)).split("\n").length;
    byte[] whole = Files.readAllBytes(journal(0));
    for (String more : List.of("x", line("{\"type\":\"Next\",\"number\":1}"))) {
      Files.write(journal(0), Arrays.copyOf(whole, whole.length));
      Files.writeString(journal(0), more, StandardOpenOption.APPEND);
      assertRefused(
          "The storage file "
              + journal(0)
              + " is damaged in line "
              + lines
              + ": it names the next journal, but is not the last line.");
    }
  }

  @Test
  void theLineThatNamesTheNextJournalNamesTheNextOne() throws IOException {
    StoredEngine.open(folder, 1).close();
    byte[] begun = Files.readAllBytes(journal(0));
    for (String number : List.of("0", "2", "1000000000000")) {
      Files.write(journal(0), begun);
      append("{\"type\":\"Next\",\"number\":" + number + "}");
      assertRefused(
          "The storage file "
              + journal(0)
              + " is damaged in line 2: it names the journal "
              + number
              + " as the one behind 0.");
    }
    for (String number : List.of("\"1\"", "null", "1.5", "10000000000000000000000", "{}")) {
      Files.write(journal(0), begun);
      append("{\"type\":\"Next\",\"number\":" + number + "}");
      assertRefused(
          "The storage file "
              + journal(0)
              + " is damaged in line 2: a component has another type than it should.");
    }
  }

  private void append(String json) throws IOException {
    Files.writeString(journal(0), line(json), StandardOpenOption.APPEND);
  }

  private static String line(String json) {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    Lines.append(line, json, true);
    return line.toString(UTF_8);
  }
}
