package dev.s3emulator;

import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.fixture.FixtureExport;
import dev.s3emulator.internal.fixture.FixtureLoader;
import dev.s3emulator.internal.fixture.FixtureSource;
import dev.s3emulator.internal.operation.OperationCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Fixtures as steps that fill an engine. */
final class Fixtures {

  private Fixtures() {}

  static Seed of(Path folder) {
    return loading(FixtureSource.of(folder));
  }

  static Seed parse(String classpathOrFolder) {
    return loading(FixtureSource.parse(classpathOrFolder));
  }

  static Seed into(String bucketName, String classpathOrFolder) {
    FixtureSource source = FixtureSource.parse(classpathOrFolder);
    return (engine, kept) -> loader(engine).loadInto(bucketName, source);
  }

  private static Seed loading(FixtureSource source) {
    return (engine, kept) -> loader(engine).load(source, kept);
  }

  private static FixtureLoader loader(S3Engine engine) {
    return new FixtureLoader(engine, OperationCatalog::of);
  }

  static void export(S3Engine engine, Path folder) {
    try {
      FixtureExport.write(engine, OperationCatalog::of, folder);
    } catch (IOException failure) {
      throw new UncheckedIOException("The fixture cannot be written to " + folder, failure);
    }
  }
}
