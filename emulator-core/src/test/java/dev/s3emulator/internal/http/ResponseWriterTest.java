package dev.s3emulator.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.http.RawConnection.Answer;
import dev.s3emulator.internal.protocol.ResponseBody;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.store.BlobRef;
import dev.s3emulator.store.BlobStore;
import dev.s3emulator.store.BlobStores;
import dev.s3emulator.store.BlobWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseWriterTest {

  private UndertowTransport transport;

  @AfterEach
  void stop() {
    if (transport != null) {
      transport.close();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 304})
  void answerThatHasNoBodyHasNoLengthEither(int status) throws Exception {
    serve(S3Response.status(status).header("Content-Type", "text/plain").header("x", "y").build());
    try (RawConnection client = new RawConnection(transport.port())) {
      for (String method : new String[] {"GET", "HEAD", "DELETE", "HEAD"}) {
        Answer answer = client.send(method + " / HTTP/1.1\r\nHost: h\r\n\r\n").readHead();
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers()).containsOnlyKeys("x");
      }
    }
  }

  @Test
  void headOfContentHasTheLengthOfGet() throws Exception {
    BlobRef blob = blob(new byte[1234]);
    serve(S3Response.status(206).body(new ResponseBody.Content(blob, 4, 1000)).build());
    try (RawConnection client = new RawConnection(transport.port())) {
      for (int i = 0; i < 2; i++) {
        Answer answer = client.send("HEAD / HTTP/1.1\r\nHost: h\r\n\r\n").readHead();
        assertThat(answer.status()).isEqualTo(206);
        assertThat(answer.headers()).containsOnlyKeys("content-length");
        assertThat(answer.header("content-length")).isEqualTo("1000");
      }
      assertThat(client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n").read().body()).hasSize(1000);
    }
  }

  @Test
  void headOfEmptyContentHasItsLength() throws Exception {
    serve(S3Response.ok().body(new ResponseBody.Content(blob(new byte[0]), 0, 0)).build());
    try (RawConnection client = new RawConnection(transport.port())) {
      Answer head = client.send("HEAD / HTTP/1.1\r\nHost: h\r\n\r\n").readHead();
      assertThat(head.header("content-length")).isEqualTo("0");
      assertThat(head.header("transfer-encoding")).isNull();
      Answer get = client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n").read();
      assertThat(get.header("content-length")).isEqualTo("0");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 301, 400, 403, 404, 405, 412, 500})
  void everyOtherHeadIsChunkedWithoutLength(int status) throws Exception {
    serve(S3Response.status(status).header("Content-Type", "application/xml").build());
    try (RawConnection client = new RawConnection(transport.port())) {
      for (int i = 0; i < 3; i++) {
        Answer answer = client.send("HEAD / HTTP/1.1\r\nHost: h\r\n\r\n").readHead();
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers()).containsOnlyKeys("content-type", "transfer-encoding");
        assertThat(answer.header("transfer-encoding")).isEqualTo("chunked");
      }
    }
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    URI uri = URI.create("http://127.0.0.1:" + transport.port() + "/");
    for (int i = 0; i < 3; i++) {
      HttpRequest head =
          HttpRequest.newBuilder(uri).method("HEAD", HttpRequest.BodyPublishers.noBody()).build();
      assertThat(http.send(head, HttpResponse.BodyHandlers.ofByteArray()).body()).isEmpty();
    }
  }

  @Test
  void answerWithoutBodyToGetHasLengthZero() throws Exception {
    serve(S3Response.ok().build());
    try (RawConnection client = new RawConnection(transport.port())) {
      Answer answer = client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n").read();
      assertThat(answer.header("content-length")).isEqualTo("0");
      assertThat(answer.header("transfer-encoding")).isNull();
    }
  }

  @Test
  void headersGoOutAsLatin1AndUnderTheirOwnNames() throws Exception {
    serve(
        S3Response.ok()
            .header("x-amz-meta-A", "\u00c3\u00b6")
            .header("x-twice", "1")
            .header("x-twice", "2")
            .xml("<A/>".getBytes(UTF_8))
            .build());
    try (RawConnection client = new RawConnection(transport.port())) {
      Answer answer = client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n").read();
      assertThat(answer.header("x-amz-meta-a")).isEqualTo("\u00c3\u00b6");
      assertThat(answer.header("content-length")).isEqualTo("4");
      assertThat(answer.text()).isEqualTo("<A/>");
      assertThat(answer.headers())
          .containsOnlyKeys("x-amz-meta-a", "x-twice", "content-type", "content-length");
    }
  }

  /** U+010A and U+010D end in the bytes of a line feed and a carriage return. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\r\nSet-Cookie: b",
        "a\nSet-Cookie: b",
        "a\u010d\u010aSet-Cookie: b",
        "a\u0000Set-Cookie: b",
        "a\u007fSet-Cookie: b",
        "a\u2028Set-Cookie: b",
        "a\u0a0dSet-Cookie: b"
      })
  void noHeaderCanBeginInTheValueOfAnother(String value) throws Exception {
    serve(S3Response.ok().header("Content-Type", value).header("Location", value).build());
    try (RawConnection client = new RawConnection(transport.port())) {
      Answer answer = client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n").read();
      assertThat(answer.headers())
          .containsOnlyKeys("content-type", "location", "content-length")
          .containsEntry("location", value.replaceAll("[^ -~]", " "));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nSet-Cookie", "a: b", "a\u010aSet-Cookie", "a b", "a\u00e9"})
  void headerWhoseNameIsNoneIsLeftOut(String name) throws Exception {
    serve(S3Response.ok().header("x-amz-meta-" + name, "v").header("x-amz-meta-b", "v").build());
    try (RawConnection client = new RawConnection(transport.port())) {
      Answer answer = client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n").read();
      assertThat(answer.headers()).containsOnlyKeys("x-amz-meta-b", "content-length");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 65_536, 65_537, 20_000_000})
  void contentInMemoryIsSentFromTheIoThread(int length) throws Exception {
    byte[] bytes = new byte[length];
    new Random(1).nextBytes(bytes);
    serve(S3Response.ok().body(new ResponseBody.Content(blob(bytes), 0, length)).build());
    assertTwiceOnOneConnection(bytes);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 65_536, 65_537, 20_000_000})
  void contentInStorageIsSentFromWorkers(int length) throws Exception {
    byte[] bytes = new byte[length];
    new Random(1).nextBytes(bytes);
    StoredBlob stored = new StoredBlob(bytes, length);
    serve(S3Response.ok().body(new ResponseBody.Content(stored, 0, length)).build());
    assertTwiceOnOneConnection(bytes);
    assertThat(stored.readers).isNotEmpty().allMatch(name -> name.contains(" task-"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void rangeOfContentIsSent(boolean inMemory) throws Exception {
    byte[] bytes = new byte[5_000_000];
    new Random(1).nextBytes(bytes);
    BlobRef blob = inMemory ? blob(bytes) : new StoredBlob(bytes, bytes.length);
    serve(S3Response.ok().body(new ResponseBody.Content(blob, 999_999, 3_000_001)).build());
    assertTwiceOnOneConnection(Arrays.copyOfRange(bytes, 999_999, 4_000_000));
  }

  @Test
  void contentThatEndsEarlyEndsTheConnection() throws Exception {
    byte[] bytes = new byte[100_000];
    serve(
        S3Response.ok()
            .body(new ResponseBody.Content(new StoredBlob(bytes, 200_000), 0, 200_000))
            .build());
    try (RawConnection client = new RawConnection(transport.port())) {
      Answer answer = client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n").read();
      assertThat(answer.header("content-length")).isEqualTo("200000");
      assertThat(answer.body().length).isLessThan(200_000);
      assertThat(client.isAtEnd()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void serverOutlivesClientsThatDoNotReadToTheEnd(boolean inMemory) throws Exception {
    byte[] bytes = new byte[20_000_000];
    BlobRef blob = inMemory ? blob(bytes) : new StoredBlob(bytes, bytes.length);
    serve(S3Response.ok().body(new ResponseBody.Content(blob, 0, bytes.length)).build());
    for (int i = 0; i < 10; i++) {
      RawConnection vanishing = new RawConnection(transport.port());
      vanishing.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
      vanishing.reset();
    }
    assertTwiceOnOneConnection(bytes);
  }

  private void assertTwiceOnOneConnection(byte[] expected) throws IOException {
    try (RawConnection client = new RawConnection(transport.port())) {
      for (int i = 0; i < 2; i++) {
        Answer answer = client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n").read();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(Arrays.equals(answer.body(), expected)).isTrue();
      }
    }
  }

  private void serve(S3Response response) {
    transport =
        UndertowTransport.start(
            exchange -> ResponseWriter.send(exchange, response), "127.0.0.1", 0);
  }

  private static BlobRef blob(byte[] bytes) throws IOException {
    try (BlobStore store = BlobStores.inMemory();
        BlobWriter writer = store.newWriter(bytes.length)) {
      writer.write(ByteBuffer.wrap(bytes));
      return writer.commit();
    }
  }

  /** A blob as one on a disk is: it can only be read, and may be shorter than it says. */
  private static final class StoredBlob implements BlobRef {
    private final byte[] bytes;
    private final long size;
    final Queue<String> readers = new ConcurrentLinkedQueue<>();

    StoredBlob(byte[] bytes, long size) {
      this.bytes = bytes;
      this.size = size;
    }

    @Override
    public long size() {
      return size;
    }

    @Override
    public int read(long position, ByteBuffer target) {
      readers.add(Thread.currentThread().getName());
      if (position >= bytes.length) {
        return -1;
      }
      int length = Math.min(target.remaining(), bytes.length - (int) position);
      target.put(bytes, (int) position, length);
      return length;
    }
  }
}
