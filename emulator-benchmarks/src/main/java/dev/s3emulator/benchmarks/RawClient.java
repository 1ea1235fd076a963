package dev.s3emulator.benchmarks;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** One kept connection that sends prepared requests: as little client as HTTP allows. */
final class RawClient implements AutoCloseable {

  private static final int DOWNLOAD_PIECE = 128 * 1024;

  private final Socket socket;
  private final OutputStream out;
  private final InputStream in;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);

  RawClient(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    out = socket.getOutputStream();
    in = new BufferedInputStream(socket.getInputStream(), 32 * 1024);
  }

  /** Returns the bytes of a request, to be sent many times. */
  static byte[] request(String method, String target, byte[] body, String... headerLines) {
    byte[] start = head(method, target, body.length, headerLines);
    byte[] request = Arrays.copyOf(start, start.length + body.length);
    System.arraycopy(body, 0, request, start.length, body.length);
    return request;
  }

  /** Returns the bytes of the head of a request whose body has a length. */
  static byte[] head(String method, String target, int length, String... headerLines) {
    StringBuilder head = new StringBuilder(256);
    head.append(method).append(' ').append(target).append(" HTTP/1.1\r\nHost: 127.0.0.1\r\n");
    for (String header : headerLines) {
      head.append(header).append("\r\n");
    }
    if (length > 0 || method.startsWith("P")) {
      head.append("Content-Length: ").append(length).append("\r\n");
    }
    return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Sends a request and returns the answer, which must have the status. */
  Answer exchange(byte[] request, int expectedStatus) throws IOException {
    out.write(request);
    return receive(expectedStatus, false);
  }

  /** Sends a request whose body is not copied behind its head, since it is large. */
  Answer upload(byte[] head, byte[] body) throws IOException {
    out.write(head);
    out.write(body);
    return receive(200, false);
  }

  /** Sends a request and reads the body of the answer without keeping it; returns its length. */
  long download(byte[] request) throws IOException {
    out.write(request);
    Head head = receiveHead();
    byte[] piece = new byte[DOWNLOAD_PIECE];
    long remaining = head.length();
    while (remaining > 0) {
      int count = in.read(piece, 0, (int) Math.min(piece.length, remaining));
      if (count < 0) {
        throw new EOFException("The connection ended within an answer");
      }
      remaining -= count;
    }
    requireStatus(head, 200, new byte[0]);
    return head.length();
  }

  /** Sends a HEAD request, whose answer has a length and no body. */
  Answer head(byte[] request) throws IOException {
    out.write(request);
    return receive(200, true);
  }

  /** Sends all requests at once, to fill a server quickly. */
  List<Answer> pipeline(List<byte[]> requests, int expectedStatus) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    requests.forEach(all::writeBytes);
    all.writeTo(out);
    List<Answer> answers = new ArrayList<>(requests.size());
    for (int i = 0; i < requests.size(); i++) {
      answers.add(receive(expectedStatus, false));
    }
    return answers;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private Answer receive(int expectedStatus, boolean headOnly) throws IOException {
    Head head = receiveHead();
    byte[] body = headOnly ? new byte[0] : head.chunked() ? readChunks() : readBody(head.length());
    requireStatus(head, expectedStatus, body);
    return new Answer(head.versionId(), body);
  }

  private Head receiveHead() throws IOException {
    int status = Integer.parseInt(readLine().substring(9, 12));
    int length = 0;
    boolean chunked = false;
    String versionId = "";
    for (String header = readLine(); !header.isEmpty(); header = readLine()) {
      int colon = header.indexOf(':');
      String value = header.substring(colon + 1).strip();
      switch (header.substring(0, colon).toLowerCase(Locale.ROOT)) {
        case "content-length" -> length = Integer.parseInt(value);
        case "transfer-encoding" -> chunked = true;
        case "x-amz-version-id" -> versionId = value;
        default -> {}
      }
    }
    return new Head(status, length, chunked, versionId);
  }

  private static void requireStatus(Head head, int expected, byte[] body) throws IOException {
    if (head.status() != expected) {
      throw new IOException(
          "Answered " + head.status() + ": " + new String(body, StandardCharsets.UTF_8));
    }
  }

  private byte[] readChunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      body.writeBytes(readBody(size));
      readLine();
    }
    readLine();
    return body.toByteArray();
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(readLine(), 16);
  }

  private byte[] readBody(int length) throws IOException {
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException("The connection ended within an answer");
    }
    return body;
  }

  private String readLine() throws IOException {
    line.reset();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("The connection ended within an answer");
      }
      if (next != '\r') {
        line.write(next);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  private record Head(int status, int length, boolean chunked, String versionId) {}

  /** What benchmarks need of an answer. */
  record Answer(String versionId, byte[] body) {}
}
