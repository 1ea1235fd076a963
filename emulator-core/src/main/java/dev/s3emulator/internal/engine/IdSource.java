package dev.s3emulator.internal.engine;

import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.UploadId;
import dev.s3emulator.internal.domain.VersionId;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes ids from one seed: version ids, upload ids, request ids and host ids. A server with a fixed
 * seed that gets the same requests in the same order gives the same ids. Safe for use by many
 * threads.
 */
public final class IdSource {

  private static final char[] REQUEST_ID_ALPHABET =
      "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private final AtomicLong counter;

  /** Makes a source. */
  public IdSource(long seed) {
    counter = new AtomicLong(seed);
  }

  /** Returns a source that gives the ids which this one would give next. */
  IdSource copy() {
    return new IdSource(counter.get());
  }

  /** Returns a new id for the entry with this sequence number. */
  public VersionId versionId(long sequence) {
    return VersionId.issue(sequence, nextLong());
  }

  /** Returns a new id for the upload to this key with this sequence number. */
  public UploadId uploadId(ObjectKey key, long sequence) {
    return UploadId.issue(key, sequence, nextLong());
  }

  /** Returns a request id: 16 characters. */
  public String requestId() {
    char[] id = new char[16];
    long high = nextLong();
    long low = nextLong();
    for (int i = 0; i < 8; i++) {
      id[i] = REQUEST_ID_ALPHABET[(int) (high >>> (5 * i)) & 31];
      id[8 + i] = REQUEST_ID_ALPHABET[(int) (low >>> (5 * i)) & 31];
    }
    return new String(id);
  }

  /** Returns what tells log objects of one second apart: 16 hex digits. */
  public String logObjectId() {
    return String.format(Locale.ROOT, "%016X", nextLong());
  }

  /** Returns an id of the host that answers, as {@code x-amz-id-2} shows it: 76 characters. */
  public String hostId() {
    // 57 bytes give 76 characters of Base64 without padding.
    byte[] bytes = new byte[64];
    ByteBuffer words = ByteBuffer.wrap(bytes);
    while (words.hasRemaining()) {
      words.putLong(nextLong());
    }
    return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, 57));
  }

  /** SplitMix64: a counter, and a finalizer that makes neighbours look unrelated. */
  private long nextLong() {
    long z = counter.addAndGet(GOLDEN_GAMMA);
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
