package dev.s3emulator.junit5;

import dev.s3emulator.AccessKey;
import dev.s3emulator.S3EmulatorServer;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The S3 that a test talks to: what a client needs to reach it.
 *
 * <p>May be injected like a client. Safe for use by many threads.
 */
public final class S3Target {

  private final URI endpoint;
  private final String region;
  private final AccessKey accessKey;
  private final @Nullable S3EmulatorServer server;
  private final Function<Class<?>, Object> clients;
  private final ClosingStack closing;

  private S3Target(
      URI endpoint,
      String region,
      AccessKey accessKey,
      @Nullable S3EmulatorServer server,
      Function<Class<?>, Object> clients,
      ClosingStack closing) {
    this.endpoint = endpoint;
    this.region = region;
    this.accessKey = accessKey;
    this.server = server;
    this.clients = clients;
    this.closing = closing;
  }

  static S3Target of(
      S3EmulatorServer server, Function<Class<?>, Object> clients, ClosingStack closing) {
    return new S3Target(
        server.hasHttps() ? server.httpsEndpoint() : server.endpoint(),
        server.region(),
        server.accessKey(),
        server,
        clients,
        closing);
  }

  /**
   * Returns the endpoint, which takes path-style requests. Of an emulator with HTTPS it is that of
   * HTTPS.
   */
  public URI endpoint() {
    return endpoint;
  }

  /** Returns the region. */
  public String region() {
    return region;
  }

  /** Returns the key to sign with. */
  public AccessKey accessKey() {
    return accessKey;
  }

  /** Returns the emulator behind the endpoint, or empty if another S3 is there. */
  public Optional<S3EmulatorServer> server() {
    return Optional.ofNullable(server);
  }

  /**
   * Returns the emulator whose certificate a client must be told to trust, or empty if a client can
   * be made as for any S3.
   */
  public Optional<S3EmulatorServer> serverToTrust() {
    return server().filter(S3EmulatorServer::hasHttps);
  }

  /**
   * Returns the client that a parameter of this type would get, which the extension closes. Thus a
   * client can be made of another.
   *
   * @throws IllegalArgumentException if nothing makes clients of this type
   */
  public <T> T client(Class<T> type) {
    return type.cast(clients.apply(type));
  }

  /**
   * Lets something be closed after the client that is being made and before the emulator: what the
   * client needs and does not close itself, or how to close a client that is no {@link
   * AutoCloseable}.
   */
  public void closeAfterwards(AutoCloseable resource) {
    closing.push(resource);
  }

  /** Returns the endpoint. */
  @Override
  public String toString() {
    return "S3Target[" + endpoint + "]";
  }
}
