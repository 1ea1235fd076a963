package dev.s3emulator.junit5.internal.client;

import dev.s3emulator.junit5.S3ClientFactory;
import dev.s3emulator.junit5.S3Target;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Makes the presigner of the AWS SDK for Java 2. */
public final class PresignerFactory implements S3ClientFactory<S3Presigner> {

  @Override
  public String typeName() {
    return "software.amazon.awssdk.services.s3.presigner.S3Presigner";
  }

  @Override
  public S3Presigner create(S3Target target) {
    return SdkClients.presigner(target);
  }
}
