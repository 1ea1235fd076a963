package dev.s3emulator.junit5;

import dev.s3emulator.AccessKey;
import dev.s3emulator.junit5.internal.endpoint.BucketClaims;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The S3 that configuration parameters name, in place of emulators of our own.
 *
 * @param region empty for that of each annotation
 * @param claims the buckets that this run has there
 */
record OtherS3(URI endpoint, AccessKey accessKey, Optional<String> region, BucketClaims claims) {

  private static final String ENDPOINT = "s3emulator.endpoint";
  private static final String ACCESS_KEY = "s3emulator.access-key";
  private static final String SECRET_KEY = "s3emulator.secret-key";
  private static final String REGION = "s3emulator.region";

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /**
   * Returns the S3 of the run, or empty if it has emulators. Looks once whether it can be reached.
   *
   * @throws ExtensionConfigurationException if a parameter is missing or wrong, or nobody answers
   */
  static Optional<OtherS3> of(ExtensionContext context) {
    if (parameter(context, ENDPOINT).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        EmulatorStore.of(context.getRoot())
            .getOrComputeIfAbsent(OtherS3.class, key -> read(context), OtherS3.class));
  }

  private static OtherS3 read(ExtensionContext context) {
    URI endpoint = endpoint(parameter(context, ENDPOINT).orElseThrow());
    String accessKey = required(context, ACCESS_KEY);
    String secretKey = required(context, SECRET_KEY);
    requireReachable(endpoint);
    return new OtherS3(
        endpoint, key(accessKey, secretKey), parameter(context, REGION), BucketClaims.ofNewRun());
  }

  /** A blank value is none, so that a build can pass on a variable that is not set. */
  private static Optional<String> parameter(ExtensionContext context, String name) {
    return context.getConfigurationParameter(name).map(String::strip).filter(s -> !s.isEmpty());
  }

  private static String required(ExtensionContext context, String name) {
    return parameter(context, name)
        .orElseThrow(() -> wrong(name, "is missing, and " + ENDPOINT + " is there.", null));
  }

  private static URI endpoint(String text) {
    String reason = "\"" + text + "\" is not the address of an S3, as http://127.0.0.1:9000 is.";
    try {
      URI endpoint = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
      boolean isHttp = "http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme());
      boolean isBare = text.matches("[^?#@]*") && "".equals(endpoint.getRawPath());
      if (isHttp && isBare && endpoint.getHost() != null) {
        return endpoint;
      }
    } catch (IllegalArgumentException malformed) {
      throw wrong(ENDPOINT, reason, malformed);
    }
    throw wrong(ENDPOINT, reason, null);
  }

  private static AccessKey key(String accessKey, String secretKey) {
    try {
      return new AccessKey(accessKey, secretKey);
    } catch (IllegalArgumentException refused) {
      throw wrong(ACCESS_KEY, String.valueOf(refused.getMessage()), refused);
    }
  }

  /** Any answer will do: an anonymous request is refused by most. */
  private static void requireReachable(URI endpoint) {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    try {
      client.send(
          HttpRequest.newBuilder(endpoint.resolve("/")).timeout(PATIENCE).build(),
          BodyHandlers.discarding());
    } catch (IOException unreachable) {
      throw wrong(
          ENDPOINT, endpoint + " cannot be reached: " + describe(unreachable) + ".", unreachable);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw wrong(ENDPOINT, "interrupted while connecting to " + endpoint + ".", interrupted);
    }
  }

  /** The JDK's client tells the reason only in a cause, and often by its class alone. */
  private static String describe(Throwable failure) {
    Throwable cause = failure;
    while (cause.getMessage() == null && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? failure.getClass().getSimpleName() : cause.getMessage();
  }

  static ExtensionConfigurationException wrong(
      String parameter, String reason, @Nullable Throwable cause) {
    return new ExtensionConfigurationException(
        "The configuration parameter " + parameter + ": " + reason, cause);
  }
}
