package dev.s3emulator.internal.auth.sigv4;

import java.util.stream.Stream;

/** One part of a signature in which clients go wrong. */
@FunctionalInterface
interface Alternative {

  /** Returns what a client may have done with this part, the likelier first. */
  Stream<Guess> guesses(FailedSignature failed);
}
