package dev.s3emulator;

import dev.s3emulator.internal.auth.mfa.SecondFactors;
import dev.s3emulator.internal.http.SecurePort;
import dev.s3emulator.internal.tls.HostNames;
import dev.s3emulator.internal.tls.ServerCertificate;
import dev.s3emulator.store.BlobStore;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a server was started with.
 *
 * @param httpsPort the port for HTTPS, 0 for any free one, or empty for none
 * @param users who is known at the start; the first is the default one
 * @param strict whether unknown keys and anonymous requests are refused
 * @param httpsForMfa whether codes of MFA devices are refused that come over plain HTTP
 * @param storage where the state lives
 * @param blobStore the user's store of contents, or null
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
    boolean httpsForMfa,
    EmulatorClock clock,
    long randomSeed,
    Storage storage,
    @Nullable BlobStore blobStore,
    int journalCapacity,
    List<String> domains,
    List<Seed> seeds) {

  static final String LOOPBACK = "127.0.0.1";

  private static final Pattern DOMAIN =
      Pattern.compile("[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*");

  /**
   * Returns a number that can be a port.
   *
   * @throws IllegalArgumentException if it cannot
   */
  static int requirePort(int number) {
    if (number < 0 || number > 65535) {
      throw new IllegalArgumentException("The port " + number + " is not in 0 to 65535.");
    }
    return number;
  }

  /**
   * Returns a text that can be a host.
   *
   * @throws IllegalArgumentException if it cannot
   */
  static String requireHost(String name) {
    if (name.isEmpty() || name.chars().anyMatch(c -> c <= ' ' || c == '/')) {
      throw new IllegalArgumentException(
          "The host \"" + name + "\" is not a host name or an address.");
    }
    return name;
  }

  /**
   * Returns the name of a domain in lower case.
   *
   * @throws IllegalArgumentException if it is no host name
   */
  static String requireDomain(String name) {
    String domain = name.toLowerCase(Locale.ROOT);
    if (!DOMAIN.matcher(domain).matches()) {
      throw new IllegalArgumentException(
          "The virtual host domain \"" + name + "\" is not a host name.");
    }
    return domain;
  }

  /** Returns where a client on this machine reaches a server that listens on {@code port}. */
  URI endpoint(int listeningPort) {
    return endpoint("http", listeningPort);
  }

  /** Returns where a client on this machine reaches the HTTPS of a server. */
  URI httpsEndpoint(int listeningPort) {
    return endpoint("https", listeningPort);
  }

  /** Makes the registry of MFA devices of a server. */
  SecondFactors secondFactors() {
    return new SecondFactors(clock, httpsForMfa);
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
