package dev.s3emulator.examples.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.s3emulator.BucketOptions;
import dev.s3emulator.S3EmulatorServer;
import dev.s3emulator.Versioning;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each client of Java finds the server with the README's lines, and deletes what it should. */
class ConnectionsTest {

  @ParameterizedTest
  @EnumSource
  void objectsComeAndGo(SimpleClient.Kind kind) throws Exception {
    try (S3EmulatorServer server = S3EmulatorServer.start().createBucket("photos");
        SimpleClient client = kind.connect(server)) {
      client.put("photos", "HappyFace.jpg", "a face");
      client.put("photos", "objectkey1", "a key");
      client.put("photos", "objectkey2", "another key");
      assertThat(client.list("photos"))
          .containsExactly("HappyFace.jpg", "objectkey1", "objectkey2");
      assertThat(client.get("photos", "HappyFace.jpg")).isEqualTo("a face");

      client.delete("photos", "HappyFace.jpg");
      assertThat(client.deleteAll("photos", List.of("objectkey1", "objectkey2")))
          .containsExactlyInAnyOrder("objectkey1", "objectkey2");

      assertThat(client.list("photos")).isEmpty();
      assertThatThrownBy(() -> client.get("photos", "HappyFace.jpg"))
          .satisfies(
              failure ->
                  assertThat(client.reason((Exception) failure))
                      .isEqualTo(kind == SimpleClient.Kind.SDK_2_CRT ? "status 404" : "NoSuchKey"));
      assertThat(server.journal().failures()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void deletedVersionsAreHidden(SimpleClient.Kind kind) throws Exception {
    try (S3EmulatorServer server =
            S3EmulatorServer.start()
                .createBucket(BucketOptions.named("photos").versioning(Versioning.ENABLED));
        SimpleClient client = kind.connect(server)) {
      client.put("photos", "a", "1");
      client.put("photos", "b", "2");
      client.delete("photos", "a");
      client.deleteAll("photos", List.of("b", "c"));

      assertThat(client.list("photos")).isEmpty();
      assertThat(server.snapshot().bucket("photos").orElseThrow().objects())
          .allSatisfy(hidden -> assertThat(hidden.versions().get(0).deleteMarker()).isTrue())
          .extracting(hidden -> hidden.key() + ": " + hidden.versions().size())
          .containsExactly("a: 2", "b: 2", "c: 1");
    }
  }
}
