package dev.s3emulator.internal.testing;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.VersioningState;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * A row of the table of locks and deletes (delete-semantics 6) for a bucket with Object Lock whose
 * key {@code k} has a locked version under a marker.
 *
 * @param lock the lock in the words of {@link Stacks#lock}
 * @param request {@code simple}, or what is named by its id: {@code v1}, the locked version, or
 *     {@code v2}, the marker
 * @param bypass whether the request asks for the bypass of GOVERNANCE
 * @param refused whether it is refused
 */
public record LockMatrix(String lock, String request, boolean bypass, boolean refused) {

  private static final String ROWS =
      """
      -                 | -                    | -
      OFF               | -                    | -
      GOVERNANCE-1      | -                    | -
      COMPLIANCE-1      | -                    | -
      GOVERNANCE-1 OFF  | -                    | -
      COMPLIANCE+0      | -                    | -
      GOVERNANCE+1      | refused              | -
      GOVERNANCE+60 OFF | refused              | -
      COMPLIANCE+1      | refused              | refused
      COMPLIANCE+60 OFF | refused              | refused
      ON                | refused              | refused
      GOVERNANCE-1 ON   | refused              | refused
      GOVERNANCE+60 ON  | refused              | refused
      COMPLIANCE+60 ON  | refused              | refused
      """;

  /** All rows: what is done to the locked version by its id, and what is never refused. */
  public static Stream<LockMatrix> rows() {
    return ROWS.lines()
        .map(line -> line.split("\\|"))
        .flatMap(
            row -> {
              String lock = row[0].strip();
              return Stream.of(
                  new LockMatrix(lock, "v1", false, row[1].strip().equals("refused")),
                  new LockMatrix(lock, "v1", true, row[2].strip().equals("refused")),
                  new LockMatrix(lock, "simple", false, false),
                  new LockMatrix(lock, "simple", true, false),
                  new LockMatrix(lock, "v2", false, false),
                  new LockMatrix(lock, "v2", true, false));
            });
  }

  /** Returns the bucket before the request. */
  public Bucket bucket(Instant now) {
    Bucket bucket = Stacks.bucket(VersioningState.ENABLED, true);
    return Stacks.locked(Stacks.with(bucket, Stacks.KEY, before()), "v1", Stacks.lock(lock, now));
  }

  /** Returns the stack before the request. */
  public String before() {
    return "v2:marker, v1:object";
  }

  /** Returns the stack after the request. */
  public String after() {
    if (refused) {
      return before();
    }
    return switch (request) {
      case "simple" -> "new:marker, v2:marker, v1:object";
      case "v1" -> "v2:marker";
      default -> "v1:object";
    };
  }

  /** Returns whether the request names a version. */
  public boolean isVersioned() {
    return !request.equals("simple");
  }
}
