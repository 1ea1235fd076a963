package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.configuration.IdentifiedConfigurations;
import dev.s3emulator.internal.protocol.S3Request;
import java.util.regex.Pattern;

/** The {@code id} parameter of the configurations of which a bucket may have many. */
final class ConfigurationId {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private ConfigurationId() {}

  /**
   * Returns the id that a request names.
   *
   * @throws S3Exception InvalidArgument if it is empty, too long or holds other characters than
   *     letters, digits, dots, dashes and underscores; S3's own words are not known
   */
  static String of(S3Request request) {
    String id = request.parameter("id");
    if (id == null || !FORM.matcher(id).matches()) {
      throw S3Exception.invalidArgument(
          "Invalid configuration id specified", "id", id == null ? "" : id);
    }
    return id;
  }

  /** Returns all such configurations of a bucket. */
  static IdentifiedConfigurations all(Bucket bucket) {
    return bucket
        .settings()
        .configuration(IdentifiedConfigurations.class)
        .orElse(IdentifiedConfigurations.NONE);
  }
}
