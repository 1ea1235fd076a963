package dev.s3emulator.internal.auth;

import java.util.List;
import java.util.Optional;

/** The known access keys, as the verification of signatures sees them. Safe for many threads. */
@FunctionalInterface
public interface Credentials {

  /** Returns the key of this id as it is now. */
  Optional<Credential> find(String accessKeyId);

  /**
   * Returns all keys, or none when the registry does not tell. Only a failed verification asks: to
   * find out whether the request was signed with the secret of another key.
   */
  default List<Credential> all() {
    return List.of();
  }
}
