package dev.s3emulator.internal.domain.checksum;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A digest that computes on arrays, where little-endian words can be read fastest. */
abstract class ArrayDigest implements ChecksumDigest {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int COPY_SIZE = 8192;

  @Override
  public final void update(ByteBuffer bytes) {
    if (bytes.hasArray()) {
      update(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
      bytes.position(bytes.limit());
      return;
    }
    byte[] copy = new byte[Math.min(COPY_SIZE, bytes.remaining())];
    while (bytes.hasRemaining()) {
      int length = Math.min(copy.length, bytes.remaining());
      bytes.get(copy, 0, length);
      update(copy, 0, length);
    }
  }

  abstract void update(byte[] bytes, int offset, int length);

  static long longAt(byte[] bytes, int offset) {
    return (long) LONGS.get(bytes, offset);
  }

  static int intAt(byte[] bytes, int offset) {
    return (int) INTS.get(bytes, offset);
  }
}
