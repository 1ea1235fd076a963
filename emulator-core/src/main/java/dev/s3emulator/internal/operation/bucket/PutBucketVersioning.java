package dev.s3emulator.internal.operation.bucket;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.BucketSettings;
import dev.s3emulator.internal.domain.BucketSettings.MfaDelete;
import dev.s3emulator.internal.domain.Change;
import dev.s3emulator.internal.domain.MfaToken;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.VersioningState;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.BodyRule;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;
import dev.s3emulator.internal.xml.XmlElement;
import dev.s3emulator.internal.xml.XmlReader;
import java.util.Optional;

/**
 * {@code PUT /bucket?versioning}: turns versioning on, or suspends it, also where it was never on.
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
    // A token in order means nothing as long as no bucket has MFA Delete.
    request.headerValue(S3Headers.MFA).ifPresent(MfaToken::parse);
  }

  @Override
  public S3Response handle(S3Request request) {
    Configuration wanted = request.readDocument(Configuration::read);
    engine.changeBucket(
        request.bucketName(), bucket -> new Change<>(configure(bucket, wanted), wanted));
    return S3Response.ok().build();
  }

  private static Bucket configure(Bucket bucket, Configuration wanted) {
    BucketSettings settings = bucket.settings();
    if (settings.objectLockEnabled() && wanted.status() != VersioningState.ENABLED) {
      throw S3Exception.of(
          S3Error.INVALID_BUCKET_STATE,
          "An Object Lock configuration is present on this bucket, so the versioning state cannot"
              + " be changed.");
    }
    BucketSettings changed = settings.withVersioning(wanted.status());
    return bucket.with(wanted.mfaDelete().map(changed::withMfaDelete).orElse(changed));
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
        case "Enabled" -> throw S3Exception.notEmulated("MFA Delete");
        default -> throw S3Exception.malformedXml();
      };
    }
  }
}
