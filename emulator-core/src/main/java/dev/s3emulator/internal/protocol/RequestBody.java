package dev.s3emulator.internal.protocol;

import dev.s3emulator.internal.domain.ObjectContent;
import dev.s3emulator.internal.domain.checksum.Checksum;
import java.util.Optional;

/** The body of a request as a handler gets it: complete and decoded. */
public sealed interface RequestBody {

  /** The operation takes no body. */
  record None() implements RequestBody {
    /** The one instance. */
    public static final None INSTANCE = new None();
  }

  /**
   * A bounded document in memory, complete but not yet compared with its digests: S3 reports a
   * violation of the schema before a wrong digest.
   *
   * @param bytes the document, possibly empty
   * @param digestCheck throws when the document is not what its digests say
   */
  record Document(byte[] bytes, Runnable digestCheck) implements RequestBody {}

  /**
   * An upload that is already in the blob store.
   *
   * @param content where it is, and its digests
   * @param sentChecksum the checksum that the client sent, which need not be the one that is kept
   */
  record Staged(ObjectContent content, Optional<Checksum> sentChecksum) implements RequestBody {}
}
