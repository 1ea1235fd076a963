package dev.s3emulator.junit5.internal.client;

import com.amazonaws.ClientConfiguration;
import com.amazonaws.auth.AWSStaticCredentialsProvider;
import com.amazonaws.auth.BasicAWSCredentials;
import com.amazonaws.client.builder.AwsClientBuilder.EndpointConfiguration;
import com.amazonaws.services.s3.AmazonS3;
import com.amazonaws.services.s3.AmazonS3ClientBuilder;
import dev.s3emulator.junit5.S3ClientFactory;
import dev.s3emulator.junit5.S3Target;
import org.apache.http.conn.ssl.SSLConnectionSocketFactory;

/** Makes the client of the AWS SDK for Java 1. */
public final class AmazonS3Factory implements S3ClientFactory<AmazonS3> {

  @Override
  public String typeName() {
    return "com.amazonaws.services.s3.AmazonS3";
  }

  @Override
  public AmazonS3 create(S3Target target) {
    AmazonS3 client =
        AmazonS3ClientBuilder.standard()
            .withEndpointConfiguration(
                new EndpointConfiguration(target.endpoint().toString(), target.region()))
            .withCredentials(
                new AWSStaticCredentialsProvider(
                    new BasicAWSCredentials(
                        target.accessKey().accessKeyId(), target.accessKey().secretAccessKey())))
            .withPathStyleAccessEnabled(true)
            .withClientConfiguration(configuration(target))
            .build();
    target.closeAfterwards(client::shutdown);
    return client;
  }

  private static ClientConfiguration configuration(S3Target target) {
    ClientConfiguration configuration = new ClientConfiguration();
    target
        .serverToTrust()
        .map(server -> new SSLConnectionSocketFactory(server.sslContext()))
        .ifPresent(configuration.getApacheHttpClientConfig()::setSslSocketFactory);
    return configuration;
  }
}
