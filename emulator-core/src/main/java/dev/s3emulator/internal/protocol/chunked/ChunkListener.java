package dev.s3emulator.internal.protocol.chunked;

import java.nio.ByteBuffer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Learns where chunks begin and end and sees their data, for the verification of their signatures.
 */
public interface ChunkListener {
  /** Ignores everything. */
  ChunkListener NONE = new ChunkListener() {};

  /**
   * Begins a chunk.
   *
   * @param index from 1
   * @param size number of bytes; 0 for the final chunk, which is signed like the others
   * @param signature as sent; null in the unsigned form
   */
  default void chunkStarted(int index, long size, @Nullable String signature) {}

  /**
   * Shows the next bytes of the chunk, before they go to the {@link DataSink}.
   *
   * @param slice never empty; valid only during the call, which may consume it
   */
  default void chunkData(ByteBuffer slice) {}

  /** Ends a chunk: all its data went to the sink. The line break after it may be yet to come. */
  default void chunkEnded(int index) {}

  /**
   * Ends the trailer section of a form that has one.
   *
   * @param trailers values by lower-case name, in the order sent, without the signature
   * @param signature as sent; null in the unsigned form
   */
  default void trailersEnded(Map<String, String> trailers, @Nullable String signature) {}
}
