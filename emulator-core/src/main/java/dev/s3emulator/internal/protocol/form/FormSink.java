package dev.s3emulator.internal.protocol.form;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Gets what a form holds, as it arrives. Used by one thread at a time. */
public interface FormSink {

  /** Gets all fields that count, just before the file. Called once at most. */
  void begin(FormFields fields) throws IOException;

  /** Gets the next bytes of the file; they must be read at once. */
  void file(ByteBuffer bytes) throws IOException;
}
