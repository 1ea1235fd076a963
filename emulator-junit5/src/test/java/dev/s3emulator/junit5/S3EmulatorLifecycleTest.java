package dev.s3emulator.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.s3emulator.S3EmulatorServer;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** When servers start and end, and which tests share one. */
class S3EmulatorLifecycleTest {

  /** The servers that the cases saw, one for each test. */
  private static final List<S3EmulatorServer> SEEN =
      Collections.synchronizedList(new ArrayList<>());

  @BeforeEach
  void forget() {
    SEEN.clear();
  }

  @Test
  void aClassAndItsNestedClassesHaveOneServerThatIsClosedAfterwards() {
    Running.requireSuccess(3, Running.run(OuterCase.class));

    assertThat(SEEN).hasSize(3).containsOnly(SEEN.get(0));
    assertThatThrownBy(SEEN.get(0)::endpoint)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void aClassWithOneInstanceGetsItsParametersInTheConstructor() {
    Running.requireSuccess(2, Running.run(OneInstanceCase.class));

    assertThat(SEEN).hasSize(2).containsOnly(SEEN.get(0));
  }

  @Test
  void aSubclassInheritsTheAnnotationAndHasAServerOfItsOwn() {
    Running.requireSuccess(4, Running.run(OuterCase.class, InheritingCase.class));

    assertThat(SEEN.stream().distinct()).hasSize(2);
  }

  @Test
  void classesRunAtTheSameTimeOnServersOfTheirOwn() {
    Running.requireSuccess(2, Running.runInParallel(LeftCase.class, RightCase.class));

    assertThat(SEEN.stream().distinct()).hasSize(2);
  }

  @Test
  void testsThatShareAServerRunOneAfterTheOther() {
    Running.requireSuccess(20, Running.runInParallel(AlternatingCase.class));
  }

  @Test
  void otherParametersAreNotTouched() {
    assertThat(Running.failures(Running.run(OtherParameterCase.class)))
        .singleElement()
        .asString()
        .contains("No ParameterResolver registered for parameter [java.lang.AutoCloseable");
  }

  @S3Emulator
  static class OuterCase {
    @Test
    void outer(S3EmulatorServer server) {
      SEEN.add(server);
    }

    @Nested
    class Middle {
      @Test
      void middle(S3EmulatorServer server) {
        SEEN.add(server);
      }

      @Nested
      class Inner {
        @Test
        void inner(S3EmulatorServer server) {
          SEEN.add(server);
        }
      }
    }
  }

  @S3Emulator
  abstract static class AnnotatedBase {}

  static class InheritingCase extends AnnotatedBase {
    @Test
    void inherited(S3EmulatorServer server) {
      SEEN.add(server);
    }
  }

  @S3Emulator
  @TestInstance(Lifecycle.PER_CLASS)
  static class OneInstanceCase {
    private final S3EmulatorServer server;
    private final URI endpoint;

    OneInstanceCase(S3EmulatorServer server, URI endpoint) {
      this.server = server;
      this.endpoint = endpoint;
    }

    @RepeatedTest(2)
    void test() {
      assertThat(server.endpoint()).isEqualTo(endpoint);
      SEEN.add(server);
    }
  }

  /** Passed only when both classes are in a test at the same time. */
  private static final CyclicBarrier MEETING = new CyclicBarrier(2);

  @S3Emulator
  static class LeftCase {
    @Test
    void meet(S3EmulatorServer server) throws Exception {
      SEEN.add(server);
      MEETING.await(30, TimeUnit.SECONDS);
    }
  }

  @S3Emulator
  static class RightCase {
    @Test
    void meet(S3EmulatorServer server) throws Exception {
      SEEN.add(server);
      MEETING.await(30, TimeUnit.SECONDS);
    }
  }

  @S3Emulator
  static class AlternatingCase {
    private static final AtomicInteger INSIDE = new AtomicInteger();

    @RepeatedTest(10)
    void one(S3EmulatorServer server) {
      beAlone(server);
    }

    @Nested
    class Within {
      @RepeatedTest(10)
      void other(S3EmulatorServer server) {
        beAlone(server);
      }
    }

    private static void beAlone(S3EmulatorServer server) {
      assertThat(INSIDE.incrementAndGet()).isEqualTo(1);
      for (int i = 0; i < 1000; i++) {
        server.snapshot();
      }
      INSIDE.decrementAndGet();
    }
  }

  @S3Emulator
  static class OtherParameterCase {
    @Test
    void test(AutoCloseable supertypeOfAll) {}
  }
}
