package dev.s3emulator;

import dev.s3emulator.internal.http.UndertowTransport;
import dev.s3emulator.internal.tls.ServerCertificate;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What a server with HTTPS has beyond one without. */
record ServerHttps(URI endpoint, ServerCertificate certificate) {

  /** Returns the HTTPS of a transport, or null without a certificate. */
  static @Nullable ServerHttps of(
      @Nullable ServerCertificate certificate, UndertowTransport transport, ServerOptions options) {
    return certificate == null
        ? null
        : new ServerHttps(options.httpsEndpoint(transport.securePort()), certificate);
  }

  /**
   * Returns what is there.
   *
   * @throws IllegalStateException that says how to get it, if there is none
   */
  static ServerHttps require(@Nullable ServerHttps https) {
    if (https == null) {
      throw new IllegalStateException(
          "This S3EmulatorServer has no HTTPS: start one with"
              + " S3EmulatorServer.builder().https(true).start().");
    }
    return https;
  }
}
