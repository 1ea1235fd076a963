package dev.s3emulator.walk;

/** One call of an operation with plausible input. */
@FunctionalInterface
interface Call {
  void make(Target target) throws Exception;
}
