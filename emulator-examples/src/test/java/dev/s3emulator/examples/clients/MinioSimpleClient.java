package dev.s3emulator.examples.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.RemoveObjectsArgs;
import io.minio.Result;
import io.minio.errors.ErrorResponseException;
import io.minio.messages.DeleteObject;
import io.minio.messages.Item;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** The client of MinIO. */
record MinioSimpleClient(MinioClient minio) implements SimpleClient {

  @Override
  public void put(String bucket, String key, String content) throws Exception {
    byte[] bytes = content.getBytes(UTF_8);
    minio.putObject(
        PutObjectArgs.builder().bucket(bucket).object(key).stream(
                new ByteArrayInputStream(bytes), bytes.length, -1)
            .build());
  }

  @Override
  public List<String> list(String bucket) throws Exception {
    List<String> keys = new ArrayList<>();
    for (Result<Item> item :
        minio.listObjects(ListObjectsArgs.builder().bucket(bucket).recursive(true).build())) {
      keys.add(item.get().objectName());
    }
    return keys;
  }

  @Override
  public String get(String bucket, String key) throws Exception {
    try (InputStream body =
        minio.getObject(GetObjectArgs.builder().bucket(bucket).object(key).build())) {
      return new String(body.readAllBytes(), UTF_8);
    }
  }

  @Override
  public void delete(String bucket, String key) throws Exception {
    minio.removeObject(RemoveObjectArgs.builder().bucket(bucket).object(key).build());
  }

  /** MinIO's client asks for a quiet answer: what did not fail was deleted. */
  @Override
  public List<String> deleteAll(String bucket, List<String> keys) throws Exception {
    var objects = keys.stream().map(DeleteObject::new).toList();
    List<String> deleted = new ArrayList<>(keys);
    for (var error :
        minio.removeObjects(RemoveObjectsArgs.builder().bucket(bucket).objects(objects).build())) {
      deleted.remove(error.get().objectName());
    }
    return deleted;
  }

  @Override
  public String reason(Exception failure) {
    return failure instanceof ErrorResponseException refused
        ? refused.errorResponse().code()
        : failure.getClass().getSimpleName();
  }

  @Override
  public void close() throws Exception {
    minio.close();
  }
}
