package dev.s3emulator.junit5.internal.client;

import dev.s3emulator.junit5.S3ClientFactory;
import dev.s3emulator.junit5.S3Target;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/**
 * Makes the asynchronous client of the AWS SDK for Java 2: the SDK's own, or that of the Common
 * Runtime if there is no asynchronous HTTP client for the former.
 */
public final class AsyncClientFactory implements S3ClientFactory<S3AsyncClient> {

  @Override
  public String typeName() {
    return "software.amazon.awssdk.services.s3.S3AsyncClient";
  }

  @Override
  public S3AsyncClient create(S3Target target) {
    return SdkClients.async(target);
  }
}
