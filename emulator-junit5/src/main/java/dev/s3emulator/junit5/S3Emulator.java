package dev.s3emulator.junit5;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Gives tests an S3 of their own.
 *
 * <pre>{@code
 * @S3Emulator(buckets = @Bucket(name = "photos", versioning = Versioning.ENABLED))
 * class CleanupTest {
 *   @Test
 *   void cleanupLeavesADeleteMarker(S3Client s3) { ... }
 * }
 * }</pre>
 *
 * <h2>Places</h2>
 *
 * <ul>
 *   <li>A class: one emulator for its tests and its {@code @Nested} classes, except those that have
 *       the annotation themselves. Subclasses inherit the annotation and get emulators of their
 *       own; an interface gives it to the classes that implement it.
 *   <li>A test method: an emulator for this test, in place of the class's. The constructor still
 *       gets the class's.
 *   <li>A field: an emulator whose value of the field's type is put in, for the class if the field
 *       is static, otherwise for each test. If it is the only one of the class, parameters and
 *       {@link InjectS3} fields get theirs from it too.
 *   <li>A parameter of a test, a constructor or a lifecycle method: an emulator for what this
 *       parameter asks for. The extension must be known to JUnit before it calls a lifecycle
 *       method, so there the annotation works if it also stands on the class or one of its fields.
 *   <li>Another annotation, which then means the same: {@code @PhotoBuckets}. Make it
 *       {@code @Inherited} or not; subclasses have it either way.
 * </ul>
 *
 * <p>How long an emulator lives follows from the place or is said by {@link #scope}. Equal
 * annotations on fields and parameters within one scope mean one emulator. A server listens on a
 * free port of the loopback address and is closed by JUnit at the end of its scope.
 *
 * <h2>Parameters and fields</h2>
 *
 * <p>The constructor, tests and lifecycle methods may have parameters of exactly these types, and
 * fields with {@link InjectS3} or this annotation may have them too:
 *
 * <ul>
 *   <li>{@link dev.s3emulator.S3EmulatorServer}: the server; {@link java.net.URI}: its endpoint;
 *       {@link S3Target}: endpoint, region and key
 *   <li>{@code S3Client}, {@code S3AsyncClient}, {@code S3Presigner}, {@code S3TransferManager},
 *       {@code AwsCredentialsProvider} and {@code Region} of the AWS SDK for Java 2; with {@link
 *       Crt} the asynchronous client and the transfer manager of the AWS Common Runtime
 *   <li>{@code AmazonS3} of the AWS SDK for Java 1, {@code S3Client} of the AWS SDK for Kotlin and
 *       {@code MinioClient}
 *   <li>what an {@link S3ClientFactory} makes
 * </ul>
 *
 * <p>Clients have the emulator's endpoint, credentials and region, path style, and otherwise the
 * defaults of their library. One is made when it is first asked for, is the same for the whole
 * scope, and is closed before the server. Do not close it, nor the server. No library is needed by
 * tests that do not ask for its clients.
 *
 * <h2>State</h2>
 *
 * <p>Each test begins with the buckets and objects of this annotation and with those that methods
 * of the server ({@code createBucket}, {@code seed}) have added, each as it was made, with the same
 * version ids. What clients did is gone, the journal is empty and the clock shows the time. This
 * happens before {@code @BeforeEach} methods. What the constructor or {@code @BeforeAll} does
 * through a client is therefore gone when the test begins: seed, use the server, or use
 * {@code @BeforeEach}. What a test leaves is still there in {@code @AfterEach}. {@link #reset}
 * turns this off.
 *
 * <p>When JUnit runs tests in parallel, those that share an emulator which is reset run one after
 * the other, and others at the same time. Requests that a test leaves running may reach the next
 * one.
 *
 * <h2>Failures</h2>
 *
 * <p>A test during which the emulator answered 500 InternalError because something failed inside it
 * fails, even if the client retried or the code under test swallowed it; the error names the
 * request and has the cause. This holds unless the test clears the journal.
 *
 * <p>Values that cannot be, such as a bucket's name that S3 would not accept or a fixture that is
 * not there, fail the class (on a method or a parameter: the test) with one sentence that says
 * which element.
 *
 * <h2>Another S3</h2>
 *
 * <p>The JUnit configuration parameter {@code s3emulator.endpoint}, which may be a system property,
 * makes all annotated tests use the S3 at that address instead of emulators, with the key in {@code
 * s3emulator.access-key} and {@code s3emulator.secret-key} and the region in {@code
 * s3emulator.region}, which is that of the annotation if missing. Whatever is injected and
 * published leads there. A test that asks for the {@code S3EmulatorServer}, in whatever place, is
 * aborted with the reason, which JUnit shows as skipped.
 *
 * <p>The buckets of the annotation are made there before each test, with the names as given, their
 * versioning, Object Lock, tags and objects, but with version ids and times of that S3, and in its
 * region. After each test they are removed with all versions, delete markers and uploads. Between
 * tests, so also in {@code @BeforeAll}, they are not there; with {@code reset = false} they are
 * there as long as an emulator would be. {@link #strict}, {@link #https}, {@link #accessKey},
 * {@link #exposeToContainers} and settings of the server mean nothing there.
 *
 * <p>Nothing else is touched there. A bucket that exists already fails the test, unless it has the
 * tag {@code s3emulator-run} by which tests mark the buckets that they make: then a run before has
 * been killed, and its bucket is removed. So two runs at the same time need an endpoint each, or
 * other names. Buckets that tests make themselves are theirs to remove. Making buckets needs the
 * AWS SDK for Java 2. Tests run one after the other.
 *
 * <p>Works with JUnit 5.10 and newer, and with JUnit 6.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith(AnnotatedEmulators.class)
// JUnit before 5.12 knows no providers and wants a name: a lock that everybody may share.
@ResourceLock(
    value = "dev.s3emulator",
    mode = ResourceAccessMode.READ,
    providers = ServerLocks.class)
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

  /**
   * The id of the key that clients sign with; empty, the default, for the server's own. Needs
   * {@link #secretKey}.
   */
  String accessKey() default "";

  /** The secret of {@link #accessKey}. */
  String secretKey() default "";

  /**
   * Whether the server refuses unknown keys, anonymous requests and what else S3 refuses and a test
   * usually does not care for, see {@link dev.s3emulator.S3EmulatorServerBuilder#strict}.
   */
  boolean strict() default false;

  /**
   * Whether containers of Testcontainers can reach the server, at {@link
   * dev.s3emulator.S3EmulatorServer#endpointForContainers}. It goes on listening on the loopback
   * address only: {@code Testcontainers.exposeHostPorts} makes a tunnel to it, which lasts until
   * the end of the JVM. Needs Testcontainers and a Docker engine.
   */
  boolean exposeToContainers() default false;

  /**
   * Whether the server has HTTPS. The endpoint then is that of HTTPS, and injected clients use it
   * and trust the server's certificate, see {@link dev.s3emulator.S3EmulatorServerBuilder#https}.
   */
  boolean https() default false;

  /**
   * Whether each test begins with the state of the start. Otherwise it finds what the tests before
   * it have left, also in the journal and on the clock, and tests that share the emulator may run
   * at the same time.
   */
  boolean reset() default true;

  /** How long the emulator lives, and so which tests share it. */
  EmulatorScope scope() default EmulatorScope.BY_PLACE;

  /**
   * The names of system properties that hold the endpoint as long as the emulator lives, and then
   * what they held before: for code under test that reads its configuration there. A JVM has one
   * value of a property, so tests that set the same one cannot run at the same time and fail.
   *
   * <p>Empty, the default, for those in the JUnit configuration parameter {@code
   * s3emulator.publish.endpoint}, separated by commas, or none.
   */
  String[] endpointProperty() default {};

  /**
   * The names of system properties that hold the id of the access key, as {@link
   * #endpointProperty}; the configuration parameter is {@code s3emulator.publish.accessKey}.
   */
  String[] accessKeyProperty() default {};

  /**
   * The names of system properties that hold the secret access key, as {@link #endpointProperty};
   * the configuration parameter is {@code s3emulator.publish.secretKey}.
   */
  String[] secretKeyProperty() default {};

  /**
   * The names of system properties that hold the region, as {@link #endpointProperty}; the
   * configuration parameter is {@code s3emulator.publish.region}.
   */
  String[] regionProperty() default {};
}
