package dev.s3emulator.junit5;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A field that gets what a parameter of its type would get: a client, the server, its endpoint.
 *
 * <pre>{@code
 * @S3Emulator(buckets = @Bucket(name = "photos"))
 * class CleanupTest {
 *   @InjectS3 S3Client s3;
 * }
 * }</pre>
 *
 * <p>Static fields are set before {@code @BeforeAll} methods, instance fields before
 * {@code @BeforeEach} methods, and with one instance per class before {@code @BeforeAll} methods
 * too if there is an emulator by then. The field may be private but not final. It works in classes
 * with {@link S3Emulator}, on whatever place, or with an {@link S3EmulatorExtension}; in other
 * classes the field stays as it is.
 */
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface InjectS3 {}
