package dev.s3emulator.internal.operation.bucket;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.BucketSettings;
import dev.s3emulator.internal.domain.BucketSettings.MfaDelete;
import dev.s3emulator.internal.domain.Change;
import dev.s3emulator.internal.domain.MfaDeleteRule;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.SecondFactor;
import dev.s3emulator.internal.domain.VersioningState;
import dev.s3emulator.internal.domain.configuration.LifecycleConfiguration;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.MfaHeader;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.BodyRule;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;
import dev.s3emulator.internal.xml.XmlElement;
import dev.s3emulator.internal.xml.XmlReader;
import java.util.Optional;

/**
 * {@code PUT /bucket?versioning}: turns versioning on, or suspends it, also where it was never on;
 * with {@code x-amz-mfa} it turns MFA Delete on and off.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketVersioning.html">AWS</a>
 */
final class PutBucketVersioning implements Operation {

  static final Route ROUTE =
      Route.bucket("PUT", "PutBucketVersioning").query("versioning").body(BodyRule.document(1024));

  private final S3Engine engine;

  PutBucketVersioning(S3Engine engine) {
    this.engine = engine;
  }

  @Override
  public Route route() {
    return ROUTE;
  }

  @Override
  public void checkHead(S3Request request) {
    MfaHeader.check(request);
  }

  @Override
  public S3Response handle(S3Request request) {
    Configuration wanted = request.readDocument(Configuration::read);
    engine.changeBucket(
        request.bucketName(), bucket -> new Change<>(configure(request, bucket, wanted), wanted));
    return S3Response.ok().build();
  }

  private static Bucket configure(S3Request request, Bucket bucket, Configuration wanted) {
    BucketSettings settings = bucket.settings();
    requireSecondFactor(request, bucket, wanted.enablesMfaDelete());
    MfaDeleteRule.requireNoLifecycle(
        wanted.enablesMfaDelete()
            && settings.configuration(LifecycleConfiguration.class).isPresent());
    if (settings.objectLockEnabled() && wanted.status() != VersioningState.ENABLED) {
      throw S3Exception.of(
          S3Error.INVALID_BUCKET_STATE,
          "An Object Lock configuration is present on this bucket, so the versioning state cannot"
              + " be changed.");
    }
    BucketSettings changed = settings.withVersioning(wanted.status());
    return bucket.with(wanted.mfaDelete().map(changed::withMfaDelete).orElse(changed));
  }

  /** A code that nothing asks for is not looked at (delete-semantics 5). */
  private static void requireSecondFactor(S3Request request, Bucket bucket, boolean enables) {
    SecondFactor secondFactor =
        enables || MfaDeleteRule.isOn(bucket.settings())
            ? MfaHeader.judge(request, bucket)
            : SecondFactor.ABSENT;
    MfaDeleteRule.requireForVersioning(bucket.settings(), enables, secondFactor);
  }

  /** The {@code <VersioningConfiguration>} document. */
  private record Configuration(VersioningState status, Optional<MfaDelete> mfaDelete) {

    static Configuration read(byte[] bytes) {
      if (bytes.length == 0) {
        throw S3Exception.of(S3Error.MISSING_REQUEST_BODY);
      }
      XmlElement root =
          XmlReader.read(bytes)
              .requireName("VersioningConfiguration")
              .requireOnly("Status", "MfaDelete");
      Optional<MfaDelete> mfaDelete = root.optionalText("MfaDelete").map(Configuration::mfaDelete);
      VersioningState status =
          root.optionalText("Status")
              .map(Configuration::status)
              .orElseThrow(() -> S3Exception.of(S3Error.ILLEGAL_VERSIONING_CONFIGURATION));
      return new Configuration(status, mfaDelete);
    }

    boolean enablesMfaDelete() {
      return mfaDelete.filter(state -> state == MfaDelete.ENABLED).isPresent();
    }

    private static VersioningState status(String text) {
      return switch (text) {
        case "Enabled" -> VersioningState.ENABLED;
        case "Suspended" -> VersioningState.SUSPENDED;
        default -> throw S3Exception.malformedXml();
      };
    }

    private static MfaDelete mfaDelete(String text) {
      return switch (text) {
        case "Disabled" -> MfaDelete.DISABLED;
        case "Enabled" -> MfaDelete.ENABLED;
        default -> throw S3Exception.malformedXml();
      };
    }
  }
}
