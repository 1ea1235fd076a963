package dev.s3emulator.internal.protocol;

import dev.s3emulator.store.BlobRef;

/** The body of an answer. */
public sealed interface ResponseBody {

  /** Returns the number of bytes. */
  long length();

  /** No body. */
  record None() implements ResponseBody {
    /** The one instance. */
    public static final None INSTANCE = new None();

    @Override
    public long length() {
      return 0;
    }
  }

  /** Bytes in memory, such as an XML document. */
  record Bytes(byte[] bytes) implements ResponseBody {
    @Override
    public long length() {
      return bytes.length;
    }
  }

  /** A range of a blob. */
  record Content(BlobRef blob, long position, long length) implements ResponseBody {}
}
