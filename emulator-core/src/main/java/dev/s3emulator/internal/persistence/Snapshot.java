package dev.s3emulator.internal.persistence;

import dev.s3emulator.internal.domain.S3State;
import dev.s3emulator.internal.domain.StateChange;
import dev.s3emulator.internal.engine.StateDifference;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Writes a whole state as lines. Used by one thread.
 *
 * @param <C> what is kept beside the state
 */
final class Snapshot<C extends Record> {

  private static final int PIECE = 256 * 1024;

  private final LogFormat<C> format;
  private final OutputStream target;
  private final BooleanSupplier isUnwanted;
  private final ByteArrayOutputStream gathered = new ByteArrayOutputStream(PIECE + 4096);
  private long lines;

  private Snapshot(LogFormat<C> format, OutputStream target, BooleanSupplier isUnwanted) {
    this.format = format;
    this.target = target;
    this.isUnwanted = isUnwanted;
  }

  /**
   * Writes a state.
   *
   * @param isUnwanted tells when nobody waits for it any more
   * @throws InterruptedIOException if nobody does
   */
  static <C extends Record> void write(
      LogFormat<C> format,
      long number,
      S3State state,
      List<C> companions,
      OutputStream target,
      BooleanSupplier isUnwanted)
      throws IOException {
    Snapshot<C> snapshot = new Snapshot<>(format, target, isUnwanted);
    snapshot.add(LogFormat.header(StateFiles.SNAPSHOT, number));
    for (C companion : companions) {
      snapshot.add(format.text(companion));
    }
    try {
      StateDifference.find(S3State.EMPTY, state, snapshot::add);
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
    snapshot.add(LogFormat.end(snapshot.lines));
    snapshot.flush();
  }

  private void add(StateChange change) {
    try {
      add(format.text(change));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void add(String json) throws IOException {
    Lines.append(gathered, json, true);
    lines++;
    if (gathered.size() >= PIECE) {
      flush();
    }
  }

  private void flush() throws IOException {
    if (isUnwanted.getAsBoolean()) {
      throw new InterruptedIOException("The snapshot is not wanted any more");
    }
    gathered.writeTo(target);
    gathered.reset();
  }
}
