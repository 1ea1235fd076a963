package dev.s3emulator.examples.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.S3EmulatorServer;
import dev.s3emulator.examples.clients.SimpleClient.Kind;
import dev.s3emulator.journal.RecordedRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every key of keys.json, stored, listed, read and deleted by each client of Java. */
class KeysTest {

  private static final Map<String, String> SDK =
      Map.ofEntries(
          // S3 takes no path that leads out of the bucket.
          Map.entry("leading parent folder", "put: InvalidURI"),
          Map.entry("two dots", "put: InvalidURI"),
          // Without encoding-type, which these clients do not send by themselves, S3 lists
          // characters
          // that XML 1.0 forbids, and a parser of XML 1.0 refuses that.
          Map.entry("control character", "list: SdkClientException"),
          Map.entry("first control character", "list: SdkClientException"),
          Map.entry("non-character", "list: SdkClientException"));

  private static final Map<String, String> MINIO =
      Map.ofEntries(
          // The client refuses dots.
          Map.entry("leading parent folder", "put: IllegalArgumentException"),
          Map.entry("leading same folder", "put: IllegalArgumentException"),
          Map.entry("one dot", "put: IllegalArgumentException"),
          Map.entry("parent folder", "put: IllegalArgumentException"),
          Map.entry("same folder", "put: IllegalArgumentException"),
          Map.entry("trailing parent folder", "put: IllegalArgumentException"),
          Map.entry("two dots", "put: IllegalArgumentException"),
          // It makes one slash of several, and of a single one two.
          Map.entry("address", "put: stored as [http:/127.0.0.1:1/a]"),
          Map.entry("doubled slash", "put: stored as [a/b]"),
          Map.entry("one slash", "put: stored as [//]"),
          Map.entry("two leading slashes", "put: stored as [/a]"),
          Map.entry("two trailing slashes", "put: stored as [a/]"),
          // It writes carriage returns as they are into XML, where they are line feeds.
          Map.entry("carriage return", "batch delete: left [carriage\rreturn]"),
          Map.entry("carriage return and line feed", "batch delete: left [both\r\n]"),
          // And characters that XML 1.0 forbids.
          Map.entry("control character", "batch delete: MalformedXML"),
          Map.entry("first control character", "batch delete: MalformedXML"),
          Map.entry("non-character", "batch delete: MalformedXML"));

  @ParameterizedTest
  @EnumSource
  void everyKeyGoesThrough(Kind kind) throws Exception {
    try (S3EmulatorServer server = S3EmulatorServer.start().createBucket("keys");
        SimpleClient client = kind.connect(server)) {
      Map<String, String> lives = new TreeMap<>();
      for (var entry : KeyList.keys().entrySet()) {
        lives.put(entry.getKey(), lifeOf(entry.getValue(), client, server));
      }

      assertThat(lives).isEqualTo(KeyList.allWorkBut(exceptions(kind)));
    }
  }

  /** Nobody sees it but who looks at the wire: the same key, written otherwise. */
  @Test
  void apacheEncodesRepeatedSlashes() throws Exception {
    try (S3EmulatorServer server = S3EmulatorServer.start().createBucket("keys")) {
      for (var kind : List.of(Kind.SDK_2_NETTY, Kind.SDK_2_APACHE_4, Kind.SDK_2_APACHE_5)) {
        try (SimpleClient client = kind.connect(server)) {
          client.put("keys", "/a//b", "");
        }
      }

      assertThat(server.requests().list())
          .extracting(RecordedRequest::path)
          .containsExactly("/keys//a//b", "/keys/%2Fa/%2Fb", "/keys/%2Fa/%2Fb");
      assertThat(keysIn(server)).containsExactly("/a//b");
    }
  }

  /** What a client does not send as it is, or S3 does not take. */
  private static Map<String, String> exceptions(Kind kind) {
    return switch (kind) {
      case SDK_2_URL_CONNECTION, SDK_2_APACHE_4, SDK_2_APACHE_5, SDK_2_NETTY, SDK_2_CRT, SDK_1 ->
          SDK;
      case MINIO -> MINIO;
    };
  }

  /** Takes a key through its life and returns "works", or which step failed and how. */
  private static String lifeOf(String key, SimpleClient client, S3EmulatorServer server) {
    server.reset();
    String step = "put";
    try {
      client.put("keys", key, key);
      if (!keysIn(server).equals(List.of(key))) {
        return "put: stored as " + keysIn(server);
      }
      step = "list";
      if (!client.list("keys").equals(List.of(key))) {
        return "list: " + client.list("keys");
      }
      step = "get";
      if (!client.get("keys", key).equals(key)) {
        return "get: " + client.get("keys", key);
      }
      step = "delete";
      client.delete("keys", key);
      if (!keysIn(server).isEmpty()) {
        return "delete: left " + keysIn(server);
      }
      step = "batch delete";
      client.put("keys", key, key);
      List<String> deleted = client.deleteAll("keys", List.of(key));
      if (!keysIn(server).isEmpty()) {
        return "batch delete: left " + keysIn(server);
      }
      if (!deleted.equals(List.of(key))) {
        return "batch delete: told " + deleted;
      }
      return "works";
    } catch (Exception failure) {
      return step + ": " + client.reason(failure);
    }
  }

  private static List<String> keysIn(S3EmulatorServer server) {
    return server.snapshot().bucket("keys").orElseThrow().keys();
  }
}
