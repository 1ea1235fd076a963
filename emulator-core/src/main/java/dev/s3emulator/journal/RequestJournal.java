package dev.s3emulator.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The most recent requests of one server, oldest first.
 *
 * <p>It keeps the last 1000 and forgets older ones. Safe for use by many threads.
 */
public final class RequestJournal {

  /** How many requests the journal keeps. */
  public static final int CAPACITY = 1000;

  private final Deque<RecordedRequest> requests = new ArrayDeque<>();

  /** Makes an empty journal. */
  public RequestJournal() {}

  /** Adds a request and forgets the oldest when the journal is full. */
  public synchronized void add(RecordedRequest request) {
    if (requests.size() == CAPACITY) {
      requests.removeFirst();
    }
    requests.addLast(request);
  }

  /** Returns the recorded requests, oldest first. */
  public synchronized List<RecordedRequest> requests() {
    return new ArrayList<>(requests);
  }

  /** Returns the requests whose answer was an InternalError that nobody asked for. */
  public List<RecordedRequest> failures() {
    return requests().stream().filter(request -> request.failure().isPresent()).toList();
  }

  /** Forgets all requests. */
  public synchronized void clear() {
    requests.clear();
  }
}
