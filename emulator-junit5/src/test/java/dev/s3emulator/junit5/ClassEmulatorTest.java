package dev.s3emulator.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.s3emulator.S3EmulatorServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassEmulatorTest {

  private final ClassEmulator emulator =
      ClassEmulator.start(Plain.class.getAnnotation(S3Emulator.class));
  private final List<String> closed = new ArrayList<>();

  @Test
  void clientsAreClosedBeforeTheServerAndInReverse() throws Exception {
    emulator.client("first", server -> closing("first", server));
    emulator.client("second", server -> closing("second", server));

    emulator.close();

    assertThat(closed).containsExactly("second", "first");
    assertThatThrownBy(emulator.server()::port).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aClientThatCannotBeClosedKeepsNothingElseOpen() {
    emulator.client("first", server -> closing("first", server));
    emulator.client(
        "broken",
        server ->
            () -> {
              throw new IllegalArgumentException("broken");
            });

    assertThatThrownBy(emulator::close).hasMessage("broken");
    assertThat(closed).containsExactly("first");
    assertThatThrownBy(emulator.server()::port).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aClientIsMadeOnce() throws Exception {
    Object client = emulator.client("first", server -> closing("first", server));

    assertThat(emulator.client("first", server -> closing("other", server))).isSameAs(client);
    emulator.close();
  }

  private AutoCloseable closing(String name, S3EmulatorServer server) {
    return () -> {
      // Fails when the server is closed already.
      server.snapshot();
      closed.add(name);
    };
  }

  @S3Emulator
  private static final class Plain {}
}
