package dev.s3emulator.internal.auth.mfa;

import dev.s3emulator.internal.protocol.Caller;

/**
 * Who presents a code, and how.
 *
 * @param caller who makes the request
 * @param temporary whether its credentials are those of a session
 * @param secure whether it came over HTTPS
 */
public record Presenter(Caller caller, boolean temporary, boolean secure) {

  /** Returns the presenter's name for the journal. */
  String name() {
    return caller.isAnonymous() ? "nobody who has signed it" : caller.arn();
  }
}
