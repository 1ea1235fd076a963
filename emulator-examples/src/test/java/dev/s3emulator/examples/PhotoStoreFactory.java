package dev.s3emulator.examples;

import dev.s3emulator.junit5.S3ClientFactory;
import dev.s3emulator.junit5.S3Target;
import software.amazon.awssdk.services.s3.S3Client;

/** The README's factory; named in META-INF/services. */
public final class PhotoStoreFactory implements S3ClientFactory<PhotoStore> {

  @Override
  public String typeName() {
    return "dev.s3emulator.examples.PhotoStore";
  }

  @Override
  public PhotoStore create(S3Target target) {
    return new PhotoStore(target.client(S3Client.class), "photos");
  }
}
