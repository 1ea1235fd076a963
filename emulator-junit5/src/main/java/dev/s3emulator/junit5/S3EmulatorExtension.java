package dev.s3emulator.junit5;

import dev.s3emulator.BucketOptions;
import dev.s3emulator.S3EmulatorServer;
import dev.s3emulator.S3EmulatorServerBuilder;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Does what {@link S3Emulator} does, for a field that says in code what the emulator is like.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final S3EmulatorExtension s3 =
 *     S3EmulatorExtension.builder().bucket("photos").region("eu-west-1").build();
 * }</pre>
 *
 * <p>In a static field there is one emulator for the class and its nested classes, in an instance
 * field one for each test, unless {@link Builder#scope} says otherwise. Tests, lifecycle methods
 * and constructors may have the same parameters as with the annotation, and fields with {@link
 * InjectS3} are set. In a class with several emulators these would be ambiguous and fail: ask each
 * extension for its {@link #server} and {@link #client} then.
 *
 * <p>When JUnit runs the tests of a class in parallel, those that share the emulator wait for each
 * other, because each begins by resetting it.
 *
 * <p>Safe for use by many threads.
 */
public final class S3EmulatorExtension
    implements BeforeAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        AfterAllCallback,
        ParameterResolver {

  private final RegisteredDeclarations declarations;
  private final EmulatorCallbacks callbacks;

  /** The emulators of the classes and tests that run now, by the context's unique id. */
  private final Map<String, EmulatorHandle> running = new ConcurrentHashMap<>();

  private S3EmulatorExtension(EmulatorOptions options) {
    declarations = new RegisteredDeclarations(this, options);
    callbacks = new EmulatorCallbacks(declarations);
  }

  /** Returns a builder with the defaults, which are those of {@link S3Emulator}. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the server.
   *
   * @throws IllegalStateException if no test or class with this extension is running, or several
   *     with servers of their own
   */
  public S3EmulatorServer server() {
    return current()
        .server()
        .orElseThrow(() -> new IllegalStateException("The tests run against another S3."));
  }

  /**
   * Returns the endpoint.
   *
   * @throws IllegalStateException as {@link #server}
   */
  public URI endpoint() {
    return target().endpoint();
  }

  /**
   * Returns what a client needs to reach the emulator.
   *
   * @throws IllegalStateException as {@link #server}
   */
  public S3Target target() {
    return current().target();
  }

  /**
   * Returns the client that a parameter of this type would get. The extension closes it.
   *
   * @throws IllegalStateException as {@link #server}
   * @throws IllegalArgumentException if nothing makes clients of this type
   */
  public <T> T client(Class<T> type) {
    return target().client(type);
  }

  private EmulatorHandle current() {
    List<EmulatorHandle> distinct = running.values().stream().distinct().toList();
    if (distinct.isEmpty()) {
      throw new IllegalStateException(
          "There is no emulator yet, or no longer: S3EmulatorExtension is for @RegisterExtension"
              + " and has one while its tests run.");
    }
    if (distinct.size() > 1) {
      throw new IllegalStateException(
          "Several tests with emulators of their own run at the same time: take what you need as"
              + " a parameter of the test.");
    }
    return distinct.get(0);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    callbacks.beforeAll(context);
    remember(context);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    callbacks.beforeEach(context);
    remember(context);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    running.remove(context.getUniqueId());
    callbacks.afterEach(context);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    running.remove(context.getUniqueId());
    callbacks.afterAll(context);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return callbacks.supports(parameter, context);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return callbacks.resolve(parameter, context);
  }

  private void remember(ExtensionContext context) {
    declarations
        .of(context)
        .filter(declaration -> declaration.outlivesTests() || Contexts.isTest(context))
        .map(declaration -> EmulatorStore.open(declaration, context))
        .ifPresent(handle -> running.put(context.getUniqueId(), handle));
  }

  /**
   * Collects what an emulator is like. Not safe for use by many threads.
   *
   * <p>Values are checked when the emulator starts; one that cannot be fails the class.
   */
  public static final class Builder {

    private final List<BucketSpec> buckets = new ArrayList<>();
    private final List<String> seeds = new ArrayList<>();
    private final List<Consumer<S3EmulatorServerBuilder>> settings = new ArrayList<>();
    private String region = "us-east-1";
    private String accessKeyId = "";
    private String secretAccessKey = "";
    private boolean strict;
    private boolean https;
    private boolean reset = true;
    private EmulatorScope scope = EmulatorScope.BY_PLACE;
    private PropertyNames properties = PropertyNames.NONE;

    private Builder() {}

    /** Adds a bucket without versioning. */
    public Builder bucket(String name) {
      return bucket(BucketOptions.named(name));
    }

    /** Adds a bucket. */
    public Builder bucket(BucketOptions bucket) {
      return bucket(bucket, "");
    }

    /**
     * Adds a bucket with the files of a fixture as its objects.
     *
     * @param seed {@code classpath:/fixtures/photos} or the path of a folder
     */
    public Builder bucket(BucketOptions bucket, String seed) {
      buckets.add(BucketSpec.of(bucket, seed));
      return this;
    }

    /** Adds a fixture with one folder per bucket, see {@link S3Emulator#seed}. */
    public Builder seed(String classpathOrFolder) {
      seeds.add(classpathOrFolder);
      return this;
    }

    /** Sets the region, {@code us-east-1} by default. */
    public Builder region(String name) {
      region = name;
      return this;
    }

    /** Sets the key that clients sign with. */
    public Builder accessKey(String id, String secret) {
      accessKeyId = id;
      secretAccessKey = secret;
      return this;
    }

    /** Sets whether the server is strict, see {@link S3Emulator#strict}; false by default. */
    public Builder strict(boolean on) {
      strict = on;
      return this;
    }

    /** Sets whether the server has HTTPS, see {@link S3Emulator#https}; false by default. */
    public Builder https(boolean on) {
      https = on;
      return this;
    }

    /** Sets whether each test begins with the state of the start; true by default. */
    public Builder reset(boolean beforeEachTest) {
      reset = beforeEachTest;
      return this;
    }

    /** Sets how long the emulator lives, {@link EmulatorScope#BY_PLACE} by default. */
    public Builder scope(EmulatorScope lifetime) {
      scope = lifetime;
      return this;
    }

    /** Adds a system property to hold the endpoint, see {@link S3Emulator#endpointProperty}. */
    public Builder endpointProperty(String name) {
      properties = properties.withEndpoint(name);
      return this;
    }

    /** Adds a system property to hold the id of the access key. */
    public Builder accessKeyProperty(String name) {
      properties = properties.withAccessKey(name);
      return this;
    }

    /** Adds a system property to hold the secret access key. */
    public Builder secretKeyProperty(String name) {
      properties = properties.withSecretKey(name);
      return this;
    }

    /** Adds a system property to hold the region. */
    public Builder regionProperty(String name) {
      properties = properties.withRegion(name);
      return this;
    }

    /**
     * Adds something to set on the server's own builder before it starts, for what is not here: a
     * clock, the seed of the ids, where bytes are kept.
     */
    public Builder server(Consumer<S3EmulatorServerBuilder> setting) {
      settings.add(setting);
      return this;
    }

    /** Returns the extension. */
    public S3EmulatorExtension build() {
      return new S3EmulatorExtension(
          new EmulatorOptions(
              "S3EmulatorExtension",
              List.copyOf(buckets),
              List.copyOf(seeds),
              region,
              accessKeyId,
              secretAccessKey,
              strict,
              https,
              reset,
              scope,
              properties,
              List.copyOf(settings)));
    }
  }
}
