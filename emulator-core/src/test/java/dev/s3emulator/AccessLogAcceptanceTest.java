package dev.s3emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Access logs over the wire, with TLS. */
@Timeout(60)
class AccessLogAcceptanceTest {

  private final S3EmulatorServer server =
      S3EmulatorServer.builder().https(true).bucket("photos").bucket("logs").start();
  private final S3Client s3 = S3Clients.s3Client(server);

  @BeforeEach
  void log() {
    s3.putBucketLogging(
        it ->
            it.bucket("photos")
                .bucketLoggingStatus(
                    status ->
                        status.loggingEnabled(l -> l.targetBucket("logs").targetPrefix("p/"))));
  }

  @AfterEach
  void close() {
    s3.close();
    server.close();
  }

  @Test
  void aRecordTellsTheClientAndTheConnection() {
    s3.deleteObject(it -> it.bucket("photos").key("cat.txt"));
    server.deliverLogs();

    S3Object log = logs().get(0);
    assertThat(log.key()).startsWith("p/");
    assertThat(s3.getObjectAsBytes(it -> it.bucket("logs").key(log.key())).asUtf8String())
        .containsPattern(
            " photos \\[[^]]+] 127\\.0\\.0\\.1 [0-9a-f]{64} [0-9A-Z]{16} REST\\.DELETE\\.OBJECT"
                + " cat\\.txt \"DELETE /photos/cat\\.txt HTTP/1\\.1\" 204 - - - \\d+ \\d+ \"-\""
                + " \"aws-sdk-java/.*\" - [A-Za-z0-9+/=]{76} SigV4 TLS_[A-Z0-9_]+ AuthHeader"
                + " 127\\.0\\.0\\.1:\\d+ TLSv1\\.3 - - -\n");
  }

  @Test
  void anHourOfTheClockDelivers() {
    s3.headBucket(it -> it.bucket("photos"));
    assertThat(logs()).isEmpty();

    server.clock().advance(Duration.ofHours(1));

    assertThat(logs()).hasSize(1);
  }

  @Test
  void whatWaitsIsLostAtARestore() {
    S3Snapshot snapshot = server.snapshot();
    s3.headBucket(it -> it.bucket("photos"));

    server.restore(snapshot);
    server.deliverLogs();

    assertThat(logs()).isEmpty();
  }

  @Test
  void aResetForgetsThatSomethingWasLogged() {
    s3.headBucket(it -> it.bucket("photos"));

    server.reset();
    s3.headBucket(it -> it.bucket("photos"));
    server.deliverLogs();

    assertThat(logs()).isEmpty();
  }

  private List<S3Object> logs() {
    return s3.listObjectsV2(it -> it.bucket("logs")).contents();
  }
}
