package dev.s3emulator.examples.clients;

import com.amazonaws.services.s3.AmazonS3;
import com.amazonaws.services.s3.model.AmazonS3Exception;
import com.amazonaws.services.s3.model.DeleteObjectsRequest;
import com.amazonaws.services.s3.model.DeleteObjectsResult.DeletedObject;
import com.amazonaws.services.s3.model.S3ObjectSummary;
import java.util.List;

/** The client of the AWS SDK for Java 1. */
record FirstSdkClient(AmazonS3 s3) implements SimpleClient {

  @Override
  public void put(String bucket, String key, String content) {
    s3.putObject(bucket, key, content);
  }

  @Override
  public List<String> list(String bucket) {
    return s3.listObjectsV2(bucket).getObjectSummaries().stream()
        .map(S3ObjectSummary::getKey)
        .toList();
  }

  @Override
  public String get(String bucket, String key) {
    return s3.getObjectAsString(bucket, key);
  }

  @Override
  public void delete(String bucket, String key) {
    s3.deleteObject(bucket, key);
  }

  @Override
  public List<String> deleteAll(String bucket, List<String> keys) {
    return s3
        .deleteObjects(new DeleteObjectsRequest(bucket).withKeys(keys.toArray(String[]::new)))
        .getDeletedObjects()
        .stream()
        .map(DeletedObject::getKey)
        .toList();
  }

  @Override
  public String reason(Exception failure) {
    return failure instanceof AmazonS3Exception refused
        ? refused.getErrorCode()
        : failure.getClass().getSimpleName();
  }

  @Override
  public void close() {
    s3.shutdown();
  }
}
