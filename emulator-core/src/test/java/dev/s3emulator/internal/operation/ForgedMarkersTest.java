package dev.s3emulator.internal.operation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tokens and markers that S3 never gave, or that a client cut or changed, are refused or read as
 * what they say. None is a failure of the server.
 */
class ForgedMarkersTest {

  private static final int CHANGES = 500;

  private final InProcessS3 s3 = new InProcessS3();

  @BeforeEach
  void fill() {
    for (String bucket : List.of("alpha", "beta", "gamma")) {
      s3.send("PUT", "/" + bucket);
    }
    s3.sendDocument(
        "PUT",
        "/alpha?versioning",
        "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>");
    for (String key : List.of("a", "b/1", "b/2", "c\uD83D\uDE00", "d")) {
      String path = "/alpha/" + URLEncoder.encode(key, UTF_8);
      s3.send("PUT", path, Headers.EMPTY, "miau");
      s3.send("PUT", path, Headers.EMPTY, "wuff");
      s3.send("POST", path + "?uploads");
    }
    for (int i = 0; i < 101; i++) {
      s3.sendDocument(
          "PUT",
          "/alpha?metrics&id=m" + i,
          "<MetricsConfiguration><Id>m" + i + "</Id></MetricsConfiguration>");
    }
  }

  /** The last column is the element of a first page that holds a real one. */
  @ParameterizedTest
  @CsvSource({
    "/alpha?list-type=2&max-keys=1, continuation-token, NextContinuationToken",
    "/alpha?list-type=2&max-keys=2&delimiter=/, continuation-token, NextContinuationToken",
    "/?max-buckets=1, continuation-token, ContinuationToken",
    "/alpha?metrics, continuation-token, NextContinuationToken",
    "/alpha?versions&max-keys=1&key-marker=a, version-id-marker, NextVersionIdMarker",
    "/alpha?uploads&max-uploads=1&key-marker=a, upload-id-marker, NextUploadIdMarker",
    "/alpha?max-keys=2&delimiter=/, marker, NextMarker"
  })
  void changedOnesAreNoFailure(String listing, String parameter, String element) {
    Matcher issued =
        Pattern.compile("<" + element + ">([^<]+)</").matcher(s3.send("GET", listing).text());
    assertThat(issued.find()).isTrue();

    for (String forged : changes(issued.group(1))) {
      Answer answer =
          s3.send("GET", listing + "&" + parameter + "=" + URLEncoder.encode(forged, UTF_8));

      assertThat(answer.status()).as(forged).isIn(200, 400);
    }
    assertThat(s3.journal().failures()).isEmpty();
  }

  /** Cut, with one character more, less or another, in another case, and nothing like it at all. */
  private static List<String> changes(String token) {
    Random random = new Random(42);
    List<String> changes = new ArrayList<>(List.of("", "=", "-", "null", "\u0000", "AAAA", "////"));
    for (int length = 0; length < token.length(); length++) {
      changes.add(token.substring(0, length));
      changes.add(token.substring(length));
    }
    for (int i = 0; i < CHANGES; i++) {
      StringBuilder changed = new StringBuilder(token);
      int at = random.nextInt(token.length());
      switch (random.nextInt(5)) {
        case 0 -> changed.setCharAt(at, (char) (32 + random.nextInt(95)));
        case 1 -> changed.insert(at, (char) random.nextInt(0xD800));
        case 2 -> changed.deleteCharAt(at);
        case 3 -> changed.reverse();
        default -> changed.setCharAt(at, Character.toUpperCase(changed.charAt(at)));
      }
      changes.add(changed.toString());
      byte[] noise = new byte[random.nextInt(40)];
      random.nextBytes(noise);
      changes.add(java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(noise));
    }
    return changes;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/alpha?max-keys",
        "/alpha?list-type=2&max-keys",
        "/alpha?versions&max-keys",
        "/alpha?uploads&max-uploads",
        "/?max-buckets"
      })
  void pageSizesAreNoFailure(String listing) {
    for (String size :
        List.of(
            "0",
            "-1",
            "1",
            "1001",
            "2147483647",
            "2147483648",
            "-2147483649",
            "99999999999999999999",
            "1.5",
            "0x10",
            "1e3",
            "x",
            "",
            "%2B5",
            "%205",
            "%D9%A3")) {
      assertThat(s3.send("GET", listing + "=" + size).status()).as(size).isIn(200, 400);
    }
    assertThat(s3.journal().failures()).isEmpty();
  }

  @Test
  void pagesOfPartsAreNoFailure() {
    String upload = s3.send("GET", "/alpha?uploads&prefix=d").text();
    Matcher id = Pattern.compile("<UploadId>([^<]+)</").matcher(upload);
    assertThat(id.find()).isTrue();

    for (String parameter : List.of("max-parts", "part-number-marker")) {
      for (String value : List.of("0", "-1", "10001", "2147483648", "x", "", "%D9%A3")) {
        String path = "/alpha/d?uploadId=" + id.group(1) + "&" + parameter + "=" + value;
        assertThat(s3.send("GET", path).status()).as(path).isIn(200, 400);
      }
    }
    assertThat(s3.journal().failures()).isEmpty();
  }
}
