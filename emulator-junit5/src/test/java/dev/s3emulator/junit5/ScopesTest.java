package dev.s3emulator.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.BucketOptions;
import dev.s3emulator.S3EmulatorServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** How long emulators live, and what a test finds. */
class ScopesTest {

  private static final List<S3EmulatorServer> SEEN =
      Collections.synchronizedList(new ArrayList<>());

  @BeforeEach
  void forget() {
    SEEN.clear();
  }

  @Test
  void perMethodEachTestInvocationAndFactoryHasAServer() {
    Running.requireSuccess(7, PerMethodCase.class);

    assertThat(SEEN.stream().distinct()).hasSize(6);
    assertThat(SEEN).allSatisfy(server -> assertThat(server.toString()).contains("closed"));
  }

  @Test
  void perMethodThereIsNoServerOutsideOfTests() {
    assertThat(Running.failures(Running.run(PerMethodBeforeAllCase.class)))
        .singleElement()
        .asString()
        .contains("@S3Emulator: scope: with METHOD there is no emulator yet in a constructor");
  }

  @Test
  void perClassKindsOfTestsShareAServerAndEachBeginsAnew() {
    Running.requireSuccess(8, PerClassCase.class, OneInstanceCase.class);

    assertThat(SEEN.stream().distinct()).hasSize(2);
  }

  @Test
  void onARunClassesWithTheSameOptionsShareAServerUntilTheEnd() {
    Running.requireSuccess(4, RunCase.class, OtherRunCase.class, DifferentRunCase.class);

    assertThat(SEEN).hasSize(4);
    assertThat(SEEN.subList(0, 3)).containsOnly(SEEN.get(0));
    assertThat(SEEN.get(3)).isNotSameAs(SEEN.get(0));
    assertThat(SEEN).allSatisfy(server -> assertThat(server.toString()).contains("closed"));
  }

  @Test
  void methodsMayShareOneForTheClass() {
    Running.requireSuccess(2, MethodsPerClassCase.class);

    assertThat(SEEN).hasSize(2).containsOnly(SEEN.get(0));
  }

  @Test
  void withoutResetATestFindsWhatTheOneBeforeHasLeft() {
    Running.requireSuccess(2, KeepingCase.class);
  }

  @Test
  void aStrictServerAcceptsItsClientsAndNobodyElse() {
    Running.requireSuccess(2, StrictCase.class, StrictExtensionCase.class);
  }

  @S3Emulator(strict = true)
  static class StrictCase {
    @Test
    void test(S3EmulatorServer server, S3Client s3) throws Exception {
      requireStrict(server, s3);
    }
  }

  static class StrictExtensionCase {
    @RegisterExtension
    final S3EmulatorExtension emulator = S3EmulatorExtension.builder().strict(true).build();

    @Test
    void test(S3EmulatorServer server, S3Client s3) throws Exception {
      requireStrict(server, s3);
    }
  }

  private static void requireStrict(S3EmulatorServer server, S3Client s3) throws Exception {
    assertThat(s3.listBuckets().buckets()).isEmpty();
    server.createBucket("photos");
    HttpRequest anonymous = HttpRequest.newBuilder(server.endpoint().resolve("/photos")).build();
    assertThat(HttpClient.newHttpClient().send(anonymous, BodyHandlers.discarding()).statusCode())
        .isEqualTo(403);
  }

  @S3Emulator(scope = EmulatorScope.METHOD)
  static class PerMethodCase {
    @BeforeEach
    void setUp(S3EmulatorServer server) {
      SEEN.add(server);
    }

    @RepeatedTest(2)
    void repeated(S3EmulatorServer server) {
      server.createBucket("photos");
    }

    @ParameterizedTest
    @ValueSource(strings = {"photos", "trees"})
    void parameterized(String name, S3EmulatorServer server) {
      server.createBucket("photos").createBucket(name + "-too");
    }

    @Test
    void test(S3EmulatorServer server) {
      server.createBucket("photos");
      SEEN.add(server);
    }

    @TestFactory
    Stream<DynamicTest> factory(S3EmulatorServer server) {
      return Stream.of("one", "two")
          .map(name -> DynamicTest.dynamicTest(name, () -> server.createBucket(name + "-bucket")));
    }
  }

  @S3Emulator(scope = EmulatorScope.METHOD)
  static class PerMethodBeforeAllCase {
    @BeforeAll
    static void before(URI endpoint) {}

    @Test
    void test() {}
  }

  @S3Emulator(buckets = @Bucket(name = "photos"))
  static class PerClassCase {
    @RepeatedTest(2)
    void repeated(S3EmulatorServer server, S3Client s3) {
      s3.createBucket(request -> request.bucket("again"));
      SEEN.add(server);
    }

    @ParameterizedTest
    @ValueSource(strings = {"photos", "trees"})
    void parameterized(String name, S3EmulatorServer server, S3Client s3) {
      s3.createBucket(request -> request.bucket("again"));
      SEEN.add(server);
    }

    @TestFactory
    Stream<DynamicTest> factory(S3Client s3) {
      s3.createBucket(request -> request.bucket("again"));
      return Stream.of("one", "two")
          .map(
              name ->
                  DynamicTest.dynamicTest(
                      name, () -> s3.putObject(put -> put.bucket("again").key(name), body())));
    }

    private static RequestBody body() {
      return RequestBody.fromString("x");
    }
  }

  @S3Emulator
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class OneInstanceCase {
    @InjectS3 private S3EmulatorServer field;

    @BeforeAll
    void fieldsAreSetBeforeAll(S3EmulatorServer server) {
      assertThat(field).isSameAs(server);
    }

    @RepeatedTest(2)
    void test(S3EmulatorServer server) {
      SEEN.add(server);
      server.snapshot();
      assertThat(field).isSameAs(server);
    }

    @AfterAll
    void fieldsAreStillUsable() {
      assertThat(field.port()).isPositive();
    }
  }

  @S3Emulator(scope = EmulatorScope.RUN, buckets = @Bucket(name = "photos"))
  @TestMethodOrder(MethodOrderer.MethodName.class)
  static class RunCase {
    @RepeatedTest(2)
    void test(S3EmulatorServer server, S3Client s3) {
      s3.createBucket(request -> request.bucket("again"));
      SEEN.add(server);
    }
  }

  @S3Emulator(scope = EmulatorScope.RUN, buckets = @Bucket(name = "photos"))
  static class OtherRunCase {
    @Test
    void test(S3EmulatorServer server, S3Client s3) {
      s3.createBucket(request -> request.bucket("again"));
      SEEN.add(server);
    }
  }

  @S3Emulator(scope = EmulatorScope.RUN)
  static class DifferentRunCase {
    @Test
    void test(S3EmulatorServer server) {
      SEEN.add(server.createBucket(BucketOptions.named("photos")));
    }
  }

  static class MethodsPerClassCase {
    @Test
    @S3Emulator(scope = EmulatorScope.CLASS)
    void one(S3EmulatorServer server) {
      SEEN.add(server);
    }

    @Test
    @S3Emulator(scope = EmulatorScope.CLASS)
    void two(S3EmulatorServer server) {
      SEEN.add(server);
    }
  }

  @S3Emulator(reset = false)
  @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
  static class KeepingCase {
    @Test
    @Order(1)
    void first(S3Client s3) {
      s3.createBucket(request -> request.bucket("photos"));
    }

    @Test
    @Order(2)
    void second(S3EmulatorServer server, S3Client s3) {
      assertThat(s3.listBuckets().buckets()).hasSize(1);
      assertThat(server.journal().requests()).hasSize(2);
    }
  }
}
