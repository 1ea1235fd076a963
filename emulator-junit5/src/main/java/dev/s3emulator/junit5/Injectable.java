package dev.s3emulator.junit5;

import dev.s3emulator.S3Clients;
import dev.s3emulator.S3EmulatorServer;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A type of parameter and where its value comes from.
 *
 * @param typeName the name and not the class, which may be absent from the class path: a parameter
 *     of an absent type cannot be asked for, so its entry is never used
 */
record Injectable(String typeName, Function<ClassEmulator, Object> source) {

  private static final List<Injectable> ALL =
      List.of(
          new Injectable(S3EmulatorServer.class.getName(), ClassEmulator::server),
          new Injectable(URI.class.getName(), emulator -> emulator.server().endpoint()),
          // Not method references: these would load the clients' types with this class.
          client(
              "software.amazon.awssdk.services.s3.S3Client", server -> S3Clients.s3Client(server)),
          client(
              "software.amazon.awssdk.services.s3.S3AsyncClient",
              server -> S3Clients.s3AsyncClient(server)));

  /** Returns the entry for parameters of exactly this type. */
  static Optional<Injectable> of(Class<?> type) {
    return ALL.stream().filter(entry -> entry.typeName.equals(type.getName())).findFirst();
  }

  Object in(ClassEmulator emulator) {
    return source.apply(emulator);
  }

  private static Injectable client(
      String typeName, Function<S3EmulatorServer, ? extends AutoCloseable> make) {
    return new Injectable(typeName, emulator -> emulator.client(typeName, make));
  }
}
