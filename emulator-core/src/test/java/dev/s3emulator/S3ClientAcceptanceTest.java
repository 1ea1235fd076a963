package dev.s3emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.DeletedObject;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The synchronous client of the AWS SDK with its defaults, on each HTTP implementation. */
class S3ClientAcceptanceTest {

  private static final String TEXT = "A beach, and a bicycle: Strand und Fahrräder.";

  /** Not the clients themselves as arguments: JUnit would close them after their first test. */
  enum Http {
    FOUND_ON_THE_CLASS_PATH,
    URL_CONNECTION,
    APACHE,
    APACHE_5
  }

  private static S3EmulatorServer server;
  private static final Map<Http, S3Client> clients = new EnumMap<>(Http.class);

  private final String bucket = "bucket-" + UUID.randomUUID();

  @BeforeAll
  static void start() {
    server = S3EmulatorServer.start();
    clients.put(Http.FOUND_ON_THE_CLASS_PATH, S3Clients.s3Client(server));
    clients.put(Http.URL_CONNECTION, client(UrlConnectionHttpClient.create()));
    clients.put(Http.APACHE, client(ApacheHttpClient.create()));
    clients.put(Http.APACHE_5, client(Apache5HttpClient.create()));
  }

  @AfterAll
  static void close() {
    clients.values().forEach(S3Client::close);
    server.close();
  }

  @AfterEach
  void nothingFailedInside() {
    assertThat(server.journal().failures()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void createsAndDeletesBuckets(Http http) {
    S3Client s3 = clients.get(http);
    s3.createBucket(b -> b.bucket(bucket));
    assertThat(s3.waiter().waitUntilBucketExists(b -> b.bucket(bucket)).matched().response())
        .isPresent();
    assertThat(s3.listBuckets().buckets()).anyMatch(found -> found.name().equals(bucket));

    s3.deleteBucket(b -> b.bucket(bucket));
    s3.waiter().waitUntilBucketNotExists(b -> b.bucket(bucket));
    assertThat(s3.listBuckets().buckets()).noneMatch(found -> found.name().equals(bucket));
  }

  @ParameterizedTest
  @EnumSource
  void putsGetsAndDeletesAnObject(Http http) {
    S3Client s3 = clients.get(http);
    server.createBucket(bucket);
    PutObjectResponse put =
        s3.putObject(b -> b.bucket(bucket).key("a/b c+ü.txt"), RequestBody.fromString(TEXT));
    ResponseBytes<GetObjectResponse> got =
        s3.getObjectAsBytes(b -> b.bucket(bucket).key("a/b c+ü.txt"));

    assertThat(got.asUtf8String()).isEqualTo(TEXT);
    assertThat(got.response().eTag()).isEqualTo(put.eTag());
    s3.waiter().waitUntilObjectExists(b -> b.bucket(bucket).key("a/b c+ü.txt"));

    DeleteObjectResponse deleted = s3.deleteObject(b -> b.bucket(bucket).key("a/b c+ü.txt"));
    assertThat(deleted.deleteMarker()).isNull();
    assertThat(deleted.versionId()).isNull();
    s3.waiter().waitUntilObjectNotExists(b -> b.bucket(bucket).key("a/b c+ü.txt"));
    assertThatExceptionOfType(NoSuchKeyException.class)
        .isThrownBy(() -> s3.getObjectAsBytes(b -> b.bucket(bucket).key("a/b c+ü.txt")))
        .withMessageContaining("The specified key does not exist.");
  }

  @ParameterizedTest
  @EnumSource
  void keepsMetadata(Http http) {
    S3Client s3 = clients.get(http);
    server.createBucket(bucket);
    s3.putObject(
        b ->
            b.bucket(bucket)
                .key("key")
                .contentType("text/plain")
                .cacheControl("no-store")
                .contentDisposition("attachment")
                .metadata(Map.of("author", "Ada", "year", "1843")),
        RequestBody.fromString(TEXT));
    HeadObjectResponse head = s3.headObject(b -> b.bucket(bucket).key("key"));

    assertThat(head.contentType()).isEqualTo("text/plain");
    assertThat(head.cacheControl()).isEqualTo("no-store");
    assertThat(head.contentDisposition()).isEqualTo("attachment");
    assertThat(head.metadata()).containsOnly(Map.entry("author", "Ada"), Map.entry("year", "1843"));
    assertThat(head.contentLength()).isEqualTo(TEXT.getBytes(UTF_8).length);
  }

  @ParameterizedTest
  @EnumSource
  void readsRanges(Http http) {
    S3Client s3 = clients.get(http);
    put(s3, "key");
    ResponseBytes<GetObjectResponse> got =
        s3.getObjectAsBytes(b -> b.bucket(bucket).key("key").range("bytes=2-6"));

    assertThat(got.asUtf8String()).isEqualTo("beach");
    assertThat(got.response().contentRange()).startsWith("bytes 2-6/");
  }

  @ParameterizedTest
  @EnumSource
  void writesOnlyWhenTheConditionHolds(Http http) {
    S3Client s3 = clients.get(http);
    PutObjectResponse put = put(s3, "key");
    assertThatExceptionOfType(S3Exception.class)
        .isThrownBy(
            () ->
                s3.putObject(
                    b -> b.bucket(bucket).key("key").ifNoneMatch("*"),
                    RequestBody.fromString("other")))
        .satisfies(
            refused -> {
              assertThat(refused.statusCode()).isEqualTo(412);
              assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("PreconditionFailed");
            });

    s3.putObject(
        b -> b.bucket(bucket).key("key").ifMatch(put.eTag()), RequestBody.fromString("other"));
    assertThat(s3.getObjectAsBytes(b -> b.bucket(bucket).key("key")).asUtf8String())
        .isEqualTo("other");
  }

  @ParameterizedTest
  @EnumSource
  void deletesVersions(Http http) {
    S3Client s3 = clients.get(http);
    s3.createBucket(b -> b.bucket(bucket));
    s3.putBucketVersioning(
        b ->
            b.bucket(bucket)
                .versioningConfiguration(c -> c.status(BucketVersioningStatus.ENABLED)));
    String first = put(s3, "key").versionId();
    String second = put(s3, "key").versionId();
    DeleteObjectResponse marker = s3.deleteObject(b -> b.bucket(bucket).key("key"));

    assertThat(marker.deleteMarker()).isTrue();
    assertThat(s3.listObjectVersions(b -> b.bucket(bucket)).versions())
        .extracting(ObjectVersion::versionId)
        .containsExactly(second, first);
    assertThat(s3.listObjectVersions(b -> b.bucket(bucket)).deleteMarkers()).hasSize(1);

    s3.deleteObject(b -> b.bucket(bucket).key("key").versionId(marker.versionId()));
    DeleteObjectResponse gone = s3.deleteObject(b -> b.bucket(bucket).key("key").versionId(second));
    assertThat(gone.versionId()).isEqualTo(second);
    assertThat(s3.headObject(b -> b.bucket(bucket).key("key")).versionId()).isEqualTo(first);
  }

  @ParameterizedTest
  @EnumSource
  void deletesManyObjects(Http http) {
    S3Client s3 = clients.get(http);
    server.createBucket(bucket);
    List<String> keys = IntStream.range(0, 10).mapToObj(i -> "key-" + i).toList();
    keys.forEach(key -> put(s3, key));
    List<ObjectIdentifier> identifiers =
        keys.stream().map(key -> ObjectIdentifier.builder().key(key).build()).toList();
    DeleteObjectsResponse deleted =
        s3.deleteObjects(b -> b.bucket(bucket).delete(d -> d.objects(identifiers)));

    assertThat(deleted.errors()).isEmpty();
    assertThat(deleted.deleted())
        .extracting(DeletedObject::key)
        .containsExactlyInAnyOrderElementsOf(keys);
    assertThat(s3.listObjectsV2(b -> b.bucket(bucket)).contents()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void pagesThroughListings(Http http) {
    S3Client s3 = clients.get(http);
    server.createBucket(bucket);
    List<String> keys = IntStream.range(0, 7).mapToObj(i -> "a b/key-" + i).toList();
    keys.forEach(key -> put(s3, key));

    assertThat(s3.listObjectsV2Paginator(b -> b.bucket(bucket).maxKeys(2)).contents())
        .extracting(S3Object::key)
        .containsExactlyElementsOf(keys);
    assertThat(s3.listObjectVersionsPaginator(b -> b.bucket(bucket).maxKeys(2)).versions())
        .extracting(ObjectVersion::key)
        .containsExactlyElementsOf(keys);
    assertThat(
            s3.listObjectsV2Paginator(b -> b.bucket(bucket).delimiter("/").maxKeys(2))
                .commonPrefixes())
        .extracting(prefix -> prefix.prefix())
        .containsExactly("a b/");
  }

  private PutObjectResponse put(S3Client s3, String key) {
    if (server.snapshot().state().bucket(bucket).isEmpty()) {
      server.createBucket(bucket);
    }
    return s3.putObject(b -> b.bucket(bucket).key(key), RequestBody.fromString(TEXT));
  }

  private static S3Client client(SdkHttpClient http) {
    AccessKey key = server.accessKey();
    // Without path style: the SDK takes an address for an endpoint in path style by itself.
    return S3Client.builder()
        .httpClient(http)
        .endpointOverride(server.endpoint())
        .region(Region.of(server.region()))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(key.accessKeyId(), key.secretAccessKey())))
        .build();
  }
}
