package dev.s3emulator.examples.spring.template;

import static dev.s3emulator.assertj.S3Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.S3EmulatorServer;
import dev.s3emulator.Versioning;
import dev.s3emulator.junit5.Bucket;
import dev.s3emulator.junit5.InjectS3;
import dev.s3emulator.junit5.S3Emulator;
import dev.s3emulator.junit5.S3Target;
import io.awspring.cloud.s3.S3Resource;
import io.awspring.cloud.s3.S3Template;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.io.Resource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The README's test with Spring Cloud AWS, and what else its template does. */
@S3Emulator(
    buckets =
        @Bucket(
            name = "photos",
            versioning = Versioning.ENABLED,
            seed = "classpath:/fixtures/photos"))
@SpringBootTest
class S3TemplateTest {

  @InjectS3 static S3Target s3;

  @DynamicPropertySource
  static void s3Settings(DynamicPropertyRegistry properties) {
    properties.add("spring.cloud.aws.s3.endpoint", s3::endpoint);
    properties.add("spring.cloud.aws.s3.path-style-access-enabled", () -> true);
    properties.add("spring.cloud.aws.region.static", s3::region);
    properties.add("spring.cloud.aws.credentials.access-key", s3.accessKey()::accessKeyId);
    properties.add("spring.cloud.aws.credentials.secret-key", s3.accessKey()::secretAccessKey);
  }

  @Autowired S3Template template;

  @Test
  void theTemplateStoresAndDeletes(S3EmulatorServer emulator) {
    template.store("photos", "owner.json", new Owner("Ada"));
    template.deleteObject("photos", "cat.txt");

    assertThat(template.read("photos", "owner.json", Owner.class)).isEqualTo(new Owner("Ada"));
    assertThat(emulator).bucket("photos").containsOnlyKeys("dog.txt", "owner.json");
    assertThat(emulator).bucket("photos").key("cat.txt").isHiddenByDeleteMarker();
  }

  record Owner(String name) {}

  @Test
  void theTemplateUploadsDownloadsAndLists() throws IOException {
    S3Resource uploaded =
        template.upload("photos", "pets/bird.txt", new ByteArrayInputStream(utf8("a bird")));

    assertThat(uploaded.contentLength()).isEqualTo(6);
    assertThat(template.objectExists("photos", "pets/bird.txt")).isTrue();
    assertThat(template.objectExists("photos", "pets/cow.txt")).isFalse();
    assertThat(template.download("photos", "pets/bird.txt").getContentAsByteArray())
        .isEqualTo(utf8("a bird"));
    assertThat(template.listObjects("photos", "pets/"))
        .extracting(S3Resource::getFilename)
        .containsExactly("pets/bird.txt");
  }

  @Test
  void aSignedUrlIsAccepted() throws IOException, InterruptedException, URISyntaxException {
    var url = template.createSignedGetURL("photos", "dog.txt", Duration.ofMinutes(5));

    var answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(url.toURI()).build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isNotEmpty();
  }

  @Test
  void aResourceIsRead(@Value("s3://photos/dog.txt") Resource dog) throws IOException {
    assertThat(dog.exists()).isTrue();
    assertThat(dog.getContentAsByteArray()).isNotEmpty();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
