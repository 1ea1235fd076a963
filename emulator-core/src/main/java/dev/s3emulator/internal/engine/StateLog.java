package dev.s3emulator.internal.engine;

import dev.s3emulator.internal.domain.S3State;
import dev.s3emulator.internal.domain.StateChange;
import java.io.IOException;
import java.util.List;

/** Where changes of the state are written down, so that they outlive the process. */
public interface StateLog {

  /** The log of a state that nobody wants to find again. */
  StateLog NONE =
      new StateLog() {
        @Override
        public boolean isKept() {
          return false;
        }

        @Override
        public long append(List<StateChange> changes, S3State next) {
          return 0;
        }

        @Override
        public void awaitForced(long record) {}
      };

  /** Returns whether changes are written down at all. */
  boolean isKept();

  /**
   * Writes changes down, all or none of them. Called by one thread at a time, in the order of the
   * changes.
   *
   * @param next the state that they lead to
   * @return the number of the record, for {@link #awaitForced}
   * @throws IOException if they cannot be written; then nothing was
   */
  long append(List<StateChange> changes, S3State next) throws IOException;

  /**
   * Returns when a record is on its medium, at once if nobody asked for that. Called by many
   * threads at once.
   *
   * @throws IOException if it cannot be known whether the record is there
   */
  void awaitForced(long record) throws IOException;
}
