package dev.s3emulator.junit5.internal.client;

import dev.s3emulator.junit5.S3ClientFactory;
import dev.s3emulator.junit5.S3Target;
import software.amazon.awssdk.services.s3.S3Client;

/** Makes the synchronous client of the AWS SDK for Java 2. */
public final class SyncClientFactory implements S3ClientFactory<S3Client> {

  @Override
  public String typeName() {
    return "software.amazon.awssdk.services.s3.S3Client";
  }

  @Override
  public S3Client create(S3Target target) {
    return SdkClients.sync(target);
  }
}
