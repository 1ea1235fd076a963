package dev.s3emulator.internal.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A client that sends exactly the bytes it is given and reads exactly one answer at a time. */
final class RawConnection implements AutoCloseable {

  private static final int TIMEOUT_MILLIS = 20_000;

  private final Socket socket;
  private final InputStream in;

  RawConnection(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** Sends a text, each character as one byte. */
  RawConnection send(String text) throws IOException {
    return send(text.getBytes(ISO_8859_1));
  }

  RawConnection send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    return this;
  }

  /** Ends what this client sends; it can still read. */
  void shutdownOutput() throws IOException {
    socket.shutdownOutput();
  }

  /** Closes so that the server sees a reset instead of an end. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** Reads the answer to a request that was not HEAD. */
  Answer read() throws IOException {
    return read(false);
  }

  /** Reads the answer to HEAD, which has no body whatever its headers say. */
  Answer readHead() throws IOException {
    return read(true);
  }

  /** Returns whether the server has closed the connection and sent nothing before. */
  boolean isAtEnd() throws IOException {
    try {
      return in.read() < 0;
    } catch (SocketException reset) {
      return true;
    }
  }

  private Answer read(boolean toHead) throws IOException {
    String statusLine = line();
    int status = Integer.parseInt(statusLine.substring(9, 12));
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).trim());
    }
    boolean hasBody = !toHead && status >= 200 && status != 204 && status != 304;
    String length = headers.getOrDefault("content-length", "0");
    byte[] body = hasBody ? in.readNBytes(Integer.parseInt(length)) : new byte[0];
    return new Answer(status, headers, body);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("The connection ended behind: " + line);
      }
      line.append((char) c);
    }
    return line.toString().trim();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  /** One answer, header names in lower case. */
  record Answer(int status, Map<String, String> headers, byte[] body) {
    @Nullable String header(String name) {
      return headers.get(name);
    }

    String text() {
      return new String(body, ISO_8859_1);
    }
  }
}
