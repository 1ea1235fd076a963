package dev.s3emulator.examples.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.junit5.Bucket;
import dev.s3emulator.junit5.EmulatorScope;
import dev.s3emulator.junit5.InjectS3;
import dev.s3emulator.junit5.S3Emulator;
import dev.s3emulator.junit5.S3Target;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The README's superclass of tests that share an application, which Spring keeps, and an S3. */
@S3Emulator(buckets = @Bucket(name = "photos"), scope = EmulatorScope.RUN)
@SpringBootTest
abstract class PhotosSpringTest {

  private static final Set<ApplicationContext> APPLICATIONS = ConcurrentHashMap.newKeySet();

  @InjectS3 static S3Target s3;

  @DynamicPropertySource
  static void s3Settings(DynamicPropertyRegistry properties) {
    properties.add("photos.s3.endpoint", s3::endpoint);
    properties.add("photos.s3.region", s3::region);
    properties.add("photos.s3.access-key", s3.accessKey()::accessKeyId);
    properties.add("photos.s3.secret-key", s3.accessKey()::secretAccessKey);
  }

  @AfterEach
  void thereIsOneApplication(@Autowired ApplicationContext application) {
    APPLICATIONS.add(application);
    assertThat(APPLICATIONS).hasSize(1);
  }
}
