package dev.s3emulator.examples.clients;

import static java.util.stream.Collectors.toMap;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.Map;
import java.util.TreeMap;

/** The keys of {@code keys.json}, which the scripts of other languages read as well, by names. */
final class KeyList {

  private KeyList() {}

  static Map<String, String> keys() throws IOException {
    try (InputStream file = KeyList.class.getResourceAsStream("/clients/keys.json")) {
      return strings(Json.createReader(file).readObject());
    }
  }

  /** Reads what a script tells of each key: a JSON object of texts. */
  static Map<String, String> parse(String json) {
    return strings(Json.createReader(new StringReader(json)).readObject());
  }

  /** Returns what becomes of each key if all work but these. */
  static Map<String, String> allWorkBut(Map<String, String> exceptions) throws IOException {
    Map<String, String> lives = new TreeMap<>();
    keys().keySet().forEach(name -> lives.put(name, "works"));
    lives.putAll(exceptions);
    return lives;
  }

  private static Map<String, String> strings(JsonObject object) {
    return object.entrySet().stream()
        .collect(
            toMap(
                Map.Entry::getKey,
                entry -> ((JsonString) entry.getValue()).getString(),
                (one, other) -> one,
                TreeMap::new));
  }
}
