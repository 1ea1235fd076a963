package dev.s3emulator;

import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.store.BlobStore;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a server was started with.
 *
 * @param users who is known at the start; the first is the default one
 * @param strict whether unknown keys and anonymous requests are refused
 * @param blobStore the user's store, or null for one of the server's own
 * @param journalCapacity how many requests the journal keeps
 * @param seeds what to put in at the start, in order
 */
record ServerOptions(
    String host,
    int port,
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
    // "All addresses" is nothing to connect to.
    boolean anyAddress = host.equals("0.0.0.0") || host.equals("::");
    String reachable = anyAddress ? LOOPBACK : host;
    boolean ipv6 = reachable.indexOf(':') >= 0;
    return URI.create("http://" + (ipv6 ? "[" + reachable + "]" : reachable) + ":" + listeningPort);
  }
}
