package dev.s3emulator.examples.clients;

import java.util.List;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.DeletedObject;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The asynchronous client of the AWS SDK for Java 2, on Netty or on the CRT. */
record AsyncClient(S3AsyncClient s3) implements SimpleClient {

  @Override
  public void put(String bucket, String key, String content) {
    s3.putObject(put -> put.bucket(bucket).key(key), AsyncRequestBody.fromString(content)).join();
  }

  @Override
  public List<String> list(String bucket) {
    return s3.listObjectsV2(list -> list.bucket(bucket)).join().contents().stream()
        .map(S3Object::key)
        .toList();
  }

  @Override
  public String get(String bucket, String key) {
    return s3.getObject(get -> get.bucket(bucket).key(key), AsyncResponseTransformer.toBytes())
        .join()
        .asUtf8String();
  }

  @Override
  public void delete(String bucket, String key) {
    s3.deleteObject(delete -> delete.bucket(bucket).key(key)).join();
  }

  @Override
  public List<String> deleteAll(String bucket, List<String> keys) {
    var objects = keys.stream().map(key -> ObjectIdentifier.builder().key(key).build()).toList();
    return s3
        .deleteObjects(request -> request.bucket(bucket).delete(delete -> delete.objects(objects)))
        .join()
        .deleted()
        .stream()
        .map(DeletedObject::key)
        .toList();
  }

  @Override
  public String reason(Exception failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (!(cause instanceof S3Exception refused)) {
      return cause.getClass().getSimpleName();
    }
    // The CRT asks with HEAD before it reads, and the answer to that has no code.
    String code = refused.awsErrorDetails().errorCode();
    return code == null ? "status " + refused.statusCode() : code;
  }

  @Override
  public void close() {
    s3.close();
  }
}
