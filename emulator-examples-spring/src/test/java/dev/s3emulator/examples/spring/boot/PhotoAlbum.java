package dev.s3emulator.examples.spring.boot;

import java.util.List;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The code under test: it gets its client from Spring. */
@Service
class PhotoAlbum {

  private final S3Client s3;

  PhotoAlbum(S3Client s3) {
    this.s3 = s3;
  }

  /** Returns the names of all photos. */
  List<String> names() {
    return s3.listObjectsV2(request -> request.bucket("photos")).contents().stream()
        .map(S3Object::key)
        .toList();
  }

  /** Deletes a photo. */
  void delete(String name) {
    s3.deleteObject(request -> request.bucket("photos").key(name));
  }
}
