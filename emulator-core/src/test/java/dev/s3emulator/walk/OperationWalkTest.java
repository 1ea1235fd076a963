package dev.s3emulator.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.BucketOptions;
import dev.s3emulator.S3EmulatorServer;
import dev.s3emulator.internal.operation.UnsupportedOperations;
import dev.s3emulator.model.S3Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Request;

/**
 * Calls every operation of S3 once by the AWS SDK over the wire: those that are emulated succeed,
 * the others answer 501 with their names, and none fails inside the emulator. An upgrade of the SDK
 * or a new operation makes this fail until it has a call.
 */
@Timeout(120)
class OperationWalkTest {

  private static final Map<String, Call> CALLS = new TreeMap<>();

  static {
    CALLS.putAll(BucketCalls.ALL);
    CALLS.putAll(ConfigurationCalls.ALL);
    CALLS.putAll(ObjectCalls.ALL);
  }

  /** What S3 does not do any more. */
  private static final Set<String> RETIRED = Set.of("GetObjectTorrent");

  /** What makes its own bucket or object, or needs none. */
  private static final Set<String> NEED_NO_BUCKET =
      Set.of("CreateBucket", "DeleteBucket", "ListBuckets");

  private static S3EmulatorServer server;
  private static S3Client s3;
  private static S3AsyncClient async;

  @BeforeAll
  static void start() {
    server = S3EmulatorServer.start();
    StaticCredentialsProvider credentials =
        StaticCredentialsProvider.create(
            AwsBasicCredentials.create(
                server.accessKey().accessKeyId(), server.accessKey().secretAccessKey()));
    s3 =
        S3Client.builder()
            .endpointOverride(server.endpoint())
            .region(Region.of(server.region()))
            .credentialsProvider(credentials)
            .forcePathStyle(true)
            .disableS3ExpressSessionAuth(true)
            .overrideConfiguration(
                it ->
                    // WriteGetObjectResponse has its route in front of the host.
                    it.putAdvancedOption(
                            SdkAdvancedClientOption.DISABLE_HOST_PREFIX_INJECTION, true)
                        .retryStrategy(strategy -> strategy.maxAttempts(1)))
            .build();
    async =
        S3AsyncClient.builder()
            .endpointOverride(server.endpoint())
            .region(Region.of(server.region()))
            .credentialsProvider(credentials)
            .forcePathStyle(true)
            .overrideConfiguration(it -> it.retryStrategy(strategy -> strategy.maxAttempts(1)))
            .build();
  }

  @AfterAll
  static void close() {
    async.close();
    s3.close();
    server.close();
  }

  static Set<String> operations() {
    return CALLS.keySet();
  }

  static Stream<String> operationsOfBuckets() {
    return CALLS.keySet().stream().filter(name -> !NEED_NO_BUCKET.contains(name));
  }

  @Test
  void everyOperationOfTheSdkAndOfTheCatalogHasACall() {
    Set<String> known = new TreeSet<>();
    known.addAll(operationsOf(S3Client.class));
    known.addAll(operationsOf(S3AsyncClient.class));
    known.addAll(UnsupportedOperations.names());
    Arrays.stream(S3Operation.values()).map(S3Operation::toString).forEach(known::add);

    assertThat(CALLS.keySet()).containsExactlyInAnyOrderElementsOf(known);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void anOperationSucceedsOrSaysThatItIsNotEmulated(String operation) throws Exception {
    String bucket = "walk-" + operation.toLowerCase(Locale.ROOT);
    server.createBucket(BucketOptions.named(bucket));
    s3.putObject(it -> it.bucket(bucket).key("cat.txt"), RequestBody.fromString("miau"));

    Optional<AwsServiceException> refusal = call(operation, bucket, "cat.txt");

    if (UnsupportedOperations.names().contains(operation)) {
      assertThat(refusal)
          .hasValueSatisfying(
              it -> {
                assertThat(it.statusCode()).isEqualTo(501);
                assertThat(it.getMessage()).contains(operation);
              });
    } else if (RETIRED.contains(operation)) {
      assertThat(refusal).hasValueSatisfying(it -> assertThat(it.statusCode()).isEqualTo(405));
    } else {
      assertThat(refusal).isEmpty();
    }
    assertThatNothingFailedInside();
  }

  @ParameterizedTest
  @MethodSource("operationsOfBuckets")
  void aMissingBucketIsNotFound(String operation) throws Exception {
    Optional<AwsServiceException> refusal = call(operation, "no-such-bucket", "missing.txt");

    int expected =
        UnsupportedOperations.names().contains(operation)
            ? 501
            // Whether a page may ask, nobody is told of a bucket that is not there.
            : operation.equals("PreflightRequest") ? 403 : 404;
    assertThat(refusal).hasValueSatisfying(it -> assertThat(it.statusCode()).isEqualTo(expected));
    assertThatNothingFailedInside();
  }

  @ParameterizedTest
  @MethodSource("operationsOfBuckets")
  void aMissingKeyIsNoFailure(String operation) throws Exception {
    String bucket = "empty-" + operation.toLowerCase(Locale.ROOT);
    server.createBucket(BucketOptions.named(bucket));

    call(operation, bucket, "missing.txt")
        .ifPresent(it -> assertThat(it.statusCode()).isNotEqualTo(500));

    assertThatNothingFailedInside();
  }

  private static Optional<AwsServiceException> call(String operation, String bucket, String key)
      throws Exception {
    Call call = CALLS.get(operation);
    assertThat(call).as("the call of " + operation).isNotNull();
    try {
      call.make(new Target(server, s3, async, bucket, key));
      return Optional.empty();
    } catch (AwsServiceException refused) {
      return Optional.of(refused);
    }
  }

  private static void assertThatNothingFailedInside() {
    assertThat(server.journal().failures()).isEmpty();
  }

  private static List<String> operationsOf(Class<?> client) {
    return Arrays.stream(client.getMethods())
        .filter(method -> !method.getName().matches(".*(Paginator|AsBytes)"))
        .filter(method -> method.getParameterCount() > 0)
        .filter(method -> S3Request.class.isAssignableFrom(method.getParameterTypes()[0]))
        .map(method -> method.getName())
        .map(name -> name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1))
        .distinct()
        .collect(Collectors.toList());
  }
}
