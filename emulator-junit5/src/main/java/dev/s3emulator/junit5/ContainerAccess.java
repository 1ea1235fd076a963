package dev.s3emulator.junit5;

import org.testcontainers.Testcontainers;

/** Lets containers of Testcontainers reach a port of this machine. */
final class ContainerAccess {

  private static final String ELEMENT = "exposeToContainers";

  private ContainerAccess() {}

  static void expose(int port, EmulatorOptions options) {
    // Asked before the first use: a missing class shows in whatever line the JVM links first.
    if (!ClassPath.has("org.testcontainers.Testcontainers")) {
      throw options.wrong(
          ELEMENT,
          "Testcontainers is missing: add org.testcontainers:testcontainers to the class path.");
    }
    try {
      Tunnel.open(port);
    } catch (RuntimeException | LinkageError refused) {
      throw options.wrong(
          ELEMENT,
          "Testcontainers cannot let containers reach the port " + port + ": " + refused,
          refused);
    }
  }

  /** Loaded only where Testcontainers is. */
  private static final class Tunnel {
    static void open(int port) {
      Testcontainers.exposeHostPorts(port);
    }
  }
}
