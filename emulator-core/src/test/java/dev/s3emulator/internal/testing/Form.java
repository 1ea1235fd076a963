package dev.s3emulator.internal.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.s3emulator.internal.auth.sigv4.CredentialErrors;
import dev.s3emulator.internal.auth.sigv4.CredentialScope;
import dev.s3emulator.internal.auth.sigv4.SigningKey;
import dev.s3emulator.internal.protocol.Headers;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A form as browsers send it. Used by one thread. */
public final class Form {

  /** The boundary of all forms. */
  public static final String BOUNDARY = "----WebKitFormBoundary7MA4YWxkTrZu0gW";

  public static final String ACCESS_KEY = "AKIAIOSFODNN7EXAMPLE";
  public static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

  /** The day on which the clock of {@link InProcessS3} stands. */
  public static final String CREDENTIAL = ACCESS_KEY + "/20260203/us-east-1/s3/aws4_request";

  private static final String DATE = "20260203T164500Z";

  private final List<Map.Entry<String, String>> parts = new ArrayList<>();

  /** Returns a form without fields. */
  public static Form empty() {
    return new Form();
  }

  /**
   * Returns a form with a policy that ends a minute after {@link InProcessS3#NOW} and allows the
   * bucket, what is about the signature, and what these conditions say.
   */
  public static Form signed(String bucket, String... conditions) {
    return signedPolicy(policy("2026-02-03T16:46:09Z", bucket, conditions));
  }

  /** Returns a form that is signed with Version 4. */
  public static Form signedPolicy(String policy) {
    String base64 = base64(policy);
    SigningKey key =
        SigningKey.derive(SECRET, CredentialScope.parse(CREDENTIAL, CredentialErrors.QUERY));
    return empty()
        .field("policy", base64)
        .field("x-amz-algorithm", "AWS4-HMAC-SHA256")
        .field("x-amz-credential", CREDENTIAL)
        .field("x-amz-date", DATE)
        .field("x-amz-signature", key.sign(base64));
  }

  /** Returns a policy with conditions for the bucket and the signature, and more. */
  public static String policy(String expiration, String bucket, String... conditions) {
    List<String> all = new ArrayList<>();
    all.add("{\"bucket\": \"" + bucket + "\"}");
    all.add("[\"starts-with\", \"$x-amz-algorithm\", \"\"]");
    all.add("[\"starts-with\", \"$x-amz-credential\", \"\"]");
    all.add("[\"starts-with\", \"$x-amz-date\", \"\"]");
    all.addAll(List.of(conditions));
    return "{\"expiration\": \""
        + expiration
        + "\", \"conditions\": ["
        + String.join(", ", all)
        + "]}";
  }

  /** Encodes a policy as its field has it. */
  public static String base64(String policy) {
    return Base64.getEncoder().encodeToString(policy.getBytes(UTF_8));
  }

  /** Adds a field. */
  public Form field(String name, String value) {
    parts.add(Map.entry("Content-Disposition: form-data; name=\"" + name + "\"", value));
    return this;
  }

  /** Removes a field. */
  public Form without(String name) {
    parts.removeIf(part -> part.getKey().endsWith("name=\"" + name + "\""));
    return this;
  }

  /** Puts another value in the place of the one that a field has. */
  public Form change(String name, String value) {
    return without(name).field(name, value);
  }

  /** Adds the file. */
  public Form file(String fileName, String content) {
    parts.add(
        Map.entry(
            "Content-Disposition: form-data; name=\"file\"; filename=\""
                + fileName
                + "\"\r\nContent-Type: text/html",
            content));
    return this;
  }

  /** Returns the body. */
  public byte[] body() {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    parts.forEach(
        part ->
            body.writeBytes(
                ("--" + BOUNDARY + "\r\n" + part.getKey() + "\r\n\r\n" + part.getValue() + "\r\n")
                    .getBytes(UTF_8)));
    body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
    return body.toByteArray();
  }

  /** Returns the header that names the boundary. */
  public static Headers headers() {
    return Headers.of("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
  }

  /** Sends the form. */
  public InProcessS3.Answer post(InProcessS3 s3, String path) {
    return s3.send("POST", path, headers(), body());
  }
}
