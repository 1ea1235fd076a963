package dev.s3emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Plain HTTP requests, unsigned. */
final class PlainHttp {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private PlainHttp() {}

  /** Sends a request without a body. */
  static HttpResponse<String> send(S3EmulatorServer server, String method, String path) {
    return send(server.endpoint(), method, path, "");
  }

  /** Sends a request with a text body. */
  static HttpResponse<String> send(URI endpoint, String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint.resolve(path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    try {
      return CLIENT.send(request, BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
