package dev.s3emulator.junit5.internal.client;

import dev.s3emulator.S3EmulatorServer;
import dev.s3emulator.junit5.S3ClientFactory;
import dev.s3emulator.junit5.S3Target;
import io.minio.MinioClient;
import okhttp3.OkHttpClient;

/** Makes the client of MinIO, which uses path style for an address. */
public final class MinioClientFactory implements S3ClientFactory<MinioClient> {

  @Override
  public String typeName() {
    return "io.minio.MinioClient";
  }

  @Override
  public MinioClient create(S3Target target) {
    MinioClient.Builder client =
        MinioClient.builder()
            .endpoint(target.endpoint().toString())
            .region(target.region())
            .credentials(target.accessKey().accessKeyId(), target.accessKey().secretAccessKey());
    target.serverToTrust().ifPresent(server -> client.httpClient(trusting(server), true));
    return client.build();
  }

  private static OkHttpClient trusting(S3EmulatorServer server) {
    return new OkHttpClient.Builder()
        .sslSocketFactory(server.sslContext().getSocketFactory(), server.trustManager())
        .build();
  }
}
