package dev.s3emulator.examples;

import dev.s3emulator.AccessKey;
import dev.s3emulator.S3EmulatorServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** The README's test resource of Quarkus, with the settings of its S3 extension. */
public final class QuarkusS3Resource implements QuarkusTestResourceLifecycleManager {

  private S3EmulatorServer emulator;

  @Override
  public Map<String, String> start() {
    emulator = S3EmulatorServer.start().createBucket("photos");
    AccessKey key = emulator.accessKey();
    return Map.of(
        "quarkus.s3.endpoint-override", emulator.endpoint().toString(),
        "quarkus.s3.path-style-access", "true",
        "quarkus.s3.aws.region", emulator.region(),
        "quarkus.s3.aws.credentials.type", "static",
        "quarkus.s3.aws.credentials.static-provider.access-key-id", key.accessKeyId(),
        "quarkus.s3.aws.credentials.static-provider.secret-access-key", key.secretAccessKey());
  }

  @Override
  public void stop() {
    if (emulator != null) {
      emulator.close();
    }
  }

  /** Sets the fields of this type in tests. */
  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(emulator, new TestInjector.MatchesType(S3EmulatorServer.class));
  }
}
