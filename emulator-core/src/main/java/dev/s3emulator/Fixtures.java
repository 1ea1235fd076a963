package dev.s3emulator;

import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.fixture.FixtureLoader;
import dev.s3emulator.internal.fixture.FixtureSource;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Fixtures as steps that fill an engine. */
final class Fixtures {

  private Fixtures() {}

  static Consumer<S3Engine> of(Path folder) {
    return loading(FixtureSource.of(folder));
  }

  static Consumer<S3Engine> parse(String classpathOrFolder) {
    return loading(FixtureSource.parse(classpathOrFolder));
  }

  static Consumer<S3Engine> into(String bucketName, String classpathOrFolder) {
    FixtureSource source = FixtureSource.parse(classpathOrFolder);
    return engine -> new FixtureLoader(engine).loadInto(bucketName, source);
  }

  private static Consumer<S3Engine> loading(FixtureSource source) {
    return engine -> new FixtureLoader(engine).load(source);
  }
}
