package dev.s3emulator.internal.persistence;

import dev.s3emulator.internal.domain.S3State;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Writes a snapshot so that it is there whole or not at all. */
final class SnapshotFile {

  private SnapshotFile() {}

  /**
   * Writes a snapshot and returns its size.
   *
   * @param isUnwanted tells when nobody waits for it any more
   */
  static <C extends Record> long write(
      StateFiles files,
      LogFormat<C> format,
      long number,
      S3State state,
      List<C> companions,
      BooleanSupplier isUnwanted)
      throws IOException {
    Path unfinished = files.unfinishedSnapshot(number);
    try {
      long size;
      try (FileChannel channel =
              FileChannel.open(
                  unfinished,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.TRUNCATE_EXISTING,
                  StandardOpenOption.WRITE);
          OutputStream target = Channels.newOutputStream(channel)) {
        Snapshot.write(format, number, state, companions, target, isUnwanted);
        channel.force(true);
        size = channel.size();
      }
      move(unfinished, files.snapshot(number));
      files.force();
      return size;
    } catch (IOException | RuntimeException failure) {
      Files.deleteIfExists(unfinished);
      throw failure;
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException unusual) {
      Files.move(from, to);
    }
  }
}
