package dev.s3emulator.internal.operation.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.ObjectVersion;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.VersioningState;
import dev.s3emulator.internal.protocol.Caller;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.protocol.QueryParameters;
import dev.s3emulator.internal.protocol.RequestBody;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.protocol.RequestTarget;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.Stacks;
import dev.s3emulator.internal.testing.UnaskedAccess;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who sees locks in the headers of GetObject and HeadObject. */
class LockEchoTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          s3:GetObject                                                | -
          s3:GetObjectRetention                                       | GOVERNANCE+60
          s3:GetObjectLegalHold                                       | ON
          s3:GetObjectRetention,s3:GetObjectLegalHold                 | GOVERNANCE+60 ON
          """)
  void lockIsShownToWhoMayAskForIt(String allowed, String shown) {
    Bucket bucket =
        Stacks.locked(
            Stacks.with(Stacks.bucket(VersioningState.ENABLED, true), Stacks.KEY, "v1:object"),
            "v1",
            Stacks.lock("GOVERNANCE+60 ON", InProcessS3.NOW));
    ObjectVersion version = (ObjectVersion) bucket.current(Stacks.KEY).orElseThrow();

    assertThat(LockEcho.visible(request(List.of(allowed.split(","))), bucket, version))
        .isEqualTo(Stacks.lock(shown, InProcessS3.NOW));
  }

  private static S3Request request(List<String> allowed) {
    return new S3Request(
        "id",
        new RequestHead("GET", "/bucket/k", "", Headers.EMPTY, false, "127.0.0.1"),
        new RequestTarget("bucket", Stacks.KEY),
        QueryParameters.parse(""),
        Caller.root(Owner.DEFAULT),
        new OnlyAllowed(allowed),
        RequestBody.None.INSTANCE);
  }

  /** Allows some actions. */
  private static final class OnlyAllowed extends UnaskedAccess {
    private final List<String> actions;

    OnlyAllowed(List<String> actions) {
      this.actions = actions;
    }

    @Override
    public void require(String action, Bucket bucket, ObjectKey key, Optional<String> versionId) {
      if (!actions.contains(action)) {
        throw S3Exception.of(S3Error.ACCESS_DENIED);
      }
    }
  }
}
