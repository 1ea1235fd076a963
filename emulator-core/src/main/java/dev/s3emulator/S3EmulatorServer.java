package dev.s3emulator;

import dev.s3emulator.internal.auth.AuthenticationMode;
import dev.s3emulator.internal.domain.Region;
import dev.s3emulator.internal.engine.IdSource;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.http.UndertowTransport;
import dev.s3emulator.internal.pipeline.RequestPipeline;
import dev.s3emulator.internal.tls.ServerCertificate;
import dev.s3emulator.journal.RecordedRequests;
import dev.s3emulator.journal.RequestJournal;
import dev.s3emulator.store.BlobStore;
import dev.s3emulator.store.BlobStores;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * An S3 that runs inside this JVM.
 *
 * <pre>{@code
 * try (S3EmulatorServer s3 = S3EmulatorServer.start().createBucket("photos")) {
 *   S3Client client = S3Clients.s3Client(s3);
 *   ...
 * }
 * }</pre>
 *
 * <p>A server listens on a free port of the loopback address unless told otherwise, is started once
 * and closed once. Servers share nothing: any number may run in one JVM. Its threads are daemons,
 * so a server that nobody closes does not keep the JVM alive.
 *
 * <p>Safe for use by many threads. Every method but {@link #close} and {@link #toString} throws
 * {@link IllegalStateException} once the server is closed; what a method returned before, such as
 * the {@link #journal}, stays usable.
 */
public final class S3EmulatorServer implements AutoCloseable {

  private final ServerOptions options;
  private final RequestJournal journal;
  private final BlobStore store;
  private final S3Engine engine;
  private final Users users;
  private final Seedbed seedbed;
  private final UndertowTransport transport;
  private final URI endpoint;
  private final @Nullable Https https;
  private final AtomicBoolean closed = new AtomicBoolean();

  private S3EmulatorServer(ServerOptions options) {
    this.options = options;
    journal = new RequestJournal(options.journalCapacity());
    store = options.blobStore() == null ? BlobStores.inMemory() : options.blobStore();
    try {
      IdSource ids = new IdSource(options.randomSeed());
      users = new Users(options.users(), options.clock(), ids);
      engine =
          new S3Engine(
              options.clock(),
              ids,
              store,
              new Region(options.region()),
              users.defaultUser().account());
      seedbed = new Seedbed(engine);
      options.seeds().forEach(seedbed::plant);
      ServerCertificate certificate = options.newCertificate();
      transport =
          UndertowTransport.start(
              new RequestPipeline(
                  engine,
                  options.domains(),
                  journal,
                  users.identities(),
                  options.strict() ? AuthenticationMode.STRICT : AuthenticationMode.LENIENT),
              options.host(),
              options.port(),
              options.securePort(certificate));
      https =
          certificate == null
              ? null
              : new Https(options.httpsEndpoint(transport.securePort()), certificate);
    } catch (RuntimeException | Error failure) {
      closeOwnStore();
      throw failure;
    }
    endpoint = options.endpoint(transport.port());
  }

  /**
   * Starts a server with the defaults: a free port of the loopback address, region us-east-1, no
   * buckets.
   */
  public static S3EmulatorServer start() {
    return builder().start();
  }

  /** Returns a builder with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns where the server listens, such as {@code http://127.0.0.1:49152}.
   *
   * <p>It names the address and not {@code localhost}: an address is reached without a name
   * service, on IPv4, and makes the AWS SDKs use path-style requests. Requests in virtual-hosted
   * style are answered as well, to {@code http://BUCKET.localhost:PORT} and to the domains of
   * {@link Builder#virtualHostDomain}.
   */
  public URI endpoint() {
    requireOpen();
    return endpoint;
  }

  /** Returns the port that the server listens on. */
  public int port() {
    return endpoint().getPort();
  }

  /** Returns whether the server has HTTPS, see {@link Builder#https}. */
  public boolean hasHttps() {
    requireOpen();
    return https != null;
  }

  /**
   * Returns where the server listens for HTTPS, such as {@code https://127.0.0.1:49153}. The {@link
   * #endpoint} serves the same buckets without it.
   *
   * @throws IllegalStateException if the server has no HTTPS
   */
  public URI httpsEndpoint() {
    return requireHttps().endpoint();
  }

  /**
   * Returns what a client of {@link #httpsEndpoint} encrypts with. It trusts this server and nobody
   * else.
   *
   * @throws IllegalStateException if the server has no HTTPS
   */
  public SSLContext sslContext() {
    return requireHttps().certificate().clientContext();
  }

  /**
   * Returns what trusts the certificate of this server and no other.
   *
   * @throws IllegalStateException if the server has no HTTPS
   */
  public X509TrustManager trustManager() {
    return requireHttps().certificate().trustManager();
  }

  /**
   * Returns the certificate of this server as text in the form PEM, for clients that take the
   * certificates they trust from a file.
   *
   * @throws IllegalStateException if the server has no HTTPS
   */
  public String certificatePem() {
    return requireHttps().certificate().pem();
  }

  /**
   * Returns the key of the default user, which clients of this server sign with. Unless the server
   * is {@link Builder#strict strict}, requests with unknown keys and without any are accepted as
   * well.
   */
  public AccessKey accessKey() {
    return defaultUser().accessKey();
  }

  /**
   * Returns the first user: whom everything belongs to that is seeded, and as whom unknown keys and
   * anonymous requests act unless the server is {@link Builder#strict strict}.
   */
  public User defaultUser() {
    requireOpen();
    return users.defaultUser();
  }

  /** Returns the users in the order in which they were added, the default one first. */
  public List<User> users() {
    requireOpen();
    return users.all();
  }

  /**
   * Adds a user, whose key is known from now on. Users stay at a {@link #reset}.
   *
   * @return this server
   * @throws IllegalArgumentException if another user of the account has another canonical id
   * @throws IllegalStateException if there is a user with the name or the key already
   */
  public S3EmulatorServer addUser(User user) {
    requireOpen();
    users.add(user);
    return this;
  }

  /**
   * Returns a temporary key of a user, with a session token. It ends when the server's {@link
   * #clock} has moved on by the lifetime; requests that are signed with it are answered
   * ExpiredToken then. The server keeps the newest 1000 of them, also those that have ended.
   *
   * @param user one of {@link #users}
   * @param lifetime more than zero, at most 36 hours
   * @throws IllegalArgumentException if the user is none of this server or the lifetime cannot be
   */
  public AccessKey temporaryCredentials(User user, Duration lifetime) {
    requireOpen();
    return users.temporaryCredentials(user, lifetime);
  }

  /** Returns whether the server is {@link Builder#strict strict}. */
  public boolean isStrict() {
    requireOpen();
    return options.strict();
  }

  /** Returns the region, which is also the one of new buckets. */
  public String region() {
    requireOpen();
    return options.region();
  }

  /** Returns the record of the most recent requests. */
  public RequestJournal journal() {
    requireOpen();
    return journal;
  }

  /**
   * Returns the most recent requests, to be narrowed by operation, bucket, key or status: {@code
   * server.requests().operation(DELETE_OBJECTS).bucket("photos").list()}.
   */
  public RecordedRequests requests() {
    return journal().select();
  }

  /** Returns the clock, by which a test moves the server's time. */
  public EmulatorClock clock() {
    requireOpen();
    return options.clock();
  }

  /**
   * Creates a bucket without versioning, Object Lock and tags.
   *
   * @return this server
   * @throws IllegalArgumentException if S3 would not accept the name
   * @throws IllegalStateException if the bucket exists already
   * @see #createBucket(BucketOptions)
   */
  public S3EmulatorServer createBucket(String name) {
    return createBucket(BucketOptions.named(name));
  }

  /**
   * Creates a bucket. It becomes part of what {@link #reset} returns to; a bucket that shall vanish
   * at a reset is created by a client.
   *
   * @return this server
   * @throws IllegalArgumentException if S3 would not accept the name or the tags
   * @throws IllegalStateException if the bucket exists already
   */
  public S3EmulatorServer createBucket(BucketOptions bucket) {
    requireOpen();
    seedbed.plant(target -> BucketCreation.create(target, bucket));
    return this;
  }

  /**
   * Puts in the buckets and objects of a fixture: a folder with one folder per bucket, whose files
   * become objects, and optionally a manifest {@code s3-fixture.json}. They become part of what
   * {@link #reset} returns to. Not atomic for clients that write at the same time.
   *
   * @return this server
   * @throws IllegalArgumentException if the fixture is missing or wrong; the message says where
   */
  public S3EmulatorServer seed(Path folder) {
    requireOpen();
    seedbed.plant(Fixtures.of(folder));
    return this;
  }

  /**
   * Puts in the buckets and objects of a fixture, as {@link #seed(Path)} does.
   *
   * @param classpathOrFolder {@code classpath:/fixtures/photos} or the path of a folder
   * @return this server
   * @throws IllegalArgumentException if the fixture is missing or wrong; the message says where
   */
  public S3EmulatorServer seed(String classpathOrFolder) {
    requireOpen();
    seedbed.plant(Fixtures.parse(classpathOrFolder));
    return this;
  }

  /**
   * Puts the files of a fixture as objects into a bucket that exists, as {@link #seed(String)} does
   * with each of its buckets.
   *
   * @param classpathOrFolder {@code classpath:/fixtures/photos} or the path of a folder, whose
   *     files are the keys
   * @return this server
   * @throws IllegalArgumentException if there is no such bucket, or if the fixture is missing or
   *     wrong; the message says where
   */
  public S3EmulatorServer seedBucket(String bucketName, String classpathOrFolder) {
    requireOpen();
    seedbed.plant(Fixtures.into(bucketName, classpathOrFolder));
    return this;
  }

  /**
   * Returns everything that the server holds now: buckets, objects and versions. Takes constant
   * time.
   */
  public S3Snapshot snapshot() {
    requireOpen();
    return new S3Snapshot(engine.state());
  }

  /**
   * Puts the content of a snapshot in the place of what the server holds. Takes constant time.
   *
   * <p>The snapshot may be another server's, see {@link S3Snapshot}. The journal, the clock and
   * what {@link #reset} returns to stay as they are.
   */
  public void restore(S3Snapshot snapshot) {
    requireOpen();
    engine.restore(snapshot.state());
  }

  /**
   * Returns to what was seeded: the buckets and objects that the {@link Builder}, {@link
   * #createBucket} and {@link #seed} have made up to now, each as it was made, with the same
   * version ids. Whatever clients did is gone. Takes constant time.
   *
   * <p>The journal and the clock stay as they are; see {@link RequestJournal#clear} and {@link
   * EmulatorClock#reset}.
   */
  public void reset() {
    requireOpen();
    seedbed.reset();
  }

  /**
   * Stops listening, ends running requests after a short while and releases threads and memory.
   * Closing twice does nothing.
   */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      transport.close();
      closeOwnStore();
    }
  }

  /** Returns the endpoint, also of a closed server. */
  @Override
  public String toString() {
    return "S3EmulatorServer[" + endpoint + (closed.get() ? ", closed]" : "]");
  }

  private void closeOwnStore() {
    if (options.blobStore() == null) {
      store.close();
    }
  }

  private void requireOpen() {
    if (closed.get()) {
      throw new IllegalStateException(
          "This S3EmulatorServer is closed: start another one with S3EmulatorServer.start().");
    }
  }

  private Https requireHttps() {
    requireOpen();
    if (https == null) {
      throw new IllegalStateException(
          "This S3EmulatorServer has no HTTPS: start one with"
              + " S3EmulatorServer.builder().https(true).start().");
    }
    return https;
  }

  /** What a server with HTTPS has beyond one without. */
  private record Https(URI endpoint, ServerCertificate certificate) {}

  /**
   * Collects the options of a server. May start several servers; not safe for use by many threads.
   *
   * <p>Every method returns this builder and throws {@link IllegalArgumentException} with one
   * sentence about a value that cannot be.
   */
  public static final class Builder {

    private static final Pattern DOMAIN =
        Pattern.compile("[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*");

    private String host = ServerOptions.LOOPBACK;
    private int port;
    private OptionalInt httpsPort = OptionalInt.empty();
    private String region = Region.US_EAST_1.name();
    private @Nullable AccessKey accessKey;
    private final List<User> users = new ArrayList<>();
    private boolean strict;
    private InstantSource clock = InstantSource.system();
    private OptionalLong randomSeed = OptionalLong.empty();
    private @Nullable BlobStore blobStore;
    private int journalCapacity = RequestJournal.DEFAULT_CAPACITY;
    private final List<String> domains = new ArrayList<>();
    private final List<Consumer<S3Engine>> seeds = new ArrayList<>();

    private Builder() {}

    /** Sets the port to listen on; 0, the default, takes any free one. */
    public Builder port(int number) {
      port = requirePort(number);
      return this;
    }

    /**
     * Sets whether the server also listens for HTTPS, on a free port unless {@link #httpsPort} says
     * another; by default it does not. Its certificate is made when it starts and signs itself: a
     * client must be told to trust it, see {@link S3EmulatorServer#sslContext}. The certificate is
     * for the host, the loopback, {@code localhost}, the virtual host domains and their buckets.
     */
    public Builder https(boolean on) {
      httpsPort = on ? OptionalInt.of(httpsPort.orElse(0)) : OptionalInt.empty();
      return this;
    }

    /** Sets the port to listen on for HTTPS, as {@link #https} does; 0 takes any free one. */
    public Builder httpsPort(int number) {
      httpsPort = OptionalInt.of(requirePort(number));
      return this;
    }

    private static int requirePort(int number) {
      if (number < 0 || number > 65535) {
        throw new IllegalArgumentException("The port " + number + " is not in 0 to 65535.");
      }
      return number;
    }

    /**
     * Sets the name or address to listen on, {@code 127.0.0.1} by default. {@code 0.0.0.0} stands
     * for all addresses: then anybody who reaches this machine reaches the server.
     */
    public Builder host(String name) {
      if (name.isEmpty() || name.chars().anyMatch(c -> c <= ' ' || c == '/')) {
        throw new IllegalArgumentException(
            "The host \"" + name + "\" is not a host name or an address.");
      }
      host = name;
      return this;
    }

    /** Sets the region, {@code us-east-1} by default. */
    public Builder region(String name) {
      region = BucketCreation.requireRegion(name);
      return this;
    }

    /**
     * Sets the key of the default user, which clients get from {@link S3EmulatorServer#accessKey}.
     */
    public Builder accessKey(String accessKeyId, String secretAccessKey) {
      accessKey = new AccessKey(accessKeyId, secretAccessKey);
      return this;
    }

    /**
     * Adds a user. The first one takes the place of the default user and owns what is seeded.
     *
     * @see S3EmulatorServer#addUser
     */
    public Builder user(User user) {
      users.add(user);
      return this;
    }

    /**
     * Sets whether requests are taken as strictly as S3 takes them; by default they are not.
     *
     * <p>A lenient server verifies what is signed with a key that it knows, and the end of every
     * presigned URL. Any other key, and no signature at all, acts as the default user. A strict one
     * refuses unknown keys, anonymous requests, clocks that are more than 15 minutes off, and
     * signatures for another region.
     */
    public Builder strict(boolean on) {
      strict = on;
      return this;
    }

    /** Adds a bucket to create at the start. */
    public Builder bucket(String name) {
      return bucket(BucketOptions.named(name));
    }

    /** Adds a bucket to create at the start. */
    public Builder bucket(BucketOptions bucket) {
      seeds.add(engine -> BucketCreation.create(engine, bucket));
      return this;
    }

    /** Adds a fixture to put in at the start, see {@link S3EmulatorServer#seed(Path)}. */
    public Builder seed(Path folder) {
      seeds.add(Fixtures.of(folder));
      return this;
    }

    /** Adds a fixture to put in at the start, see {@link S3EmulatorServer#seed(String)}. */
    public Builder seed(String classpathOrFolder) {
      seeds.add(Fixtures.parse(classpathOrFolder));
      return this;
    }

    /**
     * Adds domains under which the name in front is a bucket: with {@code s3.test} a request to the
     * host {@code photos.s3.test} is for the bucket {@code photos}. {@code localhost}, {@code
     * s3.localhost} and the hosts of AWS always are such domains.
     */
    public Builder virtualHostDomain(String... names) {
      for (String name : names) {
        String domain = name.toLowerCase(Locale.ROOT);
        if (!DOMAIN.matcher(domain).matches()) {
          throw new IllegalArgumentException(
              "The virtual host domain \"" + name + "\" is not a host name.");
        }
        domains.add(domain);
      }
      return this;
    }

    /**
     * Sets where the time comes from, the system by default. An {@link EmulatorClock} is used as it
     * is; any other source is what {@link S3EmulatorServer#clock} shows until it is moved.
     */
    public Builder clock(InstantSource source) {
      clock = source;
      return this;
    }

    /**
     * Sets the seed of all ids, so that the same requests in the same order get the same version
     * ids and request ids. By default each server has another.
     */
    public Builder randomSeed(long seed) {
      randomSeed = OptionalLong.of(seed);
      return this;
    }

    /**
     * Sets where the bytes of objects are kept, on the heap by default. The caller closes the
     * store, after the server.
     */
    public Builder blobStore(BlobStore store) {
      blobStore = store;
      return this;
    }

    /**
     * Sets how many requests the {@link S3EmulatorServer#journal} keeps, 1000 by default; 0 keeps
     * none but those that failed inside the emulator.
     */
    public Builder journalCapacity(int requests) {
      if (requests < 0) {
        throw new IllegalArgumentException("A journal cannot keep " + requests + " requests.");
      }
      journalCapacity = requests;
      return this;
    }

    /**
     * Starts a server.
     *
     * @throws IllegalArgumentException if a bucket's name or a fixture is not valid
     * @throws IllegalStateException if a bucket or a user is given twice
     * @throws java.io.UncheckedIOException if the address cannot be listened on, as when the port
     *     is in use; nothing is left open
     */
    public S3EmulatorServer start() {
      return new S3EmulatorServer(options());
    }

    /** Returns the options as they are now. */
    ServerOptions options() {
      return new ServerOptions(
          host,
          port,
          httpsPort,
          region,
          initialUsers(),
          strict,
          clock instanceof EmulatorClock own ? own : EmulatorClock.of(clock),
          randomSeed.orElseGet(() -> ThreadLocalRandom.current().nextLong()),
          blobStore,
          journalCapacity,
          List.copyOf(domains),
          List.copyOf(seeds));
    }

    private List<User> initialUsers() {
      AccessKey key = accessKey;
      if (users.isEmpty()) {
        return List.of(key == null ? User.DEFAULT : User.DEFAULT.accessKey(key));
      }
      if (key != null) {
        throw new IllegalArgumentException(
            "The access key \""
                + key.accessKeyId()
                + "\" has no user: give it to one of the users.");
      }
      return List.copyOf(users);
    }
  }
}
