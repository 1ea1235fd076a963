package dev.s3emulator.junit5;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.ResourceLockTarget;

/**
 * Gives a test class an S3 of its own.
 *
 * <pre>{@code
 * @S3Emulator(buckets = @Bucket(name = "photos", versioning = Versioning.ENABLED))
 * class CleanupTest {
 *   @Test
 *   void cleanupLeavesADeleteMarker(S3Client s3) { ... }
 * }
 * }</pre>
 *
 * <h2>Server</h2>
 *
 * <p>A server starts before the first method of the class, on a free port of the loopback address,
 * and is closed after the last one. A {@code @Nested} class shares the server of the class around
 * it and cannot have the annotation once more; a subclass inherits the annotation, not the server.
 *
 * <h2>Parameters</h2>
 *
 * <p>The constructor, tests and lifecycle methods of the class may have parameters of exactly these
 * types:
 *
 * <ul>
 *   <li>{@link dev.s3emulator.S3EmulatorServer}: the server
 *   <li>{@link java.net.URI}: its endpoint
 *   <li>{@code S3Client}, {@code S3AsyncClient} of the AWS SDK for Java 2: clients of the server
 *       with its credentials and region, in path style, as {@link dev.s3emulator.S3Clients} makes
 *       them
 * </ul>
 *
 * <p>A client is made when it is first asked for and is the same for the whole class. It is closed
 * after the last method, before the server. Do not close it, nor the server. The SDK is not needed
 * by a class that asks for no client.
 *
 * <h2>State</h2>
 *
 * <p>Each test begins with the buckets and objects of this annotation and with those that methods
 * of the server ({@code createBucket}, {@code seed}) have added, each as it was made, with the same
 * version ids. What clients did is gone, the journal is empty and the clock shows the time. This
 * happens before {@code @BeforeEach} methods. What the constructor or {@code @BeforeAll} does
 * through a client is therefore gone when the test begins: seed, use the server, or use
 * {@code @BeforeEach}. What a test leaves is still there in {@code @AfterEach}.
 *
 * <p>When JUnit runs tests in parallel, those that share a server run one after the other, and
 * those of other classes at the same time. Requests that a test leaves running may reach the next
 * one.
 *
 * <h2>Failures</h2>
 *
 * <p>A test during which the emulator answered 500 InternalError because something failed inside it
 * fails, even if the client retried or the code under test swallowed it; the error names the
 * request and has the cause. This holds unless the test clears the journal.
 *
 * <p>Values that cannot be, such as a bucket's name that S3 would not accept or a fixture that is
 * not there, fail the class with one sentence that says which element.
 *
 * <p>Needs JUnit 5.13 or newer.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith(S3EmulatorExtension.class)
@ResourceLock(target = ResourceLockTarget.CHILDREN, providers = ServerLocks.class)
public @interface S3Emulator {

  /** The buckets, which are created in this order. */
  Bucket[] buckets() default {};

  /**
   * Fixtures with one folder per bucket, such as {@code classpath:/fixtures} or the path of a
   * folder; they may add to {@link #buckets}.
   */
  String[] seed() default {};

  /** The region of the server, its buckets and its clients. */
  String region() default "us-east-1";
}
