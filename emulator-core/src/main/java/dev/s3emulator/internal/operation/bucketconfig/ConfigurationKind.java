package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.BucketConfiguration;
import dev.s3emulator.internal.domain.BucketSettings;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.xml.XmlWriter;
import java.util.function.Function;

/**
 * A kind of configuration as data: how its document is read and written, and what a bucket without
 * it answers.
 *
 * @param type the class of the value, under which a bucket keeps it
 * @param reader makes the value from a document, or refuses it
 * @param writer makes the document of a value
 * @param missing what GET answers for a bucket without it
 */
record ConfigurationKind<T extends BucketConfiguration>(
    Class<T> type,
    Function<byte[], T> reader,
    Function<T, byte[]> writer,
    Function<BucketSettings, byte[]> missing) {

  /** Returns a kind whose absence is an error. */
  static <T extends BucketConfiguration> ConfigurationKind<T> of(
      Class<T> type, Function<byte[], T> reader, Function<T, byte[]> writer, S3Error notFound) {
    return new ConfigurationKind<>(
        type,
        reader,
        writer,
        settings -> {
          throw S3Exception.of(notFound).with("BucketName", settings.name());
        });
  }

  /** Returns a kind that every bucket has. */
  static <T extends BucketConfiguration> ConfigurationKind<T> withDefault(
      Class<T> type, Function<byte[], T> reader, Function<T, byte[]> writer, T fallback) {
    return new ConfigurationKind<>(type, reader, writer, settings -> writer.apply(fallback));
  }

  /** Returns a kind of which a bucket without it shows nothing but the root element. */
  static <T extends BucketConfiguration> ConfigurationKind<T> withEmptyDocument(
      Class<T> type, Function<byte[], T> reader, Function<T, byte[]> writer, String root) {
    return new ConfigurationKind<>(
        type, reader, writer, settings -> XmlWriter.document(root).finish());
  }
}
