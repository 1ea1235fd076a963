package dev.s3emulator.junit5.internal.endpoint;

import dev.s3emulator.AccessKey;
import dev.s3emulator.S3Clients;
import dev.s3emulator.S3EmulatorServer;
import dev.s3emulator.S3Snapshot;
import dev.s3emulator.model.BucketView;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The buckets that tests ask for, on an S3 that is no emulator of theirs: each is made before a
 * test and removed after it, with everything in it. Others are never touched. Loaded only where the
 * AWS SDK for Java 2 is; safe for use by many threads.
 */
public final class RemoteBuckets implements AutoCloseable {

  /** Enough for the minute or so after a deletion in which S3 may not give a name again. */
  private static final int ATTEMPTS = 8;

  private final URI endpoint;
  private final S3EmulatorServer model;
  private final BucketClaims claims;
  private final S3Client client;
  private final S3Client modelClient;

  /** Those that exist because of us. */
  private final Deque<String> made = new ArrayDeque<>();

  /**
   * Makes none yet.
   *
   * @param model has the buckets and objects that are to be made; closed with this
   */
  public RemoteBuckets(
      URI endpoint, AccessKey key, String region, S3EmulatorServer model, BucketClaims claims) {
    this.endpoint = endpoint;
    this.model = model;
    this.claims = claims;
    client =
        S3Client.builder()
            .endpointOverride(endpoint)
            .region(Region.of(region))
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(key.accessKeyId(), key.secretAccessKey())))
            .forcePathStyle(true)
            .overrideConfiguration(
                override ->
                    override.retryStrategy(
                        AwsRetryStrategy.standardRetryStrategy().toBuilder()
                            .maxAttempts(ATTEMPTS)
                            .retryOnException(RemoteBuckets::nameIsNotFreeYet)
                            .build()))
            .build();
    modelClient = S3Clients.s3Client(model);
  }

  private static boolean nameIsNotFreeYet(Throwable failure) {
    return failure instanceof S3Exception refused
        && refused.awsErrorDetails() != null
        && "OperationAborted".equals(refused.awsErrorDetails().errorCode());
  }

  /** Makes all of them, as they were at the beginning; those that are left from before go first. */
  public synchronized void create() {
    remove();
    S3Snapshot wanted = model.snapshot();
    try {
      modelClient.createBucket(plain -> plain.bucket(RemoteLimits.PLAIN));
      for (BucketView bucket : wanted.buckets()) {
        if (bucket.policy().isPresent()) {
          // It holds for those who copy from the model, too, and must not keep them from it.
          modelClient.deleteBucketPolicy(delete -> delete.bucket(bucket.name()));
        }
        create(bucket);
      }
    } finally {
      model.restore(wanted);
    }
  }

  private void create(BucketView bucket) {
    RemoteBucket remote = new RemoteBucket(client, endpoint, bucket.name());
    if (bucket.mfaDelete()) {
      throw remote.failure("cannot get MFA Delete, which needs a device of its owner.", null);
    }
    RemoteLimits limits = new RemoteLimits(remote, modelClient);
    limits.requireRepeatable();
    if (!claims.take(bucket.name())) {
      throw remote.failure("is in use by another emulator of this run.", null);
    }
    try {
      remote.removeLeftover();
      remote.create(bucket.objectLock());
    } catch (RuntimeException | Error failure) {
      claims.give(bucket.name());
      throw failure;
    }
    made.push(bucket.name());
    remote.mark(bucket.tags(), claims.run());
    new RemoteAccess(remote, client, modelClient).repeat();
    new RemoteSeeding(remote, client, modelClient, limits).fill(bucket);
  }

  /** Removes all that were made, each also when another cannot be. */
  public synchronized void remove() {
    RuntimeException failure = null;
    while (!made.isEmpty()) {
      String name = made.pop();
      try {
        new RemoteBucket(client, endpoint, name).remove();
      } catch (RuntimeException kept) {
        if (failure != null) {
          kept.addSuppressed(failure);
        }
        failure = kept;
      } finally {
        claims.give(name);
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public void close() {
    try {
      remove();
    } finally {
      client.close();
      modelClient.close();
      model.close();
    }
  }
}
