package dev.s3emulator.internal.engine;

import dev.s3emulator.internal.domain.BlobPieces;
import dev.s3emulator.internal.domain.BlobSlice;
import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.ObjectContent;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.ObjectVersion;
import dev.s3emulator.internal.domain.Part;
import dev.s3emulator.internal.domain.PartedBlob;
import dev.s3emulator.internal.domain.S3State;
import dev.s3emulator.internal.domain.Upload;
import dev.s3emulator.internal.domain.Uploads;
import dev.s3emulator.internal.domain.VersionEntry;
import dev.s3emulator.internal.domain.VersionStack;
import dev.s3emulator.store.BlobRef;
import dev.s3emulator.store.BlobStore;
import dev.s3emulator.store.BlobWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.pcollections.TreePMap;

/**
 * Copies the contents of another server's state into a store, each once, and makes of the state one
 * that refers to the copies. What is in the store already stays as it is. Used by one thread.
 */
public final class ContentAdoption {

  private final BlobStore store;
  private final Predicate<BlobRef> isOwn;
  private final IdentityHashMap<BlobRef, BlobRef> copies = new IdentityHashMap<>();

  /**
   * Makes an adoption.
   *
   * @param isOwn whether a blob is in the store already
   */
  public ContentAdoption(BlobStore store, Predicate<BlobRef> isOwn) {
    this.store = store;
    this.isOwn = isOwn;
  }

  /**
   * Returns the state with all contents in the store.
   *
   * @throws IOException if a content cannot be read or kept
   */
  public S3State adopt(S3State state) throws IOException {
    S3State adopted = state;
    for (Bucket bucket : state.buckets().values()) {
      TreePMap<ObjectKey, VersionStack> objects = objects(bucket.objects());
      Uploads uploads = uploads(bucket.uploads());
      if (differ(objects, bucket.objects()) || differ(uploads, bucket.uploads())) {
        adopted =
            adopted.with(new Bucket(bucket.settings(), objects, uploads, bucket.lastSequence()));
      }
    }
    return adopted;
  }

  private TreePMap<ObjectKey, VersionStack> objects(TreePMap<ObjectKey, VersionStack> objects)
      throws IOException {
    TreePMap<ObjectKey, VersionStack> adopted = objects;
    for (Map.Entry<ObjectKey, VersionStack> stack : objects.entrySet()) {
      VersionStack next = stack.getValue();
      for (VersionEntry entry : stack.getValue().newestFirst()) {
        if (entry instanceof ObjectVersion version) {
          ObjectContent content = content(version.content());
          next = differ(content, version.content()) ? next.replace(version.with(content)) : next;
        }
      }
      adopted = differ(next, stack.getValue()) ? adopted.plus(stack.getKey(), next) : adopted;
    }
    return adopted;
  }

  private Uploads uploads(Uploads uploads) throws IOException {
    Uploads adopted = uploads;
    for (TreePMap<Long, Upload> ofKey : uploads.open().values()) {
      for (Upload upload : ofKey.values()) {
        Upload next = upload;
        for (Part part : upload.parts().values()) {
          Part other = part(part);
          next = differ(other, part) ? next.with(other) : next;
        }
        adopted = differ(next, upload) ? adopted.with(next) : adopted;
      }
    }
    return adopted;
  }

  private Part part(Part part) throws IOException {
    ObjectContent content = content(part.content());
    return differ(content, part.content())
        ? new Part(part.number(), part.lastModified(), content)
        : part;
  }

  private ObjectContent content(ObjectContent content) throws IOException {
    BlobRef blob = blob(content.blob());
    return differ(blob, content.blob())
        ? ObjectContent.of(blob, content.eTag(), content.checksum())
        : content;
  }

  private BlobRef blob(BlobRef blob) throws IOException {
    BlobRef known = copies.get(blob);
    if (known == null) {
      known = copyOf(blob);
      copies.put(blob, known);
    }
    return known;
  }

  private BlobRef copyOf(BlobRef blob) throws IOException {
    if (blob instanceof PartedBlob parted) {
      List<Part> parts = new ArrayList<>();
      boolean changed = false;
      for (Part part : parted.parts()) {
        parts.add(part(part));
        changed |= differ(parts.get(parts.size() - 1), part);
      }
      return changed ? new PartedBlob(parts) : parted;
    }
    if (blob instanceof BlobSlice slice) {
      BlobRef whole = blob(slice.whole());
      return differ(whole, slice.whole())
          ? new BlobSlice(whole, slice.start(), slice.size())
          : slice;
    }
    return isOwn.test(blob) ? blob : copy(blob);
  }

  private BlobRef copy(BlobRef blob) throws IOException {
    try (BlobWriter writer = store.newWriter(blob.size())) {
      BlobPieces.forEach(blob, writer::write);
      return writer.commit();
    }
  }

  /** What was not copied is the same instance. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean differ(Object one, Object other) {
    return one != other;
  }
}
