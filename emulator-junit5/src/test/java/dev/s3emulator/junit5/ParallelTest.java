package dev.s3emulator.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.S3EmulatorServer;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Classes and methods that run at the same time do not see each other. */
class ParallelTest {

  @Test
  void manyTestsWithServersOfTheirOwnAreIsolated() {
    Running.requireSuccess(
        70, Running.runInParallel(PerTestCase.class, PerTestExtension.class, OtherCase.class));
  }

  @Test
  void testsThatShareTheServerOfARegisteredExtensionTakeTurns() {
    Running.requireSuccess(20, Running.runInParallel(SharedExtensionCase.class));
  }

  @Test
  void testsThatShareTheServerOfAFieldTakeTurns() {
    Running.requireSuccess(20, Running.runInParallel(SharedFieldCase.class));
  }

  @Test
  void classesThatShareTheServerOfARunTakeTurns() {
    Running.requireSuccess(
        30, Running.runInParallel(RunCase.class, OtherRunCase.class, RunExtensionCase.class));
  }

  @Test
  void aFactoryWhoseTestsRunAtTheSameTimeKeepsItsTurn() {
    Running.requireSuccess(18, Running.runInParallel(FactoryCase.class));
  }

  @Test
  void testsWithServersOfTheirOwnRunAtTheSameTime() {
    Running.requireSuccess(2, Running.runInParallel(MeetingCase.class));
  }

  @Test
  void testsThatShareAServerWithoutResetRunAtTheSameTime() {
    Running.requireSuccess(2, Running.runInParallel(MeetingWithoutResetCase.class));
  }

  /** Passed only when two tests are there at the same time. */
  private static final CyclicBarrier MEETING = new CyclicBarrier(2);

  /** Fails if another test uses the server between two lines, or has left something. */
  private static void use(S3Client s3, S3EmulatorServer server, String own) {
    assertThat(s3.listObjectsV2(list -> list.bucket("photos")).contents()).isEmpty();
    for (int i = 0; i < 4; i++) {
      String key = own + i;
      s3.putObject(put -> put.bucket("photos").key(key), RequestBody.fromString(key));
    }
    s3.deleteObject(delete -> delete.bucket("photos").key(own + 0));

    assertThat(s3.listObjectsV2(list -> list.bucket("photos")).contents())
        .extracting(S3Object::key)
        .isEqualTo(List.of(own + 1, own + 2, own + 3));
    assertThat(server.journal().requests()).hasSize(7);
  }

  @S3Emulator(scope = EmulatorScope.METHOD, buckets = @Bucket(name = "photos"))
  static class PerTestCase {
    @RepeatedTest(20)
    void one(S3Client s3, S3EmulatorServer server, RepetitionInfo repetition) {
      use(s3, server, "one" + repetition.getCurrentRepetition());
    }

    @RepeatedTest(20)
    void two(S3Client s3, S3EmulatorServer server, RepetitionInfo repetition) {
      use(s3, server, "two" + repetition.getCurrentRepetition());
    }
  }

  static class PerTestExtension {
    @RegisterExtension
    final S3EmulatorExtension emulator = S3EmulatorExtension.builder().bucket("photos").build();

    @RepeatedTest(20)
    void test(RepetitionInfo repetition) {
      use(
          emulator.client(S3Client.class),
          emulator.server(),
          "extension" + repetition.getCurrentRepetition());
    }
  }

  @S3Emulator(buckets = @Bucket(name = "photos"))
  static class OtherCase {
    @RepeatedTest(10)
    void test(S3Client s3, S3EmulatorServer server) {
      use(s3, server, "other");
    }
  }

  static class SharedExtensionCase {
    @RegisterExtension
    static final S3EmulatorExtension EMULATOR =
        S3EmulatorExtension.builder().bucket("photos").build();

    @RepeatedTest(10)
    void test(S3Client s3, S3EmulatorServer server) {
      use(s3, server, "outer");
    }

    @Nested
    class Inner {
      @RepeatedTest(10)
      void test(S3Client s3, S3EmulatorServer server) {
        use(s3, server, "inner");
      }
    }
  }

  static class SharedFieldCase {
    @S3Emulator(buckets = @Bucket(name = "photos"))
    static S3EmulatorServer server;

    @RepeatedTest(10)
    void one(S3Client s3) {
      use(s3, server, "one");
    }

    @RepeatedTest(10)
    void two(S3Client s3) {
      use(s3, server, "two");
    }
  }

  @S3Emulator(scope = EmulatorScope.RUN, buckets = @Bucket(name = "photos"))
  static class RunCase {
    @RepeatedTest(10)
    void test(S3Client s3, S3EmulatorServer server) {
      use(s3, server, "run");
    }
  }

  @S3Emulator(scope = EmulatorScope.RUN, buckets = @Bucket(name = "photos"))
  static class OtherRunCase {
    @RepeatedTest(10)
    void test(S3Client s3, S3EmulatorServer server) {
      use(s3, server, "other");
    }
  }

  static class RunExtensionCase {
    @RegisterExtension
    static final S3EmulatorExtension EMULATOR =
        S3EmulatorExtension.builder().bucket("photos").scope(EmulatorScope.RUN).build();

    @RepeatedTest(10)
    void test(S3Client s3, S3EmulatorServer server) {
      use(s3, server, "extension");
    }
  }

  @S3Emulator(buckets = @Bucket(name = "photos"))
  static class FactoryCase {
    @BeforeEach
    void isEmpty(S3Client s3) {
      assertThat(s3.listObjectsV2(list -> list.bucket("photos")).contents()).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> one(S3Client s3) {
      return put(s3);
    }

    @TestFactory
    Stream<DynamicTest> two(S3Client s3) {
      return put(s3);
    }

    private static Stream<DynamicTest> put(S3Client s3) {
      return IntStream.range(0, 9)
          .mapToObj(
              i ->
                  DynamicTest.dynamicTest(
                      "put " + i,
                      () -> {
                        s3.putObject(
                            put -> put.bucket("photos").key("key" + i).ifNoneMatch("*"),
                            RequestBody.fromString("x"));
                        assertThat(s3.listObjectsV2(list -> list.bucket("photos")).keyCount())
                            .isLessThanOrEqualTo(9);
                      }));
    }
  }

  @S3Emulator(scope = EmulatorScope.METHOD)
  static class MeetingCase {
    @Test
    void one(S3EmulatorServer server) throws Exception {
      MEETING.await(30, TimeUnit.SECONDS);
    }

    @Test
    void two(S3EmulatorServer server) throws Exception {
      MEETING.await(30, TimeUnit.SECONDS);
    }
  }

  @S3Emulator(reset = false)
  static class MeetingWithoutResetCase {
    @Test
    void one(S3EmulatorServer server) throws Exception {
      MEETING.await(30, TimeUnit.SECONDS);
    }

    @Test
    void two(S3EmulatorServer server) throws Exception {
      MEETING.await(30, TimeUnit.SECONDS);
    }
  }
}
