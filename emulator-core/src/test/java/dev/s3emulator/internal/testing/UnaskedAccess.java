package dev.s3emulator.internal.testing;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.MfaToken;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.SecondFactor;
import dev.s3emulator.internal.protocol.AccessCheck;
import dev.s3emulator.internal.protocol.NeededAction;
import java.util.Optional;

/** Fails when it is asked; a test overrides what its subject may ask. */
public class UnaskedAccess implements AccessCheck {

  @Override
  public void require(
      NeededAction action, Bucket bucket, ObjectKey key, Optional<String> versionId) {
    throw new AssertionError(action);
  }

  @Override
  public void requireOnNewBucket(NeededAction action) {
    throw new AssertionError(action);
  }

  @Override
  public AccessCheck withHeader(String name, String value) {
    throw new AssertionError(name);
  }

  @Override
  public S3Exception discreetly(S3Exception refusal, Bucket bucket) {
    throw new AssertionError(refusal);
  }

  @Override
  public SecondFactor secondFactor(MfaToken token, Bucket bucket) {
    throw new AssertionError(token);
  }

  @Override
  public Optional<Owner> accountByEmail(String address) {
    throw new AssertionError(address);
  }
}
