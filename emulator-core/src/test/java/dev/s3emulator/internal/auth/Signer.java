package dev.s3emulator.internal.auth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.protocol.RequestHead;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A signer of Version 4 written from the specification, without a line of the verification that it
 * tests; the fields are what a careless client gets wrong.
 */
public final class Signer {

  public static final String ACCESS_KEY = "AKIAIOSFODNN7EXAMPLE";
  public static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
  public static final String EMPTY =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  public String accessKey = ACCESS_KEY;
  public String secret = SECRET;
  public String time = "20130524T000000Z";
  public String date = "20130524";
  public String region = "us-east-1";
  public String service = "s3";
  public String terminal = "aws4_request";

  /** The scope that strings to sign show, if another than that of the key. */
  public String named;

  /** Signs in the header: adds Authorization. The headers sent are those signed. */
  public RequestHead inHeader(String method, String path, String query, String... headers) {
    TreeMap<String, String> signed = new TreeMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      signed.put(headers[i].toLowerCase(Locale.ROOT), headers[i + 1]);
    }
    signed.putIfAbsent("x-amz-date", time);
    signed.putIfAbsent("x-amz-content-sha256", EMPTY);
    String names = String.join(";", signed.keySet());
    String signature = signature(method, path, query, signed, signed.get("x-amz-content-sha256"));
    Headers.Builder sent = Headers.builder();
    signed.forEach(sent::add);
    sent.add(
        "Authorization",
        "AWS4-HMAC-SHA256 Credential="
            + credential()
            + ", SignedHeaders="
            + names
            + ", Signature="
            + signature);
    return new RequestHead(method, path, query, sent.build(), false, "127.0.0.1");
  }

  /** Signs in the query. {@code query} and headers are signed too. */
  public RequestHead inQuery(
      String method, String path, String query, long seconds, String... headers) {
    TreeMap<String, String> signed = new TreeMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      signed.put(headers[i].toLowerCase(Locale.ROOT), headers[i + 1]);
    }
    String all =
        (query.isEmpty() ? "" : query + "&")
            + "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential="
            + credential().replace("/", "%2F")
            + "&X-Amz-Date="
            + time
            + "&X-Amz-Expires="
            + seconds
            + "&X-Amz-SignedHeaders="
            + String.join("%3B", signed.keySet());
    String signature = signature(method, path, all, signed, "UNSIGNED-PAYLOAD");
    Headers.Builder sent = Headers.builder();
    signed.forEach(sent::add);
    return new RequestHead(
        method, path, all + "&X-Amz-Signature=" + signature, sent.build(), false, "127.0.0.1");
  }

  /** The signature of a request whose path and query are already canonical but for the order. */
  public String signature(
      String method, String path, String query, SortedMap<String, String> signed, String hash) {
    String canonicalQuery =
        query.isEmpty()
            ? ""
            : Arrays.stream(query.split("&"))
                .map(pair -> pair.contains("=") ? pair : pair + "=")
                .sorted()
                .collect(Collectors.joining("&"));
    List<String> lines = new ArrayList<>();
    signed.forEach((name, value) -> lines.add(name + ":" + value.trim() + "\n"));
    String canonical =
        String.join(
            "\n",
            method,
            path,
            canonicalQuery,
            String.join("", lines),
            String.join(";", signed.keySet()),
            hash);
    return hmacHex(
        "AWS4-HMAC-SHA256\n"
            + time
            + "\n"
            + (named != null ? named : scope())
            + "\n"
            + sha256(canonical.getBytes(ISO_8859_1)));
  }

  /** The signature of a chunk that continues from {@code previous}. */
  public String chunk(String previous, byte[] data) {
    return hmacHex(
        String.join(
            "\n", "AWS4-HMAC-SHA256-PAYLOAD", time, scope(), previous, EMPTY, sha256(data)));
  }

  /** The signature of trailer lines that continues from {@code previous}. */
  public String trailer(String previous, String lines) {
    return hmacHex(
        String.join(
            "\n",
            "AWS4-HMAC-SHA256-TRAILER",
            time,
            scope(),
            previous,
            sha256(lines.getBytes(UTF_8))));
  }

  /** The credential. */
  public String credential() {
    return accessKey + "/" + scope();
  }

  private String scope() {
    return String.join("/", date, region, service, terminal);
  }

  private String hmacHex(String text) {
    byte[] key = ("AWS4" + secret).getBytes(UTF_8);
    for (String step : List.of(date, region, service, terminal)) {
      key = hmac(key, step);
    }
    return HexFormat.of().formatHex(hmac(key, text));
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(ISO_8859_1));
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** SHA-256 in hex. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
