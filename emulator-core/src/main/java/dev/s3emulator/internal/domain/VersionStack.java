package dev.s3emulator.internal.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * The entries of one key, newest first; never empty.
 *
 * <p>Most keys have one entry, so the newest stands in a field and the tree of older ones stays the
 * shared empty tree until there are any. Entries are found by their sequence number, which a
 * version id carries, so no operation scans the stack. At most one entry has the id {@code null}.
 */
public final class VersionStack {

  private static final long NO_NULL_ENTRY = 0;

  private final VersionEntry current;
  private final TreePMap<Long, VersionEntry> older;
  private final long nullSequence;

  private VersionStack(
      VersionEntry current, TreePMap<Long, VersionEntry> older, long nullSequence) {
    this.current = current;
    this.older = older;
    this.nullSequence = nullSequence;
  }

  /** Returns the stack with one entry. */
  public static VersionStack of(VersionEntry entry) {
    return new VersionStack(entry, TreePMap.empty(), nullSequenceOf(entry, NO_NULL_ENTRY));
  }

  /**
   * Returns the stack with {@code entry} on top.
   *
   * @throws IllegalArgumentException if it is not newer than all others, or a second {@code null}
   */
  public VersionStack push(VersionEntry entry) {
    if (entry.sequence() <= current.sequence()) {
      throw new IllegalArgumentException("A pushed entry must be newer than the current one");
    }
    if (entry.versionId().isNull() && nullSequence != NO_NULL_ENTRY) {
      throw new IllegalArgumentException("A key has at most one null version");
    }
    return new VersionStack(
        entry, older.plus(current.sequence(), current), nullSequenceOf(entry, nullSequence));
  }

  /** Returns the stack without {@code entry}, or null when it was the only one. */
  public @Nullable VersionStack without(VersionEntry entry) {
    long remainingNull = entry.versionId().isNull() ? NO_NULL_ENTRY : nullSequence;
    if (entry.sequence() != current.sequence()) {
      return new VersionStack(current, older.minus(entry.sequence()), remainingNull);
    }
    if (older.isEmpty()) {
      return null;
    }
    VersionEntry next = older.lastEntry().getValue();
    return new VersionStack(next, older.minusLastEntry(), remainingNull);
  }

  /** Returns the stack with {@code entry} in the place of the one with the same sequence. */
  public VersionStack replace(VersionEntry entry) {
    return entry.sequence() == current.sequence()
        ? new VersionStack(entry, older, nullSequence)
        : new VersionStack(current, older.plus(entry.sequence(), entry), nullSequence);
  }

  /** Returns the newest entry. */
  public VersionEntry current() {
    return current;
  }

  /** Returns the entry with this id, also {@code null}. */
  public Optional<VersionEntry> find(VersionId id) {
    long sequence = id.isNull() ? nullSequence : id.sequence();
    VersionEntry entry =
        sequence == current.sequence()
            ? current
            : older.isEmpty() ? null : older.get(Long.valueOf(sequence));
    return entry != null && entry.versionId().equals(id) ? Optional.of(entry) : Optional.empty();
  }

  /** Returns the entry with this sequence number. */
  public Optional<VersionEntry> find(long sequence) {
    return Optional.ofNullable(
        sequence == current.sequence() ? current : older.get(Long.valueOf(sequence)));
  }

  /** Returns the number of entries. */
  public int size() {
    return 1 + older.size();
  }

  /** Returns all entries, newest first, without copying them: a page may need few of many. */
  public Iterable<VersionEntry> newestFirst() {
    return older.isEmpty() ? List.of(current) : this::newestFirstIterator;
  }

  /** Returns a list of all entries, oldest first. */
  public List<VersionEntry> oldestFirst() {
    if (older.isEmpty()) {
      return List.of(current);
    }
    List<VersionEntry> entries = new ArrayList<>(older.values());
    entries.add(current);
    return entries;
  }

  private Iterator<VersionEntry> newestFirstIterator() {
    Iterator<VersionEntry> rest = older.descendingMap().values().iterator();
    return new Iterator<>() {
      private boolean begun;

      @Override
      public boolean hasNext() {
        return !begun || rest.hasNext();
      }

      @Override
      public VersionEntry next() {
        if (begun) {
          return rest.next();
        }
        begun = true;
        return current;
      }
    };
  }

  /** Returns the entries that are older than this sequence number, newest first. */
  public Iterable<VersionEntry> olderThan(long sequence) {
    if (current.sequence() < sequence) {
      return newestFirst();
    }
    return older.isEmpty()
        ? Collections.emptyList()
        : older.headMap(sequence, false).descendingMap().values();
  }

  private static long nullSequenceOf(VersionEntry entry, long otherwise) {
    return entry.versionId().isNull() ? entry.sequence() : otherwise;
  }
}
