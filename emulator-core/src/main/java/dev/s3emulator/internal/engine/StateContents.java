package dev.s3emulator.internal.engine;

import dev.s3emulator.internal.domain.BlobSlice;
import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.ObjectVersion;
import dev.s3emulator.internal.domain.Part;
import dev.s3emulator.internal.domain.PartedBlob;
import dev.s3emulator.internal.domain.S3State;
import dev.s3emulator.internal.domain.Upload;
import dev.s3emulator.internal.domain.VersionEntry;
import dev.s3emulator.internal.domain.VersionStack;
import dev.s3emulator.store.BlobRef;
import java.util.function.Consumer;
import org.pcollections.TreePMap;

/** Walks over all contents of a state. */
public final class StateContents {

  private StateContents() {}

  /**
   * Hands over every blob that a store holds: of versions and of parts, of contents that are made
   * of others only these. One that several contents share comes several times.
   */
  public static void forEachStored(S3State state, Consumer<BlobRef> stored) {
    for (Bucket bucket : state.buckets().values()) {
      for (VersionStack stack : bucket.objects().values()) {
        for (VersionEntry entry : stack.newestFirst()) {
          if (entry instanceof ObjectVersion version) {
            stored(version.content().blob(), stored);
          }
        }
      }
      for (TreePMap<Long, Upload> ofKey : bucket.uploads().open().values()) {
        for (Upload upload : ofKey.values()) {
          upload.parts().values().forEach(part -> stored(part.content().blob(), stored));
        }
      }
    }
  }

  private static void stored(BlobRef blob, Consumer<BlobRef> stored) {
    if (blob instanceof PartedBlob parted) {
      for (Part part : parted.parts()) {
        stored(part.content().blob(), stored);
      }
    } else if (blob instanceof BlobSlice slice) {
      stored(slice.whole(), stored);
    } else {
      stored.accept(blob);
    }
  }
}
