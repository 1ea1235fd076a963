package dev.s3emulator.internal.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.s3emulator.internal.accesslog.AccessLog;
import dev.s3emulator.internal.auth.AuthenticationMode;
import dev.s3emulator.internal.auth.Credential;
import dev.s3emulator.internal.auth.Identities;
import dev.s3emulator.internal.auth.Signer;
import dev.s3emulator.internal.auth.mfa.SecondFactors;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.Region;
import dev.s3emulator.internal.domain.checksum.ChecksumAlgorithm;
import dev.s3emulator.internal.domain.checksum.ChecksumDigest;
import dev.s3emulator.internal.engine.IdSource;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.pipeline.RequestExchange;
import dev.s3emulator.internal.pipeline.RequestPipeline;
import dev.s3emulator.internal.protocol.Caller;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.protocol.ResponseBody;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.journal.RecordedRequest;
import dev.s3emulator.journal.RequestJournal;
import dev.s3emulator.store.BlobStores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The whole pipeline without a socket: what operation tests talk to.
 *
 * <p>Its clock stands at {@link #NOW} until a test moves it.
 */
public final class InProcessS3 {

  /** Where the clock stands at first. */
  public static final Instant NOW = Instant.parse("2026-02-03T16:45:09.123Z");

  private final RequestJournal journal = new RequestJournal();
  private Instant now = NOW;
  private final S3Engine engine;
  private final Identities identities;
  private final AccessLog accessLog;
  private final RequestPipeline pipeline;

  /** Makes a server without buckets in us-east-1. */
  public InProcessS3() {
    this(Region.US_EAST_1);
  }

  /** Makes a server without buckets that stands for the endpoint of {@code region}. */
  public InProcessS3(Region region) {
    this(region, AuthenticationMode.LENIENT);
  }

  /** Makes a server without buckets in us-east-1. */
  public InProcessS3(AuthenticationMode mode) {
    this(Region.US_EAST_1, mode);
  }

  private InProcessS3(Region region, AuthenticationMode mode) {
    engine = new S3Engine(() -> now, new IdSource(42), BlobStores.inMemory(), region);
    identities = identities(() -> now);
    accessLog = new AccessLog(engine);
    pipeline =
        new RequestPipeline(engine, List.of("s3.test"), journal, identities, mode, accessLog);
  }

  /**
   * A registry that knows the default key of the emulator.
   *
   * @param clock the time that MFA devices show codes of
   */
  public static Identities identities(InstantSource clock) {
    return new Identities(
        Credential.permanent(
            "AKIAIOSFODNN7EXAMPLE",
            "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
            Caller.root(Owner.DEFAULT)),
        new SecondFactors(clock, false));
  }

  /** The known keys, for tests that add some. */
  public Identities registry() {
    return identities;
  }

  /** The engine, for tests that look at or prepare the state. */
  public S3Engine engine() {
    return engine;
  }

  /** The pipeline, for tests that drive a request step by step. */
  public RequestPipeline pipeline() {
    return pipeline;
  }

  /** The access log, for tests that deliver it. */
  public AccessLog accessLog() {
    return accessLog;
  }

  /** The journal. */
  public RequestJournal journal() {
    return journal;
  }

  /** Sets the clock. */
  public void setClock(Instant time) {
    now = time;
  }

  /** Why the last request was refused, as the journal says it. */
  public Optional<String> lastReason() {
    return journal.select().last().flatMap(RecordedRequest::reason);
  }

  /** Moves the clock by whole seconds. */
  public void advanceSeconds(long seconds) {
    now = now.plusSeconds(seconds);
  }

  /** Sends a request without headers and body. */
  public Answer send(String method, String pathAndQuery) {
    return send(method, pathAndQuery, Headers.EMPTY, new byte[0]);
  }

  /** Sends a request with headers (alternating names and values) and no body. */
  public Answer send(String method, String pathAndQuery, Headers headers) {
    return send(method, pathAndQuery, headers, new byte[0]);
  }

  /** Sends a request with a text body. */
  public Answer send(String method, String pathAndQuery, Headers headers, String body) {
    return send(method, pathAndQuery, headers, body.getBytes(UTF_8));
  }

  /** Sends a document with its Content-MD5, as clients do. */
  public Answer sendDocument(String method, String pathAndQuery, String document) {
    return sendDocument(method, pathAndQuery, Headers.EMPTY, document);
  }

  /** Sends a document with its Content-MD5 and with other headers. */
  public Answer sendDocument(String method, String pathAndQuery, Headers headers, String document) {
    byte[] body = document.getBytes(UTF_8);
    Headers all = Headers.builder().addAll(headers).add("Content-MD5", md5(body)).build();
    return send(method, pathAndQuery, all, body);
  }

  /** Returns the value of Content-MD5. */
  public static String md5(byte[] body) {
    ChecksumDigest md5 = ChecksumAlgorithm.MD5.newDigest();
    md5.update(ByteBuffer.wrap(body));
    return Base64.getEncoder().encodeToString(md5.digest());
  }

  /** Sends a request; Host and Content-Length are added unless given. */
  public Answer send(String method, String pathAndQuery, Headers headers, byte[] body) {
    int question = pathAndQuery.indexOf('?');
    String path = question < 0 ? pathAndQuery : pathAndQuery.substring(0, question);
    String query = question < 0 ? "" : pathAndQuery.substring(question + 1);
    Headers.Builder all = Headers.builder().addAll(headers);
    if (!headers.contains("Host")) {
      all.add("Host", "127.0.0.1:9000");
    }
    boolean bodyless =
        body.length == 0
            && (method.equals("GET") || method.equals("HEAD") || method.equals("DELETE"));
    if (!bodyless
        && !headers.contains("Content-Length")
        && !headers.contains("Transfer-Encoding")) {
      all.add("Content-Length", Integer.toString(body.length));
    }
    // A transport hands over raw bytes as ISO-8859-1 characters.
    String rawPath = new String(path.getBytes(UTF_8), ISO_8859_1);
    return send(new RequestHead(method, rawPath, query, all.build(), false, "127.0.0.1"), body);
  }

  /** Sends a request without a body, signed with the default key. */
  public Answer sendSigned(String method, String pathAndQuery) {
    return sendSigned(new Signer(), method, pathAndQuery, new byte[0]);
  }

  /** Sends a request that somebody signs in the header, now. */
  public Answer sendSigned(
      Signer signer, String method, String pathAndQuery, byte[] body, String... headers) {
    int question = pathAndQuery.indexOf('?');
    String path = question < 0 ? pathAndQuery : pathAndQuery.substring(0, question);
    String query = question < 0 ? "" : pathAndQuery.substring(question + 1);
    signer.time =
        DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC).format(now);
    signer.date = signer.time.substring(0, 8);
    List<String> all = new ArrayList<>(List.of(headers));
    all.addAll(List.of("Host", "127.0.0.1:9000"));
    if (!all.contains("x-amz-content-sha256")) {
      all.addAll(List.of("x-amz-content-sha256", Signer.sha256(body)));
    }
    if (body.length > 0 || method.equals("PUT") || method.equals("POST")) {
      all.addAll(List.of("Content-Length", Integer.toString(body.length)));
    }
    return send(signer.inHeader(method, path, query, all.toArray(String[]::new)), body);
  }

  /** Sends a request as it is. */
  public Answer send(RequestHead head, byte[] body) {
    RequestExchange exchange = pipeline.begin(head);
    if (!exchange.isRefused()) {
      exchange.receive(ByteBuffer.wrap(body));
    }
    return new Answer(exchange.complete());
  }

  /** An answer with its body read. */
  public record Answer(S3Response response) {

    /** The status. */
    public int status() {
      return response.status();
    }

    /** The first header of this name, or null. */
    public String header(String name) {
      return response.headers().first(name);
    }

    /** The body as text. */
    public String text() {
      return new String(bytes(), UTF_8);
    }

    /** The document without prolog, request id and host id, to compare with golden XML. */
    public String xml() {
      return text()
          .replace("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", "")
          .replaceAll("<RequestId>[^<]*</RequestId><HostId>[^<]*</HostId>", "");
    }

    /** The body. */
    public byte[] bytes() {
      ResponseBody body = response.body();
      if (body instanceof ResponseBody.Bytes bytes) {
        return bytes.bytes();
      }
      if (body instanceof ResponseBody.Content content) {
        ByteBuffer buffer = ByteBuffer.allocate((int) content.length());
        try {
          long position = content.position();
          while (buffer.hasRemaining()) {
            position += content.blob().read(position, buffer);
          }
        } catch (IOException impossible) {
          throw new UncheckedIOException(impossible);
        }
        return buffer.array();
      }
      return new byte[0];
    }
  }
}
