package dev.s3emulator.junit5.internal.client;

import aws.sdk.kotlin.runtime.auth.credentials.StaticCredentialsProvider;
import aws.sdk.kotlin.services.s3.S3Client;
import aws.smithy.kotlin.runtime.http.engine.okhttp.OkHttpEngine;
import aws.smithy.kotlin.runtime.http.engine.okhttp.OkHttpEngineConfig;
import aws.smithy.kotlin.runtime.net.url.Url;
import aws.smithy.kotlin.runtime.net.url.UrlEncoding;
import dev.s3emulator.S3EmulatorServer;
import dev.s3emulator.junit5.S3ClientFactory;
import dev.s3emulator.junit5.S3Target;
import kotlin.Unit;

/**
 * Makes the client of the AWS SDK for Kotlin. It is written in Java as the others: what it calls of
 * that SDK are ordinary classes, and this module needs no second compiler.
 */
public final class KotlinClientFactory implements S3ClientFactory<S3Client> {

  @Override
  public String typeName() {
    return "aws.sdk.kotlin.services.s3.S3Client";
  }

  @Override
  public S3Client create(S3Target target) {
    S3Client.Builder client = S3Client.Companion.builder();
    S3Client.Config.Builder config = client.getConfig();
    config.setRegion(target.region());
    config.setEndpointUrl(
        Url.Companion.parse(target.endpoint().toString(), UrlEncoding.Companion.getAll()));
    config.setForcePathStyle(true);
    config.setCredentialsProvider(credentials(target));
    target.serverToTrust().ifPresent(server -> config.setHttpClient(trusting(server, target)));
    return client.build();
  }

  private static StaticCredentialsProvider credentials(S3Target target) {
    StaticCredentialsProvider.Builder credentials = new StaticCredentialsProvider.Builder();
    credentials.setAccessKeyId(target.accessKey().accessKeyId());
    credentials.setSecretAccessKey(target.accessKey().secretAccessKey());
    return credentials.build();
  }

  private static OkHttpEngine trusting(S3EmulatorServer server, S3Target target) {
    OkHttpEngine engine =
        new OkHttpEngine(
            OkHttpEngineConfig.Companion.invoke(
                config -> {
                  config.setTrustManager(server.trustManager());
                  return Unit.INSTANCE;
                }));
    // The client closes only an engine that it has made.
    target.closeAfterwards(engine);
    return engine;
  }
}
