package dev.s3emulator.junit5.internal.client;

import dev.s3emulator.junit5.Crt;
import dev.s3emulator.junit5.S3ClientFactory;
import dev.s3emulator.junit5.S3Target;
import java.lang.annotation.Annotation;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** Makes the asynchronous client that is based on the AWS Common Runtime. */
public final class CrtAsyncClientFactory implements S3ClientFactory<S3AsyncClient> {

  @Override
  public Optional<Class<? extends Annotation>> qualifier() {
    return Optional.of(Crt.class);
  }

  @Override
  public String typeName() {
    return "software.amazon.awssdk.services.s3.S3AsyncClient";
  }

  @Override
  public S3AsyncClient create(S3Target target) {
    return SdkClients.crt(target);
  }
}
