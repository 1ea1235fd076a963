package dev.s3emulator;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3AsyncClientBuilder;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.S3CrtAsyncClientBuilder;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Clients of the AWS SDK for Java 2 that talk to a server: with its endpoint, region and key, in
 * path style, and otherwise with the SDK's defaults. They use HTTPS if the server has it, and trust
 * its certificate.
 *
 * <p>They sign with the {@link S3EmulatorServer#accessKey key} of the default user, or with another
 * one: {@code S3Clients.s3Client(server, alt.accessKey())}. Of a temporary key they send the
 * session token too.
 *
 * <p>The SDK is not among the emulator's dependencies: without {@code software.amazon.awssdk:s3} on
 * the class path each method throws an {@link IllegalStateException} that says so. Who calls closes
 * the client. A client with other settings is made in the usual way from {@link
 * S3EmulatorServer#endpoint}, {@link S3EmulatorServer#region} and {@link
 * S3EmulatorServer#accessKey}.
 */
public final class S3Clients {

  private S3Clients() {}

  /** Returns a client with the HTTP implementation that the SDK finds on the class path. */
  public static S3Client s3Client(S3EmulatorServer server) {
    return s3Client(server, server.accessKey());
  }

  /** Returns a client that signs with this key. */
  public static S3Client s3Client(S3EmulatorServer server, AccessKey key) {
    requireSdk();
    return Sdk.s3Client(server, key);
  }

  /** Returns an asynchronous client with the HTTP implementation found on the class path. */
  public static S3AsyncClient s3AsyncClient(S3EmulatorServer server) {
    return s3AsyncClient(server, server.accessKey());
  }

  /** Returns an asynchronous client that signs with this key. */
  public static S3AsyncClient s3AsyncClient(S3EmulatorServer server, AccessKey key) {
    requireSdk();
    return Sdk.s3AsyncClient(server, key, false);
  }

  /**
   * Returns the asynchronous client, which sends and fetches large objects in parts. It needs the
   * same as {@link #s3AsyncClient(S3EmulatorServer)}.
   */
  public static S3AsyncClient s3MultipartAsyncClient(S3EmulatorServer server) {
    requireSdk();
    return Sdk.s3AsyncClient(server, server.accessKey(), true);
  }

  /**
   * Returns the asynchronous client that is based on the AWS Common Runtime. It needs {@code
   * software.amazon.awssdk.crt:aws-crt} on the class path. With HTTPS it trusts any certificate,
   * because it has no way to be told which.
   */
  public static S3AsyncClient s3CrtAsyncClient(S3EmulatorServer server) {
    return s3CrtAsyncClient(server, server.accessKey());
  }

  /**
   * Returns the asynchronous client that is based on the AWS Common Runtime that signs with this
   * key.
   */
  public static S3AsyncClient s3CrtAsyncClient(S3EmulatorServer server, AccessKey key) {
    requireSdk();
    require("software.amazon.awssdk.crt.s3.S3Client", "software.amazon.awssdk.crt:aws-crt");
    return Sdk.s3CrtAsyncClient(server, key);
  }

  /** Returns a presigner of requests. */
  public static S3Presigner s3Presigner(S3EmulatorServer server) {
    return s3Presigner(server, server.accessKey());
  }

  /** Returns a presigner that signs with this key. */
  public static S3Presigner s3Presigner(S3EmulatorServer server, AccessKey key) {
    requireSdk();
    return Sdk.s3Presigner(server, key);
  }

  /** Asks before the first use: a missing class shows in whatever line the JVM links first. */
  private static void require(String className, String artifact) {
    try {
      Class.forName(className, false, S3Clients.class.getClassLoader());
    } catch (ClassNotFoundException absent) {
      throw new IllegalStateException(
          "S3Clients needs the AWS SDK for Java 2: add " + artifact + " to the class path.",
          absent);
    }
  }

  private static void requireSdk() {
    require("software.amazon.awssdk.services.s3.S3Client", "software.amazon.awssdk:s3");
  }

  /** What needs the SDK to be loaded, apart so that its absence can be told first. */
  private static final class Sdk {

    static S3Client s3Client(S3EmulatorServer server, AccessKey key) {
      S3ClientBuilder client =
          S3Client.builder()
              .endpointOverride(endpoint(server))
              .region(Region.of(server.region()))
              .credentialsProvider(credentials(key))
              .forcePathStyle(true);
      if (server.hasHttps()) {
        client.httpClientBuilder(TrustingHttpClients.of(server));
      }
      return client.build();
    }

    static S3AsyncClient s3AsyncClient(S3EmulatorServer server, AccessKey key, boolean parts) {
      S3AsyncClientBuilder client =
          S3AsyncClient.builder()
              .multipartEnabled(parts)
              .endpointOverride(endpoint(server))
              .region(Region.of(server.region()))
              .credentialsProvider(credentials(key))
              .forcePathStyle(true);
      if (server.hasHttps()) {
        client.httpClientBuilder(TrustingHttpClients.asyncOf(server));
      }
      return client.build();
    }

    static S3AsyncClient s3CrtAsyncClient(S3EmulatorServer server, AccessKey key) {
      S3CrtAsyncClientBuilder client =
          S3AsyncClient.crtBuilder()
              .endpointOverride(endpoint(server))
              .region(Region.of(server.region()))
              .credentialsProvider(credentials(key))
              .forcePathStyle(true);
      if (server.hasHttps()) {
        client.httpConfiguration(http -> http.trustAllCertificatesEnabled(true));
      }
      return client.build();
    }

    static S3Presigner s3Presigner(S3EmulatorServer server, AccessKey key) {
      return S3Presigner.builder()
          .endpointOverride(endpoint(server))
          .region(Region.of(server.region()))
          .credentialsProvider(credentials(key))
          .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
          .build();
    }

    private static URI endpoint(S3EmulatorServer server) {
      return server.hasHttps() ? server.httpsEndpoint() : server.endpoint();
    }

    private static StaticCredentialsProvider credentials(AccessKey key) {
      return StaticCredentialsProvider.create(
          key.sessionToken().isPresent()
              ? AwsSessionCredentials.create(
                  key.accessKeyId(), key.secretAccessKey(), key.sessionToken().get())
              : AwsBasicCredentials.create(key.accessKeyId(), key.secretAccessKey()));
    }
  }
}
