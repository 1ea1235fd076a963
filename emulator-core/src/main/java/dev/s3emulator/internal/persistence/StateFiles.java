package dev.s3emulator.internal.persistence;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The files of a state by their numbers. The snapshot of a number is the state at the beginning of
 * the journal of that number.
 *
 * @param folder the folder of both
 */
record StateFiles(Path folder) {

  static final String JOURNAL = "journal";
  static final String SNAPSHOT = "snapshot";

  private static final String SUFFIX = ".jsonl";
  private static final String UNFINISHED = ".tmp";

  Path journal(long number) {
    return folder.resolve(JOURNAL + "-" + number + SUFFIX);
  }

  Path snapshot(long number) {
    return folder.resolve(SNAPSHOT + "-" + number + SUFFIX);
  }

  Path unfinishedSnapshot(long number) {
    return folder.resolve(SNAPSHOT + "-" + number + SUFFIX + UNFINISHED);
  }

  SortedSet<Long> journals() throws IOException {
    return numbers(JOURNAL, SUFFIX);
  }

  SortedSet<Long> snapshots() throws IOException {
    return numbers(SNAPSHOT, SUFFIX);
  }

  /**
   * Makes the first journal of a folder that is used for the first time, also in the place of one
   * that has not even its first line because a process ended here. Leaves everything else alone.
   */
  void begin(boolean durable) throws IOException {
    Files.createDirectories(folder);
    if (!snapshots().isEmpty() || !journals().tailSet(1L).isEmpty() || hasFirstLine(journal(0))) {
      return;
    }
    try (Journal first = Journal.create(journal(0), 0)) {
      if (durable) {
        first.force();
      }
    }
    if (durable) {
      force();
    }
  }

  private static boolean hasFirstLine(Path file) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    try (LineReader lines = new LineReader(file)) {
      return lines.next() != null;
    }
  }

  /** Removes a journal that was made and never named by the one in front of it. */
  void removeBehind(long journal) throws IOException {
    for (long unnamed : journals().tailSet(journal + 1)) {
      Files.delete(journal(unnamed));
    }
  }

  /** Removes what came before a snapshot, and what became no snapshot. */
  void removeBefore(long number) throws IOException {
    for (long old : snapshots().headSet(number)) {
      Files.delete(snapshot(old));
    }
    for (long old : journals().headSet(number)) {
      Files.delete(journal(old));
    }
    for (long unfinished : numbers(SNAPSHOT, SUFFIX + UNFINISHED)) {
      Files.delete(unfinishedSnapshot(unfinished));
    }
  }

  private SortedSet<Long> numbers(String kind, String suffix) throws IOException {
    SortedSet<Long> numbers = new TreeSet<>();
    if (!Files.isDirectory(folder)) {
      return numbers;
    }
    String prefix = kind + "-";
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (name.startsWith(prefix) && name.endsWith(suffix)) {
          String number = name.substring(prefix.length(), name.length() - suffix.length());
          if (number.matches("[0-9]{1,18}")) {
            numbers.add(Long.parseLong(number));
          }
        }
      }
    }
    return numbers;
  }

  /** Forces the names of the files to the medium, where the file system can do that. */
  void force() {
    force(folder);
  }

  /** Forces the names in a folder to the medium, where the file system can do that. */
  static void force(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException | RuntimeException cannotBeOpened) {
      // Folders are no files on Windows, and Jimfs has no medium.
    }
  }
}
