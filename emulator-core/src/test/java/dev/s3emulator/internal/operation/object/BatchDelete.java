package dev.s3emulator.internal.operation.object;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Sends DeleteObjects requests to {@code bucket} with the digest that S3 demands. */
final class BatchDelete {

  static final String RESULT = "<DeleteResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">";
  static final String MALFORMED_XML =
      "<Error><Code>MalformedXML</Code><Message>The XML you provided was not well-formed or did not"
          + " validate against our published schema</Message></Error>";

  private BatchDelete() {}

  /** Sends a document with this content of the root element. */
  static Answer send(InProcessS3 s3, String content) {
    return sendDocument(s3, document(content));
  }

  /** Returns a document with this content of the root element. */
  static String document(String content) {
    return "<Delete xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">" + content + "</Delete>";
  }

  static Answer sendDocument(InProcessS3 s3, String document) {
    return sendDocument(s3, document.getBytes(UTF_8));
  }

  static Answer sendDocument(InProcessS3 s3, byte[] document) {
    return s3.send("POST", "/bucket?delete", Headers.of("Content-MD5", md5(document)), document);
  }

  /** Sends with further headers, in alternating names and values. */
  static Answer sendWith(InProcessS3 s3, String content, String... headers) {
    byte[] document = document(content).getBytes(UTF_8);
    Headers all =
        Headers.builder().addAll(Headers.of(headers)).add("Content-MD5", md5(document)).build();
    return s3.send("POST", "/bucket?delete", all, document);
  }

  /** Returns an {@code <Object>} with this key. */
  static String object(String key) {
    return "<Object><Key>" + key + "</Key></Object>";
  }

  /** Returns an {@code <Object>} with this key and version id. */
  static String object(String key, Object versionId) {
    return "<Object><Key>" + key + "</Key><VersionId>" + versionId + "</VersionId></Object>";
  }

  static String md5(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("MD5").digest(bytes);
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
