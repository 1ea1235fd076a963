package dev.s3emulator;

import javax.net.ssl.TrustManager;
import software.amazon.awssdk.core.internal.http.loader.DefaultSdkAsyncHttpClientBuilder;
import software.amazon.awssdk.core.internal.http.loader.DefaultSdkHttpClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpConfigurationOption;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.utils.AttributeMap;

/**
 * The HTTP clients that the AWS SDK takes by default, told to trust the certificate of one server.
 *
 * <p>Only the builders of the SDK's own default know which implementation on the class path it
 * prefers; they are not part of its public API, but as old as the SDK.
 */
final class TrustingHttpClients {

  /** What the SDK calls its HTTP client on the AWS Common Runtime, which takes no trust manager. */
  private static final String COMMON_RUNTIME = "AwsCommonRuntime";

  private TrustingHttpClients() {}

  /** Returns a builder for one synchronous S3 client, which closes what was built. */
  static SdkHttpClient.Builder<?> of(S3EmulatorServer server) {
    return new Synchronous(trusting(server));
  }

  /** Returns a builder for one asynchronous S3 client, which closes what was built. */
  static SdkAsyncHttpClient.Builder<?> asyncOf(S3EmulatorServer server) {
    return new Asynchronous(trusting(server));
  }

  private static AttributeMap trusting(S3EmulatorServer server) {
    TrustManager[] managers = {server.trustManager()};
    return AttributeMap.builder()
        .put(SdkHttpConfigurationOption.TLS_TRUST_MANAGERS_PROVIDER, () -> managers)
        .build();
  }

  private static AttributeMap trustingAll(AttributeMap defaults) {
    return AttributeMap.builder()
        .put(SdkHttpConfigurationOption.TRUST_ALL_CERTIFICATES, true)
        .build()
        .merge(defaults);
  }

  private record Synchronous(AttributeMap trust) implements SdkHttpClient.Builder<Synchronous> {
    @Override
    public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
      SdkHttpClient client =
          new DefaultSdkHttpClientBuilder().buildWithDefaults(trust.merge(defaults));
      if (!client.clientName().equals(COMMON_RUNTIME)) {
        return client;
      }
      client.close();
      return new DefaultSdkHttpClientBuilder().buildWithDefaults(trustingAll(defaults));
    }
  }

  private record Asynchronous(AttributeMap trust)
      implements SdkAsyncHttpClient.Builder<Asynchronous> {
    @Override
    public SdkAsyncHttpClient buildWithDefaults(AttributeMap defaults) {
      SdkAsyncHttpClient client =
          new DefaultSdkAsyncHttpClientBuilder().buildWithDefaults(trust.merge(defaults));
      if (!client.clientName().equals(COMMON_RUNTIME)) {
        return client;
      }
      client.close();
      return new DefaultSdkAsyncHttpClientBuilder().buildWithDefaults(trustingAll(defaults));
    }
  }
}
