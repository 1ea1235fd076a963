package dev.s3emulator.internal.operation.object;

import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.ObjectVersion;
import dev.s3emulator.internal.protocol.PercentCoding;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.protocol.form.FormFields;
import dev.s3emulator.internal.xml.XmlWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** What a form is answered with: what it asks for, so that a browser shows the right page. */
final class PostAnswer {

  private static final int SEE_OTHER = 303;
  private static final int CREATED = 201;
  private static final int NO_CONTENT = 204;

  private final S3Request request;
  private final ObjectKey key;
  private final ObjectVersion stored;
  private final FormFields fields;

  PostAnswer(S3Request request, ObjectKey key, ObjectVersion stored) {
    this.request = request;
    this.key = key;
    this.stored = stored;
    fields = request.form().fields();
  }

  S3Response response() {
    Optional<String> redirect = redirect();
    int status = redirect.isPresent() ? SEE_OTHER : status();
    S3Response.Builder response =
        S3Response.status(status)
            .header(S3Headers.LOCATION, redirect.orElseGet(this::location))
            .header(S3Headers.ETAG, stored.eTag().quoted());
    EncryptionEcho.add(response, stored.encryption());
    if (!stored.versionId().isNull()) {
      response.header(S3Headers.VERSION_ID, stored.versionId().toString());
    }
    if (status == CREATED) {
      response.xml(document());
    }
    return response.build();
  }

  private int status() {
    return switch (fields.get("success_action_status").orElse("")) {
      case "200" -> 200;
      case "201" -> CREATED;
      default -> NO_CONTENT;
    };
  }

  /** Returns where the form wants the browser to go. What is no such place counts as nothing. */
  private Optional<String> redirect() {
    return fields
        .get("success_action_redirect")
        .or(() -> fields.get("redirect"))
        .filter(PostAnswer::isUrl)
        .map(
            url ->
                url
                    + (url.indexOf('?') < 0 ? "?" : "&")
                    + "bucket="
                    + PercentCoding.encode(request.bucketName())
                    + "&key="
                    + PercentCoding.encode(key.toString())
                    + "&etag="
                    + PercentCoding.encode(stored.eTag().quoted()));
  }

  private static boolean isUrl(String text) {
    try {
      URI url = new URI(text);
      return ("http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme()))
          && url.getHost() != null
          && url.toASCIIString().equals(text);
    } catch (URISyntaxException otherText) {
      return false;
    }
  }

  /** Returns the address of the object, in the style in which the bucket was addressed. */
  private String location() {
    RequestHead head = request.head();
    boolean inHost = head.rawPath().isEmpty() || head.rawPath().equals("/");
    return (head.secure() ? "https://" : "http://")
        + head.headers().get(S3Headers.HOST).orElse("localhost")
        + "/"
        + (inHost ? "" : PercentCoding.encode(request.bucketName()) + "/")
        + PercentCoding.encode(key.toString());
  }

  private byte[] document() {
    return XmlWriter.documentWithoutNamespace("PostResponse")
        .element("Location", location())
        .element("Bucket", request.bucketName())
        .element("Key", key.toString())
        .quotedElement("ETag", stored.eTag().toString())
        .finish();
  }
}
