package dev.s3emulator.examples.clients;

import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeletedObject;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The synchronous client of the AWS SDK for Java 2. */
record SyncClient(S3Client s3) implements SimpleClient {

  @Override
  public void put(String bucket, String key, String content) {
    s3.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromString(content));
  }

  @Override
  public List<String> list(String bucket) {
    return s3.listObjectsV2(list -> list.bucket(bucket)).contents().stream()
        .map(S3Object::key)
        .toList();
  }

  @Override
  public String get(String bucket, String key) {
    return s3.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asUtf8String();
  }

  @Override
  public void delete(String bucket, String key) {
    s3.deleteObject(delete -> delete.bucket(bucket).key(key));
  }

  @Override
  public List<String> deleteAll(String bucket, List<String> keys) {
    var objects = keys.stream().map(key -> ObjectIdentifier.builder().key(key).build()).toList();
    return s3
        .deleteObjects(request -> request.bucket(bucket).delete(delete -> delete.objects(objects)))
        .deleted()
        .stream()
        .map(DeletedObject::key)
        .toList();
  }

  @Override
  public String reason(Exception failure) {
    return failure instanceof S3Exception refused
        ? refused.awsErrorDetails().errorCode()
        : failure.getClass().getSimpleName();
  }

  @Override
  public void close() {
    s3.close();
  }
}
