package dev.s3emulator;

import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.http.SecurePort;
import dev.s3emulator.internal.tls.HostNames;
import dev.s3emulator.internal.tls.ServerCertificate;
import dev.s3emulator.store.BlobStore;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a server was started with.
 *
 * @param httpsPort the port for HTTPS, 0 for any free one, or empty for none
 * @param users who is known at the start; the first is the default one
 * @param strict whether unknown keys and anonymous requests are refused
 * @param blobStore the user's store, or null for one of the server's own
 * @param journalCapacity how many requests the journal keeps
 * @param seeds what to put in at the start, in order
 */
record ServerOptions(
    String host,
    int port,
    OptionalInt httpsPort,
    String region,
    List<User> users,
    boolean strict,
    EmulatorClock clock,
    long randomSeed,
    @Nullable BlobStore blobStore,
    int journalCapacity,
    List<String> domains,
    List<Consumer<S3Engine>> seeds) {

  static final String LOOPBACK = "127.0.0.1";

  /** Returns where a client on this machine reaches a server that listens on {@code port}. */
  URI endpoint(int listeningPort) {
    return endpoint("http", listeningPort);
  }

  /** Returns where a client on this machine reaches the HTTPS of a server. */
  URI httpsEndpoint(int listeningPort) {
    return endpoint("https", listeningPort);
  }

  /** Makes the certificate of a server with HTTPS, or returns null for one without. */
  @Nullable ServerCertificate newCertificate() {
    if (httpsPort.isEmpty()) {
      return null;
    }
    // Clients judge a certificate by the time that they know, whatever the emulator's clock shows.
    return ServerCertificate.create(HostNames.of(host, domains, region), Instant.now());
  }

  /** Returns where to listen for HTTPS, or null. */
  @Nullable SecurePort securePort(@Nullable ServerCertificate certificate) {
    return certificate == null
        ? null
        : new SecurePort(httpsPort.orElse(0), certificate.serverContext());
  }

  private URI endpoint(String scheme, int listeningPort) {
    // "All addresses" is nothing to connect to.
    boolean anyAddress = host.equals("0.0.0.0") || host.equals("::");
    String reachable = anyAddress ? LOOPBACK : host;
    boolean ipv6 = reachable.indexOf(':') >= 0;
    return URI.create(
        scheme + "://" + (ipv6 ? "[" + reachable + "]" : reachable) + ":" + listeningPort);
  }
}
