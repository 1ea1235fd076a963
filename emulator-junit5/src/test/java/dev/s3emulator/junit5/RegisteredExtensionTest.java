package dev.s3emulator.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.s3emulator.BucketOptions;
import dev.s3emulator.EmulatorClock;
import dev.s3emulator.S3EmulatorServer;
import dev.s3emulator.Versioning;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.MFADeleteStatus;

/** The extension as a field that is made by its builder. */
class RegisteredExtensionTest {

  private static final List<S3EmulatorServer> SEEN =
      Collections.synchronizedList(new ArrayList<>());

  @BeforeEach
  void forget() {
    SEEN.clear();
  }

  @Test
  void inAStaticFieldItIsForTheClass() {
    Running.requireSuccess(3, StaticCase.class);

    assertThat(SEEN).hasSize(3).containsOnly(SEEN.get(0));
    assertThat(SEEN.get(0).toString()).contains("closed");
  }

  @Test
  void inAnInstanceFieldItIsForEachTest() {
    Running.requireSuccess(5, InstanceCase.class, OneInstanceCase.class);

    assertThat(SEEN).hasSize(5).doesNotHaveDuplicates();
    assertThat(SEEN).allSatisfy(server -> assertThat(server.toString()).contains("closed"));
  }

  @Test
  void subclassesHaveServersOfTheirOwnFromTheSameField() {
    Running.requireSuccess(2, OneSub.class, OtherSub.class);

    assertThat(SEEN.stream().distinct()).hasSize(2);
  }

  @Test
  void theScopeMayBeAnother() {
    Running.requireSuccess(6, StaticPerMethod.class, InstancePerClass.class, RunCase.class);

    assertThat(SEEN).hasSize(6);
    assertThat(SEEN.get(0)).isNotSameAs(SEEN.get(1));
    assertThat(SEEN.get(2)).isSameAs(SEEN.get(3));
    assertThat(SEEN.get(4)).isSameAs(SEEN.get(5));
  }

  @Test
  void severalExtensionsAreAskedByThemselves() {
    Running.requireSuccess(1, SeveralCase.class);
  }

  @Test
  void severalExtensionsCannotSetOneField() {
    assertThat(Running.failures(Running.run(SeveralFieldCase.class)))
        .singleElement()
        .asString()
        .contains("the field \"s3\": the class has several emulators; ask one of the extensions");
  }

  @Test
  void theBuilderSaysAllThatTheAnnotationSays() {
    Running.requireSuccess(1, FullCase.class);

    assertThat(System.getProperty("registered.test.region")).isNull();
  }

  @Test
  void wrongValuesFailTheClass() {
    assertThat(Running.failures(Running.run(WrongCase.class)))
        .singleElement()
        .isInstanceOf(ExtensionConfigurationException.class)
        .asString()
        .contains("S3EmulatorExtension: region: The region \"Ireland, maybe\" is not");
  }

  @Test
  void thereIsNoServerWithoutATest() {
    assertThatThrownBy(S3EmulatorExtension.builder().build()::server)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("There is no emulator yet, or no longer");
    assertThatThrownBy(StaticCase.S3::endpoint).isInstanceOf(IllegalStateException.class);
  }

  static class StaticCase {
    @RegisterExtension
    static final S3EmulatorExtension S3 = S3EmulatorExtension.builder().bucket("photos").build();

    @InjectS3 S3Client field;

    @BeforeAll
    static void isThere(S3EmulatorServer server) {
      assertThat(server).isSameAs(S3.server());
    }

    @RepeatedTest(2)
    void test(S3Client s3, URI endpoint) {
      assertThat(s3).isSameAs(S3.client(S3Client.class)).isSameAs(field);
      assertThat(endpoint).isEqualTo(S3.endpoint()).isEqualTo(S3.target().endpoint());
      s3.createBucket(request -> request.bucket("again"));
      SEEN.add(S3.server());
    }

    @Nested
    class Inner {
      @Test
      void test(S3EmulatorServer server) {
        assertThat(server).isSameAs(S3.server());
        assertThatThrownBy(() -> S3.client(StringBuilder.class))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("nothing makes a java.lang.StringBuilder");
        SEEN.add(server);
      }
    }
  }

  static class InstanceCase {
    @RegisterExtension
    final S3EmulatorExtension emulator = S3EmulatorExtension.builder().bucket("photos").build();

    @RepeatedTest(2)
    void test(S3EmulatorServer server) {
      assertThat(server).isSameAs(emulator.server());
      SEEN.add(server);
    }

    @Nested
    class Inner {
      @Test
      void test(S3EmulatorServer server) {
        assertThat(server).isSameAs(emulator.server());
        SEEN.add(server);
      }
    }
  }

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class OneInstanceCase {
    @RegisterExtension final S3EmulatorExtension emulator = S3EmulatorExtension.builder().build();

    @RepeatedTest(2)
    void test(S3EmulatorServer server) {
      assertThat(server).isSameAs(emulator.server());
      SEEN.add(server);
    }
  }

  abstract static class Base {
    @RegisterExtension static final S3EmulatorExtension S3 = S3EmulatorExtension.builder().build();

    @Test
    void test() {
      SEEN.add(S3.server());
    }
  }

  static class OneSub extends Base {}

  static class OtherSub extends Base {}

  static class StaticPerMethod {
    @RegisterExtension
    static final S3EmulatorExtension S3 =
        S3EmulatorExtension.builder().scope(EmulatorScope.METHOD).build();

    @RepeatedTest(2)
    void test() {
      SEEN.add(S3.server());
    }
  }

  static class InstancePerClass {
    @RegisterExtension
    final S3EmulatorExtension s3 = S3EmulatorExtension.builder().scope(EmulatorScope.CLASS).build();

    @RepeatedTest(2)
    void test() {
      SEEN.add(s3.server());
    }
  }

  static class RunCase {
    @RegisterExtension
    final S3EmulatorExtension s3 = S3EmulatorExtension.builder().scope(EmulatorScope.RUN).build();

    @RepeatedTest(2)
    void test() {
      SEEN.add(s3.server());
    }
  }

  static class SeveralCase {
    @RegisterExtension
    static final S3EmulatorExtension LEFT = S3EmulatorExtension.builder().bucket("left").build();

    @RegisterExtension
    static final S3EmulatorExtension RIGHT = S3EmulatorExtension.builder().bucket("right").build();

    @Test
    void test() {
      assertThat(LEFT.server()).isNotSameAs(RIGHT.server());
      assertThat(LEFT.client(S3Client.class).listBuckets().buckets())
          .extracting(software.amazon.awssdk.services.s3.model.Bucket::name)
          .containsExactly("left");
    }
  }

  static class SeveralFieldCase {
    @RegisterExtension
    static final S3EmulatorExtension LEFT = S3EmulatorExtension.builder().build();

    @RegisterExtension
    static final S3EmulatorExtension RIGHT = S3EmulatorExtension.builder().build();

    @InjectS3 S3Client s3;

    @Test
    void test() {}
  }

  static class FullCase {
    @RegisterExtension
    static final S3EmulatorExtension S3 =
        S3EmulatorExtension.builder()
            .bucket(
                BucketOptions.named("photos").versioning(Versioning.ENABLED).tag("team", "blue"),
                "classpath:/fixtures/photos")
            .bucket(BucketOptions.named("careful").mfaDelete())
            .seed("classpath:/fixtures/trees")
            .region("eu-west-1")
            .accessKey("ME", "secret")
            .reset(false)
            .endpointProperty("registered.test.endpoint")
            .accessKeyProperty("registered.test.key")
            .secretKeyProperty("registered.test.secret")
            .regionProperty("registered.test.region")
            .server(
                server ->
                    server.clock(EmulatorClock.frozenAt(Instant.parse("2026-01-31T12:00:00Z"))))
            .build();

    @Test
    void test(S3Client s3) {
      assertThat(s3.getBucketVersioning(request -> request.bucket("photos")).status())
          .isEqualTo(BucketVersioningStatus.ENABLED);
      assertThat(s3.getBucketVersioning(request -> request.bucket("careful")).mfaDelete())
          .isEqualTo(MFADeleteStatus.ENABLED);
      assertThat(s3.listObjectsV2(request -> request.bucket("photos")).keyCount()).isEqualTo(2);
      assertThat(s3.listObjectsV2(request -> request.bucket("forest")).keyCount()).isEqualTo(1);
      assertThat(S3.server().clock().instant()).isEqualTo("2026-01-31T12:00:00Z");
      assertThat(System.getProperty("registered.test.endpoint"))
          .isEqualTo(S3.endpoint().toString());
      assertThat(System.getProperty("registered.test.key")).isEqualTo("ME");
      assertThat(System.getProperty("registered.test.secret")).isEqualTo("secret");
      assertThat(System.getProperty("registered.test.region")).isEqualTo("eu-west-1");
    }
  }

  static class WrongCase {
    @RegisterExtension
    static final S3EmulatorExtension S3 =
        S3EmulatorExtension.builder().region("Ireland, maybe").build();

    @Test
    void test() {}
  }
}
