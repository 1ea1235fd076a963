package dev.s3emulator;

import dev.s3emulator.internal.domain.S3State;
import dev.s3emulator.internal.view.DomainState;
import dev.s3emulator.model.BucketView;
import dev.s3emulator.model.StateView;
import java.util.List;
import java.util.Optional;

/**
 * Everything that a server held at one instant: its buckets with their objects, versions and
 * settings. Made by {@link S3EmulatorServer#snapshot}. It can be looked at and restored.
 *
 * <p>A snapshot is a reference to an immutable value: it costs nothing to take, and can be restored
 * any number of times. It keeps the bytes of its objects reachable as long as it lives. Immutable
 * and safe for use by many threads.
 *
 * <p>A snapshot of one server can be restored in another. With objects in memory, the default, both
 * may change independently and the first may be closed. With another {@link Storage} or {@link
 * dev.s3emulator.store.BlobStore} the contents still lie where the first server keeps them, which
 * must stay open; a server whose storage is a folder copies them when the snapshot is restored.
 */
public final class S3Snapshot implements StateView {

  private final S3State state;
  private final StateView view;

  S3Snapshot(S3State state) {
    this.state = state;
    view = new DomainState(state);
  }

  S3State state() {
    return state;
  }

  @Override
  public List<BucketView> buckets() {
    return view.buckets();
  }

  @Override
  public Optional<BucketView> bucket(String name) {
    return view.bucket(name);
  }

  /** Returns the names of the buckets. */
  @Override
  public String toString() {
    return "S3Snapshot" + state.buckets().keySet();
  }
}
