package dev.s3emulator.junit5;

import dev.s3emulator.S3EmulatorServer;
import java.util.function.Function;

/** An emulator that was started for the tests. */
record OwnServer(S3EmulatorServer server) implements Backend {

  /** Starts what the options ask for. */
  static OwnServer start(EmulatorOptions options) {
    S3EmulatorServer server = ServerStart.of(options);
    try {
      if (options.exposeToContainers()) {
        ContainerAccess.expose(server.port(), options);
      }
      return new OwnServer(server);
    } catch (RuntimeException | Error failure) {
      server.close();
      throw failure;
    }
  }

  @Override
  public S3Target target(Function<Class<?>, Object> clients, ClosingStack closing) {
    return S3Target.of(server, clients, closing);
  }

  @Override
  public void begin() {
    // Those of the constructor and of @BeforeAll, which the journal is about to forget.
    InternalErrors.requireNone(server);
    server.reset();
    server.journal().clear();
    server.clock().reset();
  }

  /** Does nothing: what a test leaves is looked at afterwards, and gone when the next begins. */
  @Override
  public void end() {}

  @Override
  public void close() {
    server.close();
  }
}
