package dev.s3emulator.internal.pipeline;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.MfaToken;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.SecondFactor;
import dev.s3emulator.internal.protocol.AccessCheck;
import dev.s3emulator.internal.protocol.NeededAction;
import java.util.Optional;

/** Stands for the caller's permissions before it is known who calls. Nobody may ask it. */
final class UnidentifiedAccess implements AccessCheck {

  @Override
  public void require(
      NeededAction action, Bucket bucket, ObjectKey key, Optional<String> versionId) {
    throw tooEarly();
  }

  @Override
  public void requireOnNewBucket(NeededAction action) {
    throw tooEarly();
  }

  @Override
  public AccessCheck withHeader(String name, String value) {
    throw tooEarly();
  }

  @Override
  public S3Exception discreetly(S3Exception refusal, Bucket bucket) {
    throw tooEarly();
  }

  @Override
  public SecondFactor secondFactor(MfaToken token, Bucket bucket) {
    throw tooEarly();
  }

  @Override
  public Optional<Owner> accountByEmail(String address) {
    throw tooEarly();
  }

  private static IllegalStateException tooEarly() {
    return new IllegalStateException("Access is asked for before the caller is known");
  }
}
