package dev.s3emulator.internal.auth.sigv4;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers derived keys, which serve a whole day. Safe for use by many threads. */
public final class SigningKeys {

  /** More keys, days and regions than a test has; a few hundred bytes each. */
  private static final int MOST = 256;

  private final Map<Origin, SigningKey> keys = new ConcurrentHashMap<>();

  /** Returns the key of a secret for a scope. */
  public SigningKey of(String secret, CredentialScope scope) {
    Origin origin = new Origin(secret, scope.date(), scope.region(), scope.service());
    SigningKey known = keys.get(origin);
    if (known != null) {
      return known;
    }
    SigningKey derived = SigningKey.derive(secret, scope);
    // Whoever fills it over and over gets no slower than without it.
    if (keys.size() >= MOST) {
      keys.clear();
    }
    keys.put(origin, derived);
    return derived;
  }

  private record Origin(String secret, String date, String region, String service) {}
}
