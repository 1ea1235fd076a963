package dev.s3emulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.TlsSession;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request that somebody might make, for {@link S3EmulatorServer#explain}: {@code S3Call.by(alice,
 * "DELETE", "/photos/cat.jpg").header("If-Match", "*")}.
 *
 * <p>It needs no signature. {@code Host}, {@code Content-Length} and, of a request with a body,
 * {@code Content-MD5} are added unless they are given.
 *
 * <p>Immutable and safe for use by many threads: each method returns a changed call and leaves this
 * one as it is.
 */
public final class S3Call {

  private static final TlsSession USUAL_TLS = new TlsSession("TLSv1.3", "TLS_AES_256_GCM_SHA384");

  private final @Nullable User user;
  private final String method;
  private final String path;
  private final Headers headers;
  private final byte[] body;
  private final Origin origin;

  private S3Call(
      @Nullable User user,
      String method,
      String path,
      Headers headers,
      byte[] body,
      Origin origin) {
    this.user = user;
    this.method = method;
    this.path = path;
    this.headers = headers;
    this.body = body;
    this.origin = origin;
  }

  /**
   * Returns a request that this user makes, without headers and body, from this machine.
   *
   * @param user one of the server's {@link S3EmulatorServer#users}
   * @param method the HTTP method, in capital letters
   * @param path the path and query, URL-encoded, such as {@code /photos/cat.jpg?versionId=null}
   * @throws IllegalArgumentException if the path does not begin with a slash
   */
  public static S3Call by(User user, String method, String path) {
    return of(user, method, path);
  }

  /**
   * Returns a request that is not signed, without headers and body, from this machine. Unless the
   * server is {@link S3EmulatorServerBuilder#strict strict} it acts for the default user's account.
   *
   * @param method the HTTP method, in capital letters
   * @param path the path and query, URL-encoded, such as {@code /photos/cat.jpg?versionId=null}
   * @throws IllegalArgumentException if the path does not begin with a slash
   */
  public static S3Call anonymous(String method, String path) {
    return of(null, method, path);
  }

  private static S3Call of(@Nullable User user, String method, String path) {
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("The path \"" + path + "\" does not begin with a slash.");
    }
    return new S3Call(user, method, path, Headers.EMPTY, new byte[0], Origin.THIS_MACHINE);
  }

  /** Returns the request with another header, behind those of the same name. */
  public S3Call header(String name, String value) {
    // The head of a request is bytes, each of which stands as one character.
    Headers all = Headers.builder().addAll(headers).add(name, bytesOf(value)).build();
    return new S3Call(user, method, path, all, body, origin);
  }

  /** Returns the request with this text as its body, in UTF-8. */
  public S3Call body(String text) {
    return body(text.getBytes(UTF_8));
  }

  /** Returns the request with these bytes as its body. */
  public S3Call body(byte[] bytes) {
    return new S3Call(user, method, path, headers, bytes.clone(), origin);
  }

  /** Returns the request as it would come by HTTPS (TLS 1.3), which policies can demand. */
  public S3Call overHttps() {
    return new S3Call(user, method, path, headers, body, new Origin(true, origin.address));
  }

  /**
   * Returns the request as it would come from another machine, for policies that ask for the
   * address.
   *
   * @param ip an address in digits, of IPv4 or IPv6
   */
  public S3Call from(String ip) {
    return new S3Call(user, method, path, headers, body, new Origin(origin.secure, ip));
  }

  /** Returns the method, the path and who makes the request. */
  @Override
  public String toString() {
    return method + " " + path + (user == null ? " by nobody" : " by " + user.name());
  }

  /** Returns who makes it, or empty if it is not signed. */
  Optional<User> user() {
    return Optional.ofNullable(user);
  }

  /** Returns the head as a transport would hand it over. */
  RequestHead head() {
    int question = path.indexOf('?');
    return new RequestHead(
        method,
        bytesOf(question < 0 ? path : path.substring(0, question)),
        bytesOf(question < 0 ? "" : path.substring(question + 1)),
        completeHeaders(),
        origin.secure,
        origin.address,
        origin.secure ? USUAL_TLS : null);
  }

  byte[] bodyBytes() {
    return body;
  }

  private Headers completeHeaders() {
    Headers.Builder all = Headers.builder().addAll(headers);
    if (!headers.contains(S3Headers.HOST)) {
      all.add(S3Headers.HOST, "127.0.0.1");
    }
    boolean mayHaveBody = method.equals("PUT") || method.equals("POST") || body.length > 0;
    if (mayHaveBody && !headers.contains(S3Headers.CONTENT_LENGTH)) {
      all.add(S3Headers.CONTENT_LENGTH, Integer.toString(body.length));
    }
    if (body.length > 0
        && !headers.contains(S3Headers.CONTENT_MD5)
        && !headers.containsPrefix(S3Headers.CHECKSUM_PREFIX)) {
      all.add(S3Headers.CONTENT_MD5, md5(body));
    }
    return all.build();
  }

  private static String bytesOf(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }

  private static String md5(byte[] bytes) {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** How and from where a request comes. */
  private record Origin(boolean secure, String address) {

    static final Origin THIS_MACHINE = new Origin(false, "127.0.0.1");
  }
}
