package dev.s3emulator.internal.pipeline;

import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.journal.RecordedRequest;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Keeps what is secret also in a test out of the journal and the reports that are made of it:
 * people run suites against the emulator with their real session's token in the environment.
 */
final class Secrets {

  private static final Set<String> HEADERS =
      Set.of(
          "x-amz-security-token",
          "x-amz-s3session-token",
          "x-amz-server-side-encryption-customer-key",
          "x-amz-copy-source-server-side-encryption-customer-key");

  private static final Pattern PARAMETER =
      Pattern.compile("(?i)((?:^|&)x-amz-(?:security|s3session)-token=)[^&]*");

  private Secrets() {}

  static String hiddenInQuery(String rawQuery) {
    return PARAMETER.matcher(rawQuery).replaceAll("$1" + RecordedRequest.HIDDEN);
  }

  static HttpHeaders hiddenIn(Headers headers) {
    Map<String, List<String>> map = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach(
        (name, value) -> {
          boolean secret = HEADERS.contains(name.toLowerCase(Locale.ROOT));
          map.computeIfAbsent(name, key -> new ArrayList<>())
              .add(secret ? RecordedRequest.HIDDEN : value);
        });
    map.remove("");
    return HttpHeaders.of(map, (name, value) -> true);
  }
}
