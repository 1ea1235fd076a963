package dev.s3emulator.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/**
 * The most recent requests of one server, oldest first.
 *
 * <p>It keeps as many as its capacity and forgets older ones, but for the first {@value
 * #KEPT_FAILURES} that failed inside the emulator. Safe for use by many threads.
 */
public final class RequestJournal {

  /** How many requests a journal keeps unless told otherwise. */
  public static final int DEFAULT_CAPACITY = 1000;

  /** How many failed requests are kept for {@link #failures}, however many requests follow. */
  public static final int KEPT_FAILURES = 20;

  /**
   * How many bytes the requests whose states are kept may have uploaded together: 64 MiB. It bounds
   * the bytes of deleted objects that the journal keeps from being freed.
   */
  public static final long MAX_UPLOADED_BYTES = 64L << 20;

  private final int capacity;
  private final Deque<RecordedRequest> requests = new ArrayDeque<>();

  /** Those of the requests that still have their states, oldest first. */
  private final Deque<RecordedRequest> withStates = new ArrayDeque<>();

  private final List<RecordedRequest> failures = new ArrayList<>();
  private long uploadedBytes;
  private long forgotten;

  /** Makes an empty journal with the {@link #DEFAULT_CAPACITY}. */
  public RequestJournal() {
    this(DEFAULT_CAPACITY);
  }

  /**
   * Makes an empty journal.
   *
   * @param capacity how many requests it keeps; 0 for none but failures
   * @throws IllegalArgumentException if it is negative
   */
  public RequestJournal(int capacity) {
    if (capacity < 0) {
      throw new IllegalArgumentException("A journal cannot keep " + capacity + " requests.");
    }
    this.capacity = capacity;
  }

  /** Adds a request and forgets the oldest when the journal is full. */
  public synchronized void add(RecordedRequest request) {
    if (request.failure().isPresent() && failures.size() < KEPT_FAILURES) {
      failures.add(request);
    }
    requests.addLast(request);
    withStates.addLast(request);
    uploadedBytes += request.requestBytes();
    if (requests.size() > capacity) {
      RecordedRequest oldest = requests.removeFirst();
      forgotten++;
      if (withStates.peekFirst() == oldest) {
        forgetOldestStates();
      }
    }
    while (uploadedBytes > MAX_UPLOADED_BYTES) {
      forgetOldestStates();
    }
  }

  private void forgetOldestStates() {
    RecordedRequest oldest = withStates.removeFirst();
    uploadedBytes -= oldest.requestBytes();
    oldest.forgetStates();
  }

  /** Returns how many requests the journal keeps. */
  public int capacity() {
    return capacity;
  }

  /** Returns the recorded requests, oldest first. */
  public synchronized List<RecordedRequest> requests() {
    return new ArrayList<>(requests);
  }

  /** Returns a selection of the requests, which begins with all of them. */
  public RecordedRequests select() {
    return RecordedRequests.of(this);
  }

  /** Returns how many requests were forgotten because the journal was full. */
  public synchronized long forgotten() {
    return forgotten;
  }

  /**
   * Returns the requests whose answer was an InternalError that nobody asked for: the first {@value
   * #KEPT_FAILURES} since the journal was cleared.
   */
  public synchronized List<RecordedRequest> failures() {
    return List.copyOf(failures);
  }

  /** Forgets all requests. */
  public synchronized void clear() {
    requests.clear();
    withStates.clear();
    failures.clear();
    uploadedBytes = 0;
    forgotten = 0;
  }

  /** Forgets the requests that meet a condition. */
  synchronized void removeIf(Predicate<RecordedRequest> condition) {
    requests.removeIf(condition);
    failures.removeIf(condition);
    withStates.removeIf(condition);
    uploadedBytes = withStates.stream().mapToLong(RecordedRequest::requestBytes).sum();
  }
}
