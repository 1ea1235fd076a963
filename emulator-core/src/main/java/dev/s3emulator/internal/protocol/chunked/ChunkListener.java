package dev.s3emulator.internal.protocol.chunked;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Learns where chunks begin and end, for the verification of their signatures. The data of a chunk
 * goes to the {@link DataSink} between its two calls.
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
