package dev.s3emulator.internal.persistence;

import dev.s3emulator.internal.domain.BlobPieces;
import dev.s3emulator.internal.domain.S3State;
import dev.s3emulator.internal.engine.StateContents;
import dev.s3emulator.store.BlobRef;
import dev.s3emulator.store.BlobStore;
import dev.s3emulator.store.BlobWriter;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A whole state in one file: a ZIP with each content as {@code blobs/NUMBER}, and behind them a
 * snapshot in the format of storage folders as {@code state.jsonl}.
 */
public final class SnapshotArchive {

  private static final String STATE = "state.jsonl";
  private static final String BLOBS = "blobs/";
  private static final int PIECE = 128 * 1024;

  private SnapshotArchive() {}

  /** What is kept beside the state: nothing. */
  private record Nothing() {}

  /**
   * Writes a state, in the place of a file that is there.
   *
   * @throws IOException if a content cannot be read or the file cannot be written; then it is as
   *     before
   */
  public static void write(S3State state, Path file) throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
    try {
      try (ZipOutputStream zip =
          new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(unfinished), PIECE))) {
        WritableByteChannel bytes = Channels.newChannel(zip);
        Numbers numbers = new Numbers();
        StateContents.forEachStored(state, numbers::add);
        for (Map.Entry<BlobRef, Long> blob : numbers.byBlob.entrySet()) {
          zip.putNextEntry(new ZipEntry(BLOBS + blob.getValue()));
          BlobPieces.forEach(blob.getKey(), bytes::write);
        }
        zip.putNextEntry(new ZipEntry(STATE));
        LogFormat<Nothing> format = new LogFormat<>(new Codecs(numbers), Nothing.class);
        Snapshot.write(format, 0, state, List.of(), zip, () -> false);
      }
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /**
   * Reads a state.
   *
   * @param store where its contents go
   * @throws IllegalStateException if the file is none of ours, damaged or of another version; the
   *     message is one sentence
   * @throws IOException if it cannot be read
   */
  public static S3State read(Path file, BlobStore store) throws IOException {
    Map<Long, BlobRef> blobs = new HashMap<>();
    try (ZipInputStream zip =
        new ZipInputStream(new BufferedInputStream(Files.newInputStream(file), PIECE))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(STATE)) {
          return readState(file, zip, blobs);
        }
        blobs.put(number(entry.getName(), file), store(zip, store));
      }
    } catch (ZipException | EOFException damaged) {
      throw new StorageException("The snapshot file " + file + " is damaged.", damaged);
    }
    throw new StorageException("The file " + file + " is no snapshot of a server.");
  }

  private static long number(String name, Path file) {
    if (!name.matches(BLOBS + "[0-9]{1,18}")) {
      throw new StorageException("The file " + file + " is no snapshot of a server.");
    }
    return Long.parseLong(name.substring(BLOBS.length()));
  }

  private static BlobRef store(InputStream bytes, BlobStore store) throws IOException {
    try (BlobWriter writer = store.newWriter(-1)) {
      byte[] piece = new byte[PIECE];
      for (int length = bytes.read(piece); length >= 0; length = bytes.read(piece)) {
        writer.write(ByteBuffer.wrap(piece, 0, length));
      }
      return writer.commit();
    }
  }

  private static S3State readState(Path file, InputStream bytes, Map<Long, BlobRef> blobs)
      throws IOException {
    LogFormat<Nothing> format = new LogFormat<>(new Codecs(new Found(blobs)), Nothing.class);
    Contents<Nothing> contents = new Contents<>();
    StateReader.readSnapshot(new LineReader(file + "!" + STATE, bytes), format, 0, contents);
    return contents.state();
  }

  /** Gives each content a number, in the order in which they come. */
  private static final class Numbers implements BlobTable {
    private final IdentityHashMap<BlobRef, Long> byBlob = new IdentityHashMap<>();

    void add(BlobRef blob) {
      byBlob.putIfAbsent(blob, byBlob.size() + 1L);
    }

    @Override
    public long numberOf(BlobRef blob) {
      Long number = byBlob.get(blob);
      if (number == null) {
        throw new IllegalArgumentException("The content is none of the state");
      }
      return number;
    }

    @Override
    public BlobRef find(long number, long size) {
      throw new UnsupportedOperationException();
    }
  }

  /** The contents that were in the file. */
  private record Found(Map<Long, BlobRef> blobs) implements BlobTable {
    @Override
    public long numberOf(BlobRef blob) {
      throw new UnsupportedOperationException();
    }

    @Override
    public BlobRef find(long number, long size) {
      BlobRef blob = blobs.get(number);
      if (blob == null || blob.size() != size) {
        throw new IllegalArgumentException("the content " + number + " is missing");
      }
      return blob;
    }
  }
}
