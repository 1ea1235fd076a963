package dev.s3emulator.internal.persistence;

import dev.s3emulator.internal.domain.S3State;
import dev.s3emulator.internal.domain.StateChange;
import java.util.ArrayList;
import java.util.List;

/**
 * What a folder holds, while it is read.
 *
 * @param <C> what is kept beside the state
 */
final class Contents<C extends Record> {

  private S3State state = S3State.EMPTY;
  private final List<C> companions = new ArrayList<>();

  void apply(StateChange change) {
    state = change.applyTo(state);
  }

  void add(C companion) {
    companions.add(companion);
  }

  S3State state() {
    return state;
  }

  List<C> companions() {
    return companions;
  }
}
