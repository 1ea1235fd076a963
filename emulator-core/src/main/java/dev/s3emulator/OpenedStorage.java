package dev.s3emulator;

import dev.s3emulator.internal.domain.S3State;
import dev.s3emulator.internal.engine.ContentAdoption;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.engine.StateLog;
import dev.s3emulator.internal.persistence.StateFolder;
import dev.s3emulator.store.BlobStore;
import dev.s3emulator.store.BlobStores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The storage that one server has opened. Safe for use by many threads. */
final class OpenedStorage implements AutoCloseable {

  private final S3Engine.Kept kept;
  private final @Nullable StateFolder<StoredUser> folder;
  private final Runnable closing;

  private OpenedStorage(
      S3Engine.Kept kept, @Nullable StateFolder<StoredUser> folder, Runnable closing) {
    this.kept = kept;
    this.folder = folder;
    this.closing = closing;
  }

  /**
   * Opens a storage.
   *
   * @param contents the user's store of contents, who closes it, or null
   * @throws IllegalStateException if it cannot be used; the message is one sentence
   */
  static OpenedStorage open(Storage storage, @Nullable BlobStore contents) {
    if (contents != null) {
      return inMemory(contents, () -> {});
    }
    if (storage.kind() == Storage.Kind.HEAP) {
      BlobStore heap = BlobStores.inMemory();
      return inMemory(heap, heap::close);
    }
    StoragePlace place = StoragePlace.of(storage);
    try {
      StateFolder<StoredUser> folder =
          StateFolder.open(place.folder(), storage.isDurable(), StoredUser.class);
      return new OpenedStorage(
          new S3Engine.Kept(folder.state(), folder.blobs(), folder),
          folder,
          () -> {
            folder.close();
            place.close();
          });
    } catch (RuntimeException | Error refused) {
      place.close();
      throw refused;
    }
  }

  private static OpenedStorage inMemory(BlobStore contents, Runnable closing) {
    return new OpenedStorage(
        new S3Engine.Kept(S3State.EMPTY, contents, StateLog.NONE), null, closing);
  }

  /** Returns what an engine needs. */
  S3Engine.Kept kept() {
    return kept;
  }

  /** Returns the names of the buckets that were there. */
  Set<String> buckets() {
    return kept.state().buckets().keySet();
  }

  /** Returns the users that were there, in the order in which they were added. */
  List<User> users() {
    return folder == null
        ? List.of()
        : folder.companions().stream().map(StoredUser::toUser).toList();
  }

  /** Returns what had to be dropped, in one sentence. */
  Optional<String> notice() {
    return folder == null ? Optional.empty() : folder.notice();
  }

  /**
   * Keeps a user for the next server.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  void keep(User user) {
    if (folder == null) {
      return;
    }
    try {
      folder.append(StoredUser.of(user));
    } catch (IOException failure) {
      throw new UncheckedIOException(
          "The user \"" + user.name() + "\" cannot be written to the storage", failure);
    }
  }

  /**
   * Returns a state of another server as one whose contents are here.
   *
   * @throws UncheckedIOException if a content cannot be copied
   */
  S3State adopt(S3State state) {
    if (folder == null) {
      return state;
    }
    try {
      return new ContentAdoption(folder.blobs(), folder.blobs()::holds).adopt(state);
    } catch (IOException failure) {
      throw new UncheckedIOException("The contents of the snapshot cannot be copied", failure);
    }
  }

  @Override
  public void close() {
    closing.run();
  }
}
