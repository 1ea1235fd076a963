package dev.s3emulator.junit5.internal.client;

import com.amazonaws.auth.AWSStaticCredentialsProvider;
import com.amazonaws.auth.BasicAWSCredentials;
import com.amazonaws.client.builder.AwsClientBuilder.EndpointConfiguration;
import com.amazonaws.services.s3.AmazonS3;
import com.amazonaws.services.s3.AmazonS3ClientBuilder;
import dev.s3emulator.junit5.S3ClientFactory;
import dev.s3emulator.junit5.S3Target;

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
            .build();
    target.closeAfterwards(client::shutdown);
    return client;
  }
}
