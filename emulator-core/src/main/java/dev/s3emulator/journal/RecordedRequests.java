package dev.s3emulator.journal;

import dev.s3emulator.model.S3Operation;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The requests of a journal that meet some conditions, oldest first.
 *
 * <p>The methods that narrow a selection return a new one. A selection has no requests of its own:
 * each time it is asked it looks into the journal as it is then. Immutable and safe for use by many
 * threads.
 */
public final class RecordedRequests implements Iterable<RecordedRequest> {

  private final RequestJournal journal;
  private final Predicate<RecordedRequest> condition;

  private RecordedRequests(RequestJournal journal, Predicate<RecordedRequest> condition) {
    this.journal = journal;
    this.condition = condition;
  }

  static RecordedRequests of(RequestJournal journal) {
    return new RecordedRequests(journal, request -> true);
  }

  /** Narrows to the requests that mean this operation, answered or refused. */
  public RecordedRequests operation(S3Operation operation) {
    return where(request -> request.operation().filter(operation.awsName()::equals).isPresent());
  }

  /** Narrows to the requests that address this bucket, also those for a key in it. */
  public RecordedRequests bucket(String name) {
    return where(request -> request.bucket().filter(name::equals).isPresent());
  }

  /**
   * Narrows to the requests that address a key of this pattern. As in a policy of S3, {@code *}
   * stands for any characters, also slashes, and {@code ?} for any one; all others stand for
   * themselves. DeleteObjects addresses no key, see {@link RecordedRequest#key}.
   */
  public RecordedRequests key(String pattern) {
    Predicate<String> matches = KeyPattern.of(pattern);
    return where(request -> request.key().filter(matches).isPresent());
  }

  /** Narrows to the requests that were answered with this HTTP status. */
  public RecordedRequests status(int status) {
    return where(request -> request.status() == status);
  }

  /** Narrows to the requests that were refused with this error code, such as {@code NoSuchKey}. */
  public RecordedRequests errorCode(String code) {
    return where(request -> request.errorCode().filter(code::equals).isPresent());
  }

  /** Narrows to the requests that meet another condition. */
  public RecordedRequests where(Predicate<RecordedRequest> other) {
    return new RecordedRequests(journal, condition.and(other));
  }

  /** Returns the requests as they are now. */
  public List<RecordedRequest> list() {
    return stream().toList();
  }

  /** Returns the requests as they are now. */
  public Stream<RecordedRequest> stream() {
    return journal.requests().stream().filter(condition);
  }

  /** Returns an iterator over the requests as they are now. */
  @Override
  public Iterator<RecordedRequest> iterator() {
    return list().iterator();
  }

  /** Returns how many requests there are now. */
  public int count() {
    return list().size();
  }

  /** Returns whether there are no requests now. */
  public boolean isEmpty() {
    return stream().findAny().isEmpty();
  }

  /** Returns the newest request. */
  public Optional<RecordedRequest> last() {
    List<RecordedRequest> all = list();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /**
   * Forgets these requests. The journal keeps the others; without a condition it forgets all, as
   * {@link RequestJournal#clear} does.
   */
  public void clear() {
    journal.removeIf(condition);
  }

  /** Returns the requests as they are now, one a line. */
  @Override
  public String toString() {
    StringBuilder lines = new StringBuilder();
    forEach(request -> lines.append(request).append('\n'));
    return lines.toString();
  }
}
