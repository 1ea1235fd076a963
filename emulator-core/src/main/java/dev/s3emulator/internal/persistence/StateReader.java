package dev.s3emulator.internal.persistence;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads a state: the newest snapshot, and what was done since. Changes no file.
 *
 * @param <C> what is kept beside the state
 */
final class StateReader<C extends Record> {

  private final StateFiles files;
  private final LogFormat<C> format;
  private final Contents<C> contents = new Contents<>();

  private StateReader(StateFiles files, LogFormat<C> format) {
    this.files = files;
    this.format = format;
  }

  /**
   * What was read.
   *
   * @param snapshot the number of the snapshot, 0 if there was none
   * @param snapshotSize its bytes
   * @param journal the number of the last journal, or -1 if there was none
   * @param end where the last whole record of that journal ends; 0 if not even its first line is
   *     there
   * @param notice what was dropped, in one sentence
   */
  record Result<C extends Record>(
      Contents<C> contents,
      long snapshot,
      long snapshotSize,
      long journal,
      long end,
      Optional<String> notice) {}

  /**
   * Reads what is there.
   *
   * @throws StorageException if something is damaged or cannot be understood
   */
  static <C extends Record> Result<C> read(StateFiles files, LogFormat<C> format)
      throws IOException {
    return new StateReader<>(files, format).read();
  }

  private Result<C> read() throws IOException {
    SortedSet<Long> snapshots = files.snapshots();
    long snapshot = snapshots.isEmpty() ? 0 : snapshots.last();
    long snapshotSize = snapshots.isEmpty() ? 0 : readSnapshot(snapshot);
    List<Long> journals = new ArrayList<>(files.journals().tailSet(snapshot));
    long end = 0;
    Optional<String> notice = Optional.empty();
    for (int i = 0; i < journals.size(); i++) {
      if (journals.get(i) != snapshot + i) {
        throw missing(files.journal(snapshot + i));
      }
      Path file = files.journal(journals.get(i));
      boolean last = i == journals.size() - 1;
      try (LineReader lines = new LineReader(file)) {
        end = readJournal(lines, journals.get(i));
        if (Files.size(file) > end) {
          if (!last) {
            throw lines.damaged("the record that begins behind it has no end");
          }
          notice = Optional.of(dropped(file, Files.size(file) - end));
        }
      }
    }
    if (journals.isEmpty() && !snapshots.isEmpty()) {
      throw missing(files.journal(snapshot));
    }
    long journal = journals.isEmpty() ? -1 : journals.get(journals.size() - 1);
    return new Result<>(contents, snapshot, snapshotSize, journal, end, notice);
  }

  private static StorageException missing(Path file) {
    return new StorageException("The storage file " + file + " is missing.");
  }

  private static String dropped(Path file, long bytes) {
    return "The last record of "
        + file
        + " was not written to its end, as happens when a process is killed; its "
        + bytes
        + " bytes were dropped.";
  }

  private long readSnapshot(long number) throws IOException {
    try (LineReader lines = new LineReader(files.snapshot(number))) {
      readSnapshot(lines, format, number, contents);
      return lines.position();
    }
  }

  /**
   * Reads a snapshot to its end.
   *
   * @throws StorageException if it is damaged or cannot be understood
   */
  static <C extends Record> void readSnapshot(
      LineReader lines, LogFormat<C> format, long number, Contents<C> contents) throws IOException {
    requireHeader(lines, format, lines.next(), StateFiles.SNAPSHOT, number);
    for (byte[] line = lines.next(); line != null; line = lines.next()) {
      JsonObject json = parse(line, format, lines);
      long before = LogFormat.linesBeforeEnd(json);
      if (before >= 0) {
        if (before != lines.number() - 1) {
          throw lines.damaged("there should be " + before + " lines in front of it");
        }
        return;
      }
      apply(json, format, contents, lines);
    }
    throw lines.damaged("behind it the end of the snapshot is missing");
  }

  /** Reads whole records and returns where the last one ends. */
  private long readJournal(LineReader lines, long number) throws IOException {
    byte[] header = lines.next();
    if (header == null) {
      return 0;
    }
    requireHeader(lines, format, header, StateFiles.JOURNAL, number);
    long end = lines.position();
    List<JsonObject> record = new ArrayList<>();
    for (byte[] line = lines.next(); line != null; line = lines.next()) {
      record.add(parse(line, format, lines));
      if (Lines.isLast(line)) {
        record.forEach(json -> apply(json, format, contents, lines));
        record.clear();
        end = lines.position();
      }
    }
    return end;
  }

  private static void requireHeader(
      LineReader lines, LogFormat<?> format, byte @Nullable [] line, String kind, long number) {
    if (line == null) {
      throw lines.damaged("the first line is missing");
    }
    JsonObject header = parse(line, format, lines);
    try {
      LogFormat.requireReadable(header, lines, kind, number);
    } catch (ClassCastException | NullPointerException | ArithmeticException other) {
      throw lines.damaged("it is no first line");
    }
  }

  private static JsonObject parse(byte[] line, LogFormat<?> format, LineReader lines) {
    try {
      return format.parse(line);
    } catch (JsonException | IllegalStateException malformed) {
      throw lines.damaged("it is no JSON object");
    }
  }

  private static <C extends Record> void apply(
      JsonObject json, LogFormat<C> format, Contents<C> contents, LineReader lines) {
    try {
      format.apply(json, contents);
    } catch (RuntimeException wrong) {
      StorageException damaged = lines.damaged(String.valueOf(wrong.getMessage()));
      damaged.addSuppressed(wrong);
      throw damaged;
    }
  }
}
