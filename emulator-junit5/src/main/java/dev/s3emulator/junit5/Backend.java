package dev.s3emulator.junit5;

import java.util.function.Function;

/** What is behind a target: an emulator of our own or another S3. */
interface Backend extends AutoCloseable {

  /** Returns how clients reach it. */
  S3Target target(Function<Class<?>, Object> clients, ClosingStack closing);

  /** Returns to the state in which a test begins. */
  void begin();

  /** Takes away what must not outlast a test. */
  void end();

  @Override
  void close();
}
