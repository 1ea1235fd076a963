package dev.s3emulator.examples;

import software.amazon.awssdk.services.s3.S3Client;

/** The application's own client. */
public record PhotoStore(S3Client s3, String bucket) {

  /** Deletes a photo. */
  public void delete(String name) {
    s3.deleteObject(request -> request.bucket(bucket).key(name));
  }
}
