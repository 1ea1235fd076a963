package dev.s3emulator;

import dev.s3emulator.internal.auth.mfa.TokenDevice;
import java.util.List;

/**
 * A user as a storage keeps it, with all secrets. The names are part of the storage's format.
 *
 * @param mfaDevices the devices with their seeds or codes
 */
record StoredUser(
    String name,
    AccessKey accessKey,
    String accountId,
    String canonicalId,
    String displayName,
    String email,
    boolean isRoot,
    List<TokenDevice> mfaDevices,
    List<String> policies) {

  static StoredUser of(User user) {
    return new StoredUser(
        user.name(),
        user.accessKey(),
        user.accountId(),
        user.canonicalId(),
        user.displayName(),
        user.email(),
        user.isRoot(),
        user.tokenDevices(),
        user.policies());
  }

  User toUser() {
    return new User(
        name,
        accessKey,
        accountId,
        canonicalId,
        displayName,
        email,
        isRoot,
        mfaDevices.stream().map(MfaDevice::from).toList(),
        policies);
  }

  /** Returns the name: whoever prints this should not read secrets. */
  @Override
  public String toString() {
    return "StoredUser[" + name + "]";
  }
}
