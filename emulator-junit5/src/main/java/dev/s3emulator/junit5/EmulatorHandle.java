package dev.s3emulator.junit5;

import dev.s3emulator.S3EmulatorServer;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * An emulator in a scope: its target, the clients made for it and what else ends with it. Safe for
 * use by many threads.
 */
// The interface is deprecated since JUnit 5.13, where AutoCloseable suffices; 5.10 needs it.
@SuppressWarnings("deprecation")
final class EmulatorHandle implements AutoCloseable, ExtensionContext.Store.CloseableResource {

  private final EmulatorOptions options;
  private final Turns turns;
  private final Backend backend;
  private final Services services;
  private final ClosingStack closing = new ClosingStack();
  private final Map<S3ClientFactory<?>, Object> clients = new HashMap<>();
  private final S3Target target;

  private EmulatorHandle(EmulatorOptions options, Turns turns, Services services, Backend backend) {
    this.options = options;
    this.turns = turns;
    this.services = services;
    this.backend = backend;
    closing.push(backend);
    target = backend.target(this::client, closing);
  }

  /**
   * Opens what the options ask for.
   *
   * @param turns of the tests that share it
   * @param services make the clients
   * @param other takes the place of an emulator, if there is one
   */
  static EmulatorHandle open(
      EmulatorOptions options, Turns turns, Services services, Optional<OtherS3> other) {
    Backend backend =
        other.isPresent() ? OtherServer.open(options, other.get()) : OwnServer.start(options);
    return new EmulatorHandle(options, turns, services, backend);
  }

  S3Target target() {
    return target;
  }

  /** Returns the emulator, or empty if the target is another S3. */
  Optional<S3EmulatorServer> server() {
    return target.server();
  }

  /** Returns what a point of this type gets, or empty if it is not for us. */
  Optional<Object> value(InjectionPoint point) {
    Class<?> type = point.type();
    if (type == S3EmulatorServer.class) {
      return Optional.of(target.requireServer());
    }
    if (type == URI.class) {
      return Optional.of(target.endpoint());
    }
    if (type == S3Target.class) {
      return Optional.of(target);
    }
    return services.factory(point).map(this::client);
  }

  /** Returns whether there is a value for a point, without making it. */
  static boolean hasValue(InjectionPoint point, Services services) {
    Class<?> type = point.type();
    return type == S3EmulatorServer.class
        || type == URI.class
        || type == S3Target.class
        || services.factory(point).isPresent();
  }

  /**
   * Returns the client that a parameter of this type would get.
   *
   * @throws IllegalArgumentException if nothing makes it
   */
  Object client(Class<?> type) {
    InjectionPoint point = new InjectionPoint(type, annotation -> false, "the client");
    return value(point)
        .orElseThrow(() -> new IllegalArgumentException(point.hasNoFactory().getMessage()));
  }

  private synchronized Object client(S3ClientFactory<?> factory) {
    Object client = clients.get(factory);
    if (client == null) {
      client = factory.create(target);
      clients.put(factory, client);
      if (client instanceof AutoCloseable closeable) {
        closing.push(closeable);
      }
    }
    return client;
  }

  /** Waits for the turn of a test and returns to the state in which it begins. */
  void begin(String test) {
    if (!options.reset()) {
      return;
    }
    turns.take(test);
    backend.begin();
  }

  /** Ends the turn of a test. */
  void end(String test) {
    if (!options.reset()) {
      return;
    }
    try {
      backend.end();
    } finally {
      turns.give(test);
    }
  }

  /** Closes all because of a failure, which remembers what could not be closed. */
  void closeAfter(Throwable failure) {
    try {
      close();
    } catch (Exception second) {
      failure.addSuppressed(second);
    }
  }

  /** Closes the clients, the last one first, and then the server. */
  @Override
  public void close() throws Exception {
    closing.close();
  }
}
