package dev.s3emulator.examples.clients;

import com.amazonaws.auth.AWSStaticCredentialsProvider;
import com.amazonaws.auth.BasicAWSCredentials;
import com.amazonaws.client.builder.AwsClientBuilder.EndpointConfiguration;
import com.amazonaws.services.s3.AmazonS3;
import com.amazonaws.services.s3.AmazonS3ClientBuilder;
import dev.s3emulator.S3EmulatorServer;
import io.minio.MinioClient;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The README's lines that point each client of Java at a server, and nothing else. */
final class Connections {

  private Connections() {}

  static S3Client sync(S3EmulatorServer server, SdkHttpClient http) {
    return S3Client.builder()
        .httpClient(http)
        .endpointOverride(server.endpoint())
        .region(Region.of(server.region()))
        .credentialsProvider(credentials(server))
        .build();
  }

  static S3AsyncClient async(S3EmulatorServer server) {
    return S3AsyncClient.builder()
        .endpointOverride(server.endpoint())
        .region(Region.of(server.region()))
        .credentialsProvider(credentials(server))
        .build();
  }

  static S3AsyncClient crt(S3EmulatorServer server) {
    return S3AsyncClient.crtBuilder()
        .endpointOverride(server.endpoint())
        .region(Region.of(server.region()))
        .credentialsProvider(credentials(server))
        .build();
  }

  static StaticCredentialsProvider credentials(S3EmulatorServer server) {
    return StaticCredentialsProvider.create(
        AwsBasicCredentials.create(
            server.accessKey().accessKeyId(), server.accessKey().secretAccessKey()));
  }

  static AmazonS3 first(S3EmulatorServer server) {
    return AmazonS3ClientBuilder.standard()
        .withEndpointConfiguration(
            new EndpointConfiguration(server.endpoint().toString(), server.region()))
        .withCredentials(
            new AWSStaticCredentialsProvider(
                new BasicAWSCredentials(
                    server.accessKey().accessKeyId(), server.accessKey().secretAccessKey())))
        .build();
  }

  static MinioClient minio(S3EmulatorServer server) {
    return MinioClient.builder()
        .endpoint(server.endpoint().toString())
        .region(server.region())
        .credentials(server.accessKey().accessKeyId(), server.accessKey().secretAccessKey())
        .build();
  }
}
