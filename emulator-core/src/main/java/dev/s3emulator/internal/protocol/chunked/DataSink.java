package dev.s3emulator.internal.protocol.chunked;

import java.nio.ByteBuffer;

/** Takes the decoded data of an aws-chunked body. */
@FunctionalInterface
public interface DataSink {
  /**
   * Takes the next bytes of the data.
   *
   * @param slice never empty; shares the memory of the decoder's input and is valid only during the
   *     call, which may consume it
   */
  void data(ByteBuffer slice);
}
