package dev.s3emulator.junit5;

import java.net.URI;

/** What a user writes to have {@link PhotoStore} injected. */
public final class PhotoStoreFactory implements S3ClientFactory<PhotoStore> {

  @Override
  public String typeName() {
    return "dev.s3emulator.junit5.PhotoStore";
  }

  @Override
  public PhotoStore create(S3Target target) {
    return new PhotoStore(target.client(URI.class));
  }
}
