package dev.s3emulator.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.S3EmulatorServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

/** What listeners of tests are told. */
class TestListenerTest {

  @BeforeEach
  void forget() {
    RecordingListener.EVENTS.clear();
  }

  @Test
  void aListenerHearsOfEveryEmulatorOfATest() {
    assertThat(Running.failures(Running.run(TwoEmulatorsCase.class))).hasSize(1);

    assertThat(RecordingListener.EVENTS)
        .containsExactly(
            "before test in eu-west-1, requests 0",
            "before test in eu-west-2, requests 0",
            "after test in eu-west-1, requests 2, mine",
            "after test in eu-west-2, requests 1, mine");
  }

  @Test
  void aListenerThatFailsFailsTheTestAndKeepsNoServerOpen() {
    assertThat(Running.failures(Running.run(FailingListenerCase.class)))
        .singleElement()
        .hasToString("java.lang.IllegalStateException: the listener failed");
  }

  @S3Emulator(region = "eu-west-1")
  static class TwoEmulatorsCase {
    @BeforeEach
    void setUp(S3Client s3) {
      s3.listBuckets();
    }

    @Test
    void test(@S3Emulator(region = "eu-west-2") S3Client other) {
      other.listBuckets();
      throw new AssertionError("mine");
    }

    @AfterEach
    void tearDown(S3Client s3) {
      s3.listBuckets();
    }
  }

  @S3Emulator(region = "us-west-1")
  static class FailingListenerCase {
    @Test
    void test(S3EmulatorServer server) {}
  }
}
