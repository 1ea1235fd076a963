package dev.s3emulator.internal.testing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** A file of {@link FaultyFiles}, which may refuse. */
final class FaultyChannel extends FileChannel {
  private final FaultyFiles files;
  private final FileChannel real;

  FaultyChannel(FaultyFiles files, FileChannel real) {
    this.files = files;
    this.real = real;
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    int wanted = source.remaining();
    int room = files.take(wanted);
    int half = room / 2;
    append(source.slice(source.position(), half));
    append(source.slice(source.position() + half, room - half));
    source.position(source.position() + room);
    if (room < wanted && room == 0) {
      throw new IOException("No space left on device");
    }
    return room;
  }

  private void append(ByteBuffer bytes) throws IOException {
    files.change(
        () -> {
          while (bytes.hasRemaining()) {
            real.write(bytes);
          }
          return bytes;
        });
  }

  @Override
  public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
    long count = 0;
    for (int i = offset; i < offset + length; i++) {
      count += write(sources[i]);
    }
    return count;
  }

  @Override
  public int write(ByteBuffer source, long position) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void force(boolean metadata) throws IOException {
    if (!files.forces()) {
      throw new IOException("Input/output error");
    }
    real.force(metadata);
  }

  @Override
  public FileChannel truncate(long size) throws IOException {
    if (!files.truncates()) {
      throw new IOException("Input/output error");
    }
    return files.change(
        () -> {
          real.truncate(size);
          return this;
        });
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    return real.read(target);
  }

  @Override
  public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
    return real.read(targets, offset, length);
  }

  @Override
  public int read(ByteBuffer target, long position) throws IOException {
    return real.read(target, position);
  }

  @Override
  public long position() throws IOException {
    return real.position();
  }

  @Override
  public FileChannel position(long position) throws IOException {
    real.position(position);
    return this;
  }

  @Override
  public long size() throws IOException {
    return real.size();
  }

  @Override
  public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
    return real.transferTo(position, count, target);
  }

  @Override
  public long transferFrom(ReadableByteChannel source, long position, long count)
      throws IOException {
    return real.transferFrom(source, position, count);
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long position, long size) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileLock lock(long position, long size, boolean shared) throws IOException {
    return real.lock(position, size, shared);
  }

  @Override
  public FileLock tryLock(long position, long size, boolean shared) throws IOException {
    return real.tryLock(position, size, shared);
  }

  @Override
  protected void implCloseChannel() throws IOException {
    real.close();
  }
}
