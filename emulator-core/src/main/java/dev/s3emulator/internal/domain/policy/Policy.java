package dev.s3emulator.internal.domain.policy;

import java.util.List;
import java.util.Optional;

/**
 * A policy, of a bucket or of a user.
 *
 * @param version the version of the language, which decided at reading whether variables are any
 * @param statements the statements; their order means nothing
 */
public record Policy(PolicyVersion version, Optional<String> id, List<Statement> statements) {

  /** Keeps a copy of the list. */
  public Policy {
    statements = List.copyOf(statements);
  }
}
