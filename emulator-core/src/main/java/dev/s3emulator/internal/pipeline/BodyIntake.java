package dev.s3emulator.internal.pipeline;

import dev.s3emulator.internal.protocol.RequestBody;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;

/** Where the bytes of one request body go as they arrive. Used by one thread at a time. */
interface BodyIntake extends AutoCloseable {

  /**
   * Lends threads to what takes long with a large body. From now on {@link #receive} and {@link
   * #finish} may wait for them; whether they are used is up to the intake.
   */
  default void lend(Executor threads) {}

  /** Takes the remaining bytes, as they came over the wire. */
  void receive(ByteBuffer bytes) throws IOException;

  /** Ends the body and returns it as the handler gets it. */
  RequestBody finish() throws IOException;

  /** Drops what was staged, unless {@link #finish} handed it over. */
  @Override
  void close();

  /** Reads a body and forgets it, as S3 does with operations that take none. */
  BodyIntake IGNORED =
      new BodyIntake() {
        @Override
        public void receive(ByteBuffer bytes) {
          bytes.position(bytes.limit());
        }

        @Override
        public RequestBody finish() {
          return RequestBody.None.INSTANCE;
        }

        @Override
        public void close() {}
      };
}
