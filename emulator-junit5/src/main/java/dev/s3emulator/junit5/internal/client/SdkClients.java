package dev.s3emulator.junit5.internal.client;

import dev.s3emulator.S3Clients;
import dev.s3emulator.S3EmulatorServer;
import dev.s3emulator.junit5.S3Target;
import java.util.Optional;
import java.util.ServiceLoader;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.async.SdkAsyncHttpService;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3AsyncClientBuilder;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.transfer.s3.S3TransferManager;

/** Makes what the AWS SDK for Java 2 has, for a target. Loaded only where the SDK is. */
final class SdkClients {

  private SdkClients() {}

  static S3Client sync(S3Target target) {
    Optional<S3EmulatorServer> secure = target.serverToTrust();
    if (secure.isPresent()) {
      return S3Clients.s3Client(secure.get());
    }
    return S3Client.builder()
        .endpointOverride(target.endpoint())
        .region(Region.of(target.region()))
        .credentialsProvider(credentials(target))
        .forcePathStyle(true)
        .build();
  }

  /** Returns the SDK's Java client, or what is left without an asynchronous HTTP client for it. */
  static S3AsyncClient async(S3Target target) {
    if (!hasAsyncHttp()) {
      return crt(target);
    }
    return target
        .serverToTrust()
        .map(S3Clients::s3AsyncClient)
        .orElseGet(() -> java(target).build());
  }

  /** Returns a client that sends and fetches large objects in parts. */
  static S3AsyncClient multipart(S3Target target) {
    if (!hasAsyncHttp()) {
      return crt(target);
    }
    return target
        .serverToTrust()
        .map(S3Clients::s3MultipartAsyncClient)
        .orElseGet(() -> java(target).multipartEnabled(true).build());
  }

  static S3AsyncClient crt(S3Target target) {
    Optional<S3EmulatorServer> secure = target.serverToTrust();
    if (secure.isPresent()) {
      return S3Clients.s3CrtAsyncClient(secure.get());
    }
    return S3AsyncClient.crtBuilder()
        .endpointOverride(target.endpoint())
        .region(Region.of(target.region()))
        .credentialsProvider(credentials(target))
        .forcePathStyle(true)
        .build();
  }

  static S3TransferManager transferManager(S3Target target, S3AsyncClient client) {
    // The transfer manager closes only what it has made.
    target.closeAfterwards(client);
    return S3TransferManager.builder().s3Client(client).build();
  }

  static S3Presigner presigner(S3Target target) {
    return S3Presigner.builder()
        .endpointOverride(target.endpoint())
        .region(Region.of(target.region()))
        .credentialsProvider(credentials(target))
        .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
        .build();
  }

  static AwsCredentialsProvider credentials(S3Target target) {
    return StaticCredentialsProvider.create(
        AwsBasicCredentials.create(
            target.accessKey().accessKeyId(), target.accessKey().secretAccessKey()));
  }

  private static S3AsyncClientBuilder java(S3Target target) {
    return S3AsyncClient.builder()
        .endpointOverride(target.endpoint())
        .region(Region.of(target.region()))
        .credentialsProvider(credentials(target))
        .forcePathStyle(true);
  }

  private static boolean hasAsyncHttp() {
    return ServiceLoader.load(SdkAsyncHttpService.class).findFirst().isPresent();
  }
}
