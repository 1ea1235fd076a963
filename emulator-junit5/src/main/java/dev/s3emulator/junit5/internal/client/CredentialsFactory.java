package dev.s3emulator.junit5.internal.client;

import dev.s3emulator.junit5.S3ClientFactory;
import dev.s3emulator.junit5.S3Target;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Makes credentials of the AWS SDK for Java 2 from the key of the target. */
public final class CredentialsFactory implements S3ClientFactory<AwsCredentialsProvider> {

  @Override
  public String typeName() {
    return "software.amazon.awssdk.auth.credentials.AwsCredentialsProvider";
  }

  @Override
  public AwsCredentialsProvider create(S3Target target) {
    return SdkClients.credentials(target);
  }
}
