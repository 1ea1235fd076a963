package dev.s3emulator.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.s3.AmazonS3;
import dev.s3emulator.S3EmulatorServer;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.RemoveObjectArgs;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.transfer.s3.S3TransferManager;

/** What parameters and fields get. */
@S3Emulator(
    buckets = @Bucket(name = "photos", seed = "classpath:/fixtures/photos"),
    region = "eu-west-1",
    accessKey = "AKIDPHOTOS",
    secretKey = "secret/of+photos")
class InjectionTest {

  @InjectS3 private static S3Client shared;
  @InjectS3 private S3AsyncClient async;
  @InjectS3 @Crt private S3AsyncClient crt;
  @InjectS3 private S3Target target;

  @BeforeAll
  static void staticFieldsAreSet(S3Client s3) {
    assertThat(shared).isSameAs(s3);
  }

  @Test
  void theAsynchronousClientsAreTwo(S3AsyncClient s3, @Crt S3AsyncClient onCrt) {
    assertThat(s3).isSameAs(async).isNotSameAs(crt);
    assertThat(onCrt).isSameAs(crt);
    assertThat(crt.getClass().getName()).contains("crt");
    assertThat(async.getClass().getName()).doesNotContain("crt");

    async.deleteObject(request -> request.bucket("photos").key("cat.txt")).join();
    assertThat(crt.listObjectsV2(request -> request.bucket("photos")).join().keyCount())
        .isEqualTo(1);
  }

  @Test
  void transferManagersUploadAndDownload(S3TransferManager java, @Crt S3TransferManager onCrt) {
    assertThat(java).isNotSameAs(onCrt);
    for (S3TransferManager each : new S3TransferManager[] {java, onCrt}) {
      each.upload(
              upload ->
                  upload
                      .putObjectRequest(put -> put.bucket("photos").key("new.txt"))
                      .requestBody(AsyncRequestBody.fromString("new")))
          .completionFuture()
          .join();
      assertThat(shared.getObjectAsBytes(get -> get.bucket("photos").key("new.txt")).asUtf8String())
          .isEqualTo("new");
      shared.deleteObject(delete -> delete.bucket("photos").key("new.txt"));
    }
  }

  @Test
  void thePresignerSignsForTheEmulator(S3Presigner presigner) throws Exception {
    URI url =
        presigner
            .presignGetObject(
                presign ->
                    presign
                        .signatureDuration(Duration.ofMinutes(1))
                        .getObjectRequest(get -> get.bucket("photos").key("cat.txt")))
            .url()
            .toURI();

    assertThat(url.toString()).startsWith(target.endpoint() + "/photos/cat.txt?");
    assertThat(
            HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void credentialsAndRegionAreTheEmulators(
      AwsCredentialsProvider credentials, Region region, S3EmulatorServer server) {
    assertThat(credentials.resolveCredentials().accessKeyId()).isEqualTo("AKIDPHOTOS");
    assertThat(credentials.resolveCredentials().secretAccessKey()).isEqualTo("secret/of+photos");
    assertThat(region).isEqualTo(Region.EU_WEST_1);
    assertThat(target.accessKey()).isEqualTo(server.accessKey());
    assertThat(target.region()).isEqualTo("eu-west-1");
    assertThat(target.server()).containsSame(server);
    assertThat(target).hasToString("S3Target[" + server.endpoint() + "]");
  }

  @RepeatedTest(2)
  void minioDeletes(MinioClient minio) throws Exception {
    minio.removeObject(RemoveObjectArgs.builder().bucket("photos").object("cat.txt").build());

    assertThat(
            minio.listObjects(ListObjectsArgs.builder().bucket("photos").recursive(true).build()))
        .hasSize(1);
  }

  @RepeatedTest(2)
  void theFirstSdkDeletes(AmazonS3 s3) {
    s3.deleteObject("photos", "cat.txt");

    assertThat(s3.listObjectsV2("photos").getObjectSummaries()).hasSize(1);
    assertThat(s3.getRegionName()).isEqualTo("eu-west-1");
  }

  @Test
  void aUsersFactoryMakesAUsersClient(PhotoStore store) {
    shared.putObject(put -> put.bucket("photos").key("new.txt"), RequestBody.fromString("new"));

    assertThat(store.endpoint()).isEqualTo(target.endpoint());
  }

  @Test
  void aFinalFieldIsRefused() {
    assertThat(Running.failures(Running.run(FinalFieldCase.class)))
        .singleElement()
        .asString()
        .contains("S3 emulator: the field \"s3\": it is final.");
  }

  @Test
  void aFieldOfAStrangeTypeIsRefused() {
    assertThat(Running.failures(Running.run(StrangeFieldCase.class)))
        .singleElement()
        .asString()
        .contains("S3 emulator: the field \"strange\": nothing makes a java.lang.StringBuilder;");
  }

  @Test
  void aClientThatIsNotOnCrtIsRefused() {
    assertThat(Running.failures(Running.run(NoCrtCase.class)))
        .singleElement()
        .asString()
        .contains("S3 emulator: the field \"s3\": there is no @Crt S3Client.");
  }

  @Test
  void shapesOfKotlinClassesWork() {
    Running.requireSuccess(1, KotlinLikeCase.class);
  }

  @S3Emulator
  static class FinalFieldCase {
    @InjectS3 final S3Client s3 = null;

    @Test
    void test() {}
  }

  @S3Emulator
  static class StrangeFieldCase {
    @InjectS3 StringBuilder strange;

    @Test
    void test() {}
  }

  @S3Emulator
  static class NoCrtCase {
    @InjectS3 @Crt S3Client s3;

    @Test
    void test() {}
  }

  /** What the Kotlin compiler makes of a class with properties and a companion object. */
  public static final class KotlinLikeCase {
    /** {@code @JvmField val} in a companion object. */
    @RegisterExtension
    public static final S3EmulatorExtension emulator =
        S3EmulatorExtension.builder().bucket("photos").build();

    /** {@code lateinit var} in a companion object. */
    @InjectS3 public static S3Client lateinitOfCompanion;

    /** {@code @JvmStatic var … : S3Client? = null} in a companion object. */
    @InjectS3 private static S3Client nullableOfCompanion;

    public static final Companion Companion = new Companion();

    /** {@code private lateinit var}. */
    @InjectS3 private S3Client lateinit;

    public static final class Companion {
      private Companion() {}
    }

    @Test
    public void test$module_test(S3Client s3) {
      assertThat(s3)
          .isSameAs(lateinit)
          .isSameAs(lateinitOfCompanion)
          .isSameAs(nullableOfCompanion)
          .isSameAs(emulator.client(S3Client.class));
    }
  }
}
