package dev.s3emulator.internal.protocol;

import dev.s3emulator.internal.domain.ObjectContent;
import dev.s3emulator.internal.domain.checksum.Checksum;
import dev.s3emulator.internal.protocol.form.FormFields;
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

  /**
   * A form whose file is already in the blob store. Its fields say who sends it.
   *
   * @param fields what stands before the file
   * @param content where the file is, and its digests
   * @param caller who signed the form
   * @param access what the caller may do
   */
  record Form(FormFields fields, ObjectContent content, Caller caller, AccessCheck access)
      implements RequestBody {}
}
