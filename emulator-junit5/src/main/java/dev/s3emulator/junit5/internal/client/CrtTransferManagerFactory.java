package dev.s3emulator.junit5.internal.client;

import dev.s3emulator.junit5.Crt;
import dev.s3emulator.junit5.S3ClientFactory;
import dev.s3emulator.junit5.S3Target;
import java.lang.annotation.Annotation;
import java.util.Optional;
import software.amazon.awssdk.transfer.s3.S3TransferManager;

/** Makes the transfer manager that is based on the AWS Common Runtime. */
public final class CrtTransferManagerFactory implements S3ClientFactory<S3TransferManager> {

  @Override
  public Optional<Class<? extends Annotation>> qualifier() {
    return Optional.of(Crt.class);
  }

  @Override
  public String typeName() {
    return "software.amazon.awssdk.transfer.s3.S3TransferManager";
  }

  @Override
  public S3TransferManager create(S3Target target) {
    return SdkClients.transferManager(target, SdkClients.crt(target));
  }
}
