package dev.s3emulator.internal.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was done to a bucket, newest first: an immutable list to which adding costs nothing. */
public final class BucketChanges {

  /** Nothing was done. */
  public static final BucketChanges NONE = new BucketChanges(null, null);

  private final @Nullable BucketChanges before;
  private final @Nullable BucketChange last;

  private BucketChanges(@Nullable BucketChanges before, @Nullable BucketChange last) {
    this.before = before;
    this.last = last;
  }

  /** Returns this with another change. */
  public BucketChanges plus(BucketChange change) {
    return new BucketChanges(this, change);
  }

  /** Returns the changes in the order in which they were made. */
  public List<BucketChange> inOrder() {
    List<BucketChange> changes = new ArrayList<>();
    BucketChanges at = this;
    while (at != null) {
      if (at.last != null) {
        changes.add(at.last);
      }
      at = at.before;
    }
    Collections.reverse(changes);
    return changes;
  }
}
