package dev.s3emulator.internal.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.s3emulator.internal.testing.CapturedLog;
import dev.s3emulator.internal.testing.FaultyFiles;
import dev.s3emulator.internal.testing.FolderImage;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A process may end behind every change of a file and in the middle of every write: the folder that
 * it leaves opens, with all that was acknowledged, and stays as it is until something changes it.
 */
class CrashTest {

  private final FileSystem disk = Jimfs.newFileSystem(Configuration.unix());
  private final FaultyFiles files = new FaultyFiles(disk);
  private final CapturedLog log = CapturedLog.of(StateFolder.class);
  private int copies;

  @AfterEach
  void close() throws IOException {
    log.close();
    files.close();
  }

  /**
   * What a process leaves.
   *
   * @param change which change was being made
   */
  private record Abandoned(int change, FolderImage image) {}

  @Test
  void everyStepOfAFolderLeavesOneThatOpens() throws IOException {
    List<String> shown = new ArrayList<>();
    List<Abandoned> abandoned = new ArrayList<>();
    files.watch(
        () ->
            abandoned.add(
                new Abandoned(
                    Math.max(0, shown.size() - 1), FolderImage.of(disk.getPath("/data")))));
    try (StoredEngine s3 = StoredEngine.open(files.getPath("/data"), 1, true, 2000)) {
      for (int i = 0; i < 45; i++) {
        shown.add(s3.show());
        s3.changeSomething();
        s3.awaitCompaction();
      }
      shown.add(s3.show());
    }

    assertThat(statesOf(abandoned)).containsAll(STEPS);
    for (Abandoned left : abandoned) {
      assertThat(reopened(left.image()))
          .as("change " + left.change() + ", " + left.image().files().keySet())
          .isIn(shown.subList(left.change(), Math.min(left.change() + 2, shown.size())));
    }
  }

  /** What there is in the folder of the state from its beginning until its second snapshot. */
  private static final List<Set<String>> STEPS =
      List.of(
          Set.of(),
          Set.of("journal-0.jsonl"),
          Set.of("journal-0.jsonl", "journal-1.jsonl"),
          Set.of("journal-0.jsonl", "journal-1.jsonl", "snapshot-1.jsonl.tmp"),
          Set.of("journal-0.jsonl", "journal-1.jsonl", "snapshot-1.jsonl"),
          Set.of("journal-1.jsonl", "snapshot-1.jsonl"),
          Set.of("journal-1.jsonl", "journal-2.jsonl", "snapshot-1.jsonl"),
          Set.of("journal-1.jsonl", "journal-2.jsonl", "snapshot-1.jsonl", "snapshot-2.jsonl.tmp"),
          Set.of("journal-1.jsonl", "journal-2.jsonl", "snapshot-1.jsonl", "snapshot-2.jsonl"),
          Set.of("journal-1.jsonl", "journal-2.jsonl", "snapshot-2.jsonl"),
          Set.of("journal-2.jsonl", "snapshot-2.jsonl"));

  private static Set<Set<String>> statesOf(List<Abandoned> abandoned) {
    Set<Set<String>> names = new HashSet<>();
    abandoned.forEach(left -> names.add(left.image().namesIn("state")));
    return names;
  }

  /** Returns what the next server finds, and sees to it that another one finds the same. */
  private String reopened(FolderImage image) throws IOException {
    Path copy = disk.getPath("/copy-" + ++copies);
    image.writeTo(copy);
    String shown = openAndClose(copy);
    FolderImage opened = FolderImage.of(copy);
    assertThat(openAndClose(copy)).isEqualTo(shown);
    assertThat(FolderImage.of(copy)).isEqualTo(opened);
    return shown;
  }

  private String openAndClose(Path folder) {
    try (StoredEngine s3 = open(folder, new Random(2), false, 2000)) {
      return s3.show();
    }
  }

  private StoredEngine open(Path folder, Random random, boolean durable, int compactAt) {
    StoredEngine s3 = StoredEngine.open(folder, random.nextLong(), durable, compactAt);
    assertThat(log.take()).isEqualTo(s3.folder.notice().map(List::of).orElse(List.of()));
    return s3;
  }

  /** Folders are abandoned at any step, also while they are opened. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whateverHappensTheNextServerGoesOn(long seed) throws IOException {
    Random random = new Random(seed);
    Life life = new Life(random, 500 + random.nextInt(4000), random.nextBoolean());
    for (int i = 0; i < 120; i++) {
      switch (random.nextInt(20)) {
        case 0 -> life.restart();
        case 1 -> life.openWithoutUse(1 + random.nextInt(3));
        case 2, 3 -> life.killAfter(1 + random.nextInt(25));
        default -> life.change();
      }
    }
    life.end();
  }

  /** One folder after the other, each the copy of one that a killed process has left. */
  private final class Life {
    private final Random random;
    private final int compactAt;
    private final boolean durable;
    private Path folder = files.getPath("/life-0");
    private StoredEngine s3;

    /** What must be found, now and if the change that is being made is done. */
    private String before;

    private final AtomicReference<FolderImage> left = new AtomicReference<>();
    private final AtomicInteger stepsLeft = new AtomicInteger();

    Life(Random random, int compactAt, boolean durable) {
      this.random = random;
      this.compactAt = compactAt;
      this.durable = durable;
      s3 = open();
      before = s3.show();
      files.watch(
          () -> {
            if (stepsLeft.decrementAndGet() == 0) {
              left.set(image());
            }
          });
    }

    private StoredEngine open() {
      return CrashTest.this.open(folder, random, durable, compactAt);
    }

    private FolderImage image() throws IOException {
      return FolderImage.of(disk.getPath(folder.toString()));
    }

    void change() {
      s3.changeSomething();
      s3.awaitCompaction();
      before = s3.show();
    }

    void restart() {
      s3.close();
      s3 = open();
      assertThat(s3.show()).isEqualTo(before);
    }

    void openWithoutUse(int times) throws IOException {
      restart();
      s3.close();
      FolderImage closed = image();
      for (int i = 0; i < times; i++) {
        open().close();
        assertThat(image()).isEqualTo(closed);
      }
      s3 = open();
    }

    void killAfter(int steps) throws IOException {
      left.set(null);
      stepsLeft.set(steps);
      String earlier = before;
      while (left.get() == null) {
        earlier = before;
        if (random.nextInt(10) == 0) {
          restart();
        } else {
          change();
        }
      }
      s3.close();
      folder = files.getPath("/life-" + ++copies);
      left.get().writeTo(disk.getPath(folder.toString()));
      s3 = open();
      assertThat(s3.show()).isIn(earlier, before);
      before = s3.show();
    }

    void end() {
      restart();
      s3.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5dd", "5ddc3bdc . {\"format\":\"s3-emulator-state\",\"ver"})
  void aBeginningThatWasCutOffIsNoLoss(String journal) throws IOException {
    Path folder = Files.createDirectories(disk.getPath("/data"));
    Files.createFile(folder.resolve("lock"));
    Files.createDirectory(folder.resolve("state"));
    Files.writeString(folder.resolve("state/journal-0.jsonl"), journal);

    try (StoredEngine s3 = StoredEngine.open(folder, 1)) {
      assertThat(s3.state().buckets()).isEmpty();
      assertThat(s3.folder.notice()).isEmpty();
    }
  }
}
