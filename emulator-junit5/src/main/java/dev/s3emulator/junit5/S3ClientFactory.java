package dev.s3emulator.junit5;

import java.lang.annotation.Annotation;
import java.util.Optional;

/**
 * Makes clients of one type for the parameters and fields of tests.
 *
 * <pre>{@code
 * public final class PhotoStoreFactory implements S3ClientFactory<PhotoStore> {
 *   public String typeName() {
 *     return "com.example.PhotoStore";
 *   }
 *
 *   public PhotoStore create(S3Target target) {
 *     return new PhotoStore(target.endpoint(), target.region());
 *   }
 * }
 * }</pre>
 *
 * <p>A factory is a public class with a public constructor without parameters, named in {@code
 * META-INF/services/dev.s3emulator.junit5.S3ClientFactory}. A factory for a type that the emulator
 * knows itself, such as {@code S3Client}, takes the place of the emulator's.
 *
 * <p>One instance serves all tests of a run, also several at a time.
 *
 * @param <T> the type of the client
 */
public interface S3ClientFactory<T> {

  /**
   * Returns the full name of the type that a parameter or a field must have, exactly. A name, so
   * that a factory may be on the class path without the library of its client.
   */
  String typeName();

  /**
   * Returns a new client. Called once for an emulator, when a test first asks for the type. A
   * client that is {@link AutoCloseable} is closed before the emulator; see {@link
   * S3Target#closeAfterwards} for what else there is to close.
   */
  T create(S3Target target);

  /**
   * Returns the annotation that a parameter or a field must have to get this factory's client, as
   * {@link Crt}; empty, the default, if it needs none. Thus one type can have several factories.
   */
  default Optional<Class<? extends Annotation>> qualifier() {
    return Optional.empty();
  }
}
