package dev.s3emulator.junit5;

import dev.s3emulator.S3EmulatorServer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The server of one test class and the clients that were made for it. Safe for many threads. */
final class ClassEmulator implements AutoCloseable {

  private final S3EmulatorServer server;
  private final Map<String, AutoCloseable> clients = new LinkedHashMap<>();

  private ClassEmulator(S3EmulatorServer server) {
    this.server = server;
  }

  static ClassEmulator start(S3Emulator annotation) {
    return new ClassEmulator(ServerStart.of(annotation));
  }

  S3EmulatorServer server() {
    return server;
  }

  /** Returns the client of this type, which is made if there is none yet. */
  synchronized Object client(
      String typeName, Function<S3EmulatorServer, ? extends AutoCloseable> make) {
    AutoCloseable client = clients.get(typeName);
    if (client == null) {
      client = make.apply(server);
      clients.put(typeName, client);
    }
    return client;
  }

  /** Returns to the state in which a test begins. */
  void reset() {
    server.reset();
    server.journal().clear();
    server.clock().reset();
  }

  /** Closes the clients, the last one first, and then the server. */
  @Override
  public synchronized void close() throws Exception {
    Deque<AutoCloseable> open = new ArrayDeque<>();
    open.push(server);
    clients.values().forEach(open::push);
    closeAll(open);
  }

  /** Closes all, also when one cannot be closed. */
  private static void closeAll(Deque<AutoCloseable> open) throws Exception {
    if (!open.isEmpty()) {
      try (AutoCloseable first = open.pop()) {
        // Closed after what is inside of it.
      } finally {
        closeAll(open);
      }
    }
  }
}
