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
import java.util.function.LongSupplier;
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
   * @param journal the number of the last journal
   * @param end where the last whole record of that journal ends
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
   * A journal that was read.
   *
   * @param end where its last whole record ends
   * @param lines how many lines those records have
   * @param size the bytes of the file
   * @param goesOn whether it names the next one
   */
  private record JournalRead(long end, long lines, long size, boolean goesOn) {}

  /**
   * Reads what is there.
   *
   * @throws StorageException if something is damaged or missing or cannot be understood
   */
  static <C extends Record> Result<C> read(StateFiles files, LogFormat<C> format)
      throws IOException {
    return new StateReader<>(files, format).read();
  }

  private Result<C> read() throws IOException {
    SortedSet<Long> snapshots = files.snapshots();
    SortedSet<Long> journals = files.journals();
    long snapshot = snapshots.isEmpty() ? 0 : snapshots.last();
    if (!journals.contains(snapshot)) {
      throw missingFirst(snapshot, snapshots, journals);
    }
    long snapshotSize = snapshots.isEmpty() ? 0 : readSnapshot(snapshot);
    long journal = snapshot;
    JournalRead read = readJournal(journal);
    while (read.goesOn()) {
      journal++;
      if (!journals.contains(journal)) {
        throw missing(journal, files.journal(journal - 1) + " names as the next one");
      }
      read = readJournal(journal);
    }
    requireNothingBehind(journal, read, journals);
    Optional<String> notice =
        read.size() > read.end()
            ? Optional.of(dropped(files.journal(journal), read.size() - read.end()))
            : Optional.empty();
    return new Result<>(contents, snapshot, snapshotSize, journal, read.end(), notice);
  }

  private StorageException missingFirst(
      long first, SortedSet<Long> snapshots, SortedSet<Long> journals) {
    if (!snapshots.isEmpty()) {
      return missing(first, files.snapshot(first) + " goes on with");
    }
    if (!journals.isEmpty()) {
      return new StorageException(
          "The storage file "
              + files.journal(first)
              + " is missing, and no snapshot takes its place.");
    }
    return new StorageException(
        "The folder "
            + files.folder()
            + " has lost its files: a server used it before, and now it holds neither a journal"
            + " nor a snapshot.");
  }

  private StorageException missing(long journal, String which) {
    return new StorageException(
        "The storage file " + files.journal(journal) + " is missing, which " + which + ".");
  }

  /**
   * A journal that was not named yet has no records: where one has, the line is lost that named it.
   */
  private void requireNothingBehind(long last, JournalRead read, SortedSet<Long> journals)
      throws IOException {
    for (long behind : journals.tailSet(last + 1)) {
      if (behind > last + 1 || holdsRecords(behind)) {
        throw StorageException.damaged(
            files.journal(last).toString(),
            read.lines(),
            "behind it, the line is missing that names " + files.journal(behind));
      }
    }
  }

  private boolean holdsRecords(long number) throws IOException {
    Path file = files.journal(number);
    try (LineReader lines = new LineReader(file)) {
      return lines.next() != null && Files.size(file) > lines.position();
    }
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
      if (Files.size(files.snapshot(number)) > lines.position()) {
        throw lines.damaged("it should be the last one");
      }
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
      long before = numberIn(() -> LogFormat.linesBeforeEnd(json), lines);
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

  /** Reads whole records, up to the end or to the line that names the next journal. */
  private JournalRead readJournal(long number) throws IOException {
    Path file = files.journal(number);
    try (LineReader lines = new LineReader(file)) {
      requireHeader(lines, format, lines.next(), StateFiles.JOURNAL, number);
      long size = Files.size(file);
      long end = lines.position();
      long count = lines.number();
      List<JsonObject> record = new ArrayList<>();
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        JsonObject json = parse(line, format, lines);
        if (namesNext(json, number, lines)) {
          requireWholeEnd(lines, record, size);
          return new JournalRead(lines.position(), lines.number(), size, true);
        }
        record.add(json);
        if (Lines.isLast(line)) {
          record.forEach(each -> apply(each, format, contents, lines));
          record.clear();
          end = lines.position();
          count = lines.number();
        }
      }
      return new JournalRead(end, count, size, false);
    }
  }

  private static boolean namesNext(JsonObject line, long number, LineReader lines) {
    long next = numberIn(() -> LogFormat.nextJournal(line), lines);
    if (next >= 0 && next != number + 1) {
      throw lines.damaged("it names the journal " + next + " as the one behind " + number);
    }
    return next >= 0;
  }

  private static void requireWholeEnd(LineReader lines, List<JsonObject> begun, long size) {
    if (!begun.isEmpty()) {
      throw lines.damaged("the record in front of it has no end");
    }
    if (size > lines.position()) {
      throw lines.damaged("it names the next journal, but is not the last line");
    }
  }

  private static long numberIn(LongSupplier component, LineReader lines) {
    try {
      return component.getAsLong();
    } catch (ClassCastException | NullPointerException | ArithmeticException other) {
      throw lines.damaged("a component has another type than it should");
    }
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
