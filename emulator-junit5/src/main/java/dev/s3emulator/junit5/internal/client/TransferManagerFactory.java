package dev.s3emulator.junit5.internal.client;

import dev.s3emulator.junit5.S3ClientFactory;
import dev.s3emulator.junit5.S3Target;
import software.amazon.awssdk.transfer.s3.S3TransferManager;

/** Makes the transfer manager of the AWS SDK for Java 2 with an asynchronous client of its own. */
public final class TransferManagerFactory implements S3ClientFactory<S3TransferManager> {

  @Override
  public String typeName() {
    return "software.amazon.awssdk.transfer.s3.S3TransferManager";
  }

  @Override
  public S3TransferManager create(S3Target target) {
    return SdkClients.transferManager(target, SdkClients.multipart(target));
  }
}
