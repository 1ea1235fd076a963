package dev.s3emulator.internal.engine;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.BucketChange;
import dev.s3emulator.internal.domain.BucketChanges;
import dev.s3emulator.internal.domain.Change;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.Region;
import dev.s3emulator.internal.domain.S3State;
import dev.s3emulator.internal.domain.StateChange;
import dev.s3emulator.internal.domain.WriteContext;
import dev.s3emulator.store.BlobStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.Reference;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Holds the current state and changes it.
 *
 * <p>Readers take {@link #state()} once and work on that value: they never lock and see one
 * instant. A write holds the lock while a pure function computes the next value, so every request
 * is linearizable. A function that throws changes nothing. Safe for use by many threads.
 */
public final class S3Engine {

  private static final long UNWRITTEN = -1;

  private final ReentrantLock lock = new ReentrantLock();
  private final StateLog log;
  private final InstantSource clock;
  private final IdSource ids;
  private final BlobStore blobs;
  private final Region region;
  private final Owner owner;

  /** Written under the lock, read without it. */
  private volatile S3State state;

  /** Becomes true and stays so. */
  private volatile boolean blocking;

  /** The last whole second that was handed out, so that a million objects share one instant. */
  private volatile Instant lastSecond = Instant.EPOCH;

  /** Makes an engine without buckets in us-east-1. */
  public S3Engine(InstantSource clock, IdSource ids, BlobStore blobs) {
    this(clock, ids, blobs, Region.US_EAST_1);
  }

  /**
   * Makes an engine without buckets.
   *
   * @param region the region whose endpoint answers
   */
  public S3Engine(InstantSource clock, IdSource ids, BlobStore blobs, Region region) {
    this(clock, ids, blobs, region, Owner.DEFAULT);
  }

  /**
   * Makes an engine without buckets.
   *
   * @param region the region whose endpoint answers
   * @param owner the account that owns what is seeded
   */
  public S3Engine(InstantSource clock, IdSource ids, BlobStore blobs, Region region, Owner owner) {
    this(clock, ids, new Kept(S3State.EMPTY, blobs, StateLog.NONE), region, owner);
  }

  /**
   * Makes an engine.
   *
   * @param kept where the state lives, and what it is at first
   * @param region the region whose endpoint answers
   * @param owner the account that owns what is seeded
   */
  public S3Engine(InstantSource clock, IdSource ids, Kept kept, Region region, Owner owner) {
    this.clock = clock;
    this.ids = ids;
    blobs = kept.blobs();
    blocking = blobs.mayBlock();
    log = kept.log();
    state = kept.state();
    this.region = region;
    this.owner = owner;
  }

  /**
   * Where a state lives.
   *
   * @param state what was found there
   * @param blobs where contents are
   * @param log where changes are written down
   */
  public record Kept(S3State state, BlobStore blobs, StateLog log) {}

  /**
   * Returns an engine with the same clock that begins where this one is now. What is done to one of
   * them does not reach the other.
   *
   * @param scratch where the other one keeps its bytes; what it begins with stays where it is
   */
  public S3Engine fork(BlobStore scratch) {
    Kept here = new Kept(state, scratch, StateLog.NONE);
    return new S3Engine(clock, ids.copy(), here, region, owner);
  }

  /**
   * Returns an engine with the same clock, ids and contents that begins with another state. What is
   * done to its state does not reach this one.
   */
  public S3Engine draft(S3State other) {
    return new S3Engine(clock, ids, new Kept(other, blobs, StateLog.NONE), region, owner);
  }

  /** Returns the state as it is now. */
  public S3State state() {
    return state;
  }

  /** Returns whether reading or writing contents may make a thread wait. */
  public boolean mayBlock() {
    return blocking;
  }

  /**
   * Says that the state will have contents that are not in the store and whose reading may make a
   * thread wait. To be called before they are there.
   */
  public void expectBlockingContents() {
    blocking = true;
  }

  /** Puts another state in the place of the current one, as restoring a snapshot does. */
  public void restore(S3State other) {
    change(current -> other);
  }

  /**
   * Computes the next state from the current one.
   *
   * @throws UncheckedIOException if the change cannot be written down; then nothing is changed
   */
  public void change(UnaryOperator<S3State> rule) {
    S3State before;
    long record;
    lock.lock();
    try {
      before = state;
      S3State next = rule.apply(before);
      record = log.isKept() ? write(StateDifference.between(before, next), next) : UNWRITTEN;
      state = next;
    } finally {
      lock.unlock();
    }
    awaitForced(record, before);
  }

  /**
   * Changes one bucket by a pure rule and returns the rule's outcome.
   *
   * @throws dev.s3emulator.internal.domain.S3Exception NoSuchBucket if it does not exist
   * @throws UncheckedIOException if the change cannot be written down; then nothing is changed
   */
  public <T> T changeBucket(String bucketName, Function<Bucket, Change<T>> rule) {
    S3State before;
    long record = UNWRITTEN;
    Change<T> change;
    lock.lock();
    try {
      before = state;
      Bucket bucket = before.requireBucket(bucketName);
      change = rule.apply(log.isKept() ? bucket.tracked() : bucket);
      BucketChanges changes = change.bucket().changes();
      S3State next = before.with(change.bucket().untracked());
      if (changes != null) {
        record = write(bucketName, changes, next);
      }
      state = next;
    } finally {
      lock.unlock();
    }
    awaitForced(record, before);
    return change.outcome();
  }

  private long write(String bucket, BucketChanges changes, S3State next) {
    List<BucketChange> inOrder = changes.inOrder();
    return inOrder.isEmpty()
        ? UNWRITTEN
        : write(List.of(new StateChange.BucketChanged(bucket, inOrder)), next);
  }

  private long write(List<StateChange> changes, S3State next) {
    try {
      return changes.isEmpty() ? UNWRITTEN : log.append(changes, next);
    } catch (IOException failure) {
      throw new UncheckedIOException("The change cannot be written down", failure);
    }
  }

  /**
   * Returns when a record is on its medium. Until then the state before must be reachable: a medium
   * that loses the record must not have lost the contents which that state needs.
   */
  private void awaitForced(long record, S3State before) {
    if (record == UNWRITTEN) {
      return;
    }
    try {
      log.awaitForced(record);
    } catch (IOException failure) {
      throw new UncheckedIOException("The change cannot be forced to its medium", failure);
    } finally {
      Reference.reachabilityFence(before);
    }
  }

  /** Changes one bucket by a pure rule that makes entries. */
  public <T> T changeBucket(
      String bucketName, Owner requester, BiFunction<Bucket, WriteContext, Change<T>> rule) {
    return changeBucket(bucketName, bucket -> rule.apply(bucket, writeContext(requester)));
  }

  /** Returns what a rule that makes entries needs from outside. */
  public WriteContext writeContext(Owner requester) {
    Instant instant = clock.instant();
    return new WriteContext(second(instant), instant, ids::versionId, requester);
  }

  /** Returns the emulator's time in whole seconds, the precision that S3 keeps. */
  public Instant now() {
    return second(clock.instant());
  }

  private Instant second(Instant instant) {
    Instant last = lastSecond;
    if (instant.getEpochSecond() == last.getEpochSecond()) {
      return last;
    }
    Instant second = instant.truncatedTo(ChronoUnit.SECONDS);
    lastSecond = second;
    return second;
  }

  /** Returns the emulator's time with its fractions of seconds. */
  public Instant instant() {
    return clock.instant();
  }

  /** Returns the account that owns what is made without a request. */
  public Owner owner() {
    return owner;
  }

  /** Returns the region whose endpoint answers. */
  public Region region() {
    return region;
  }

  /** Returns the source of ids. */
  public IdSource ids() {
    return ids;
  }

  /** Returns the store of contents. */
  public BlobStore blobs() {
    return blobs;
  }
}
