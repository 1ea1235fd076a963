package dev.s3emulator;

import dev.s3emulator.internal.domain.Region;
import dev.s3emulator.journal.RequestJournal;
import dev.s3emulator.store.BlobStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Collects the options of a server. May start several servers; not safe for use by many threads.
 *
 * <p>Every method returns this builder and throws {@link IllegalArgumentException} with one
 * sentence about a value that cannot be.
 */
public final class S3EmulatorServerBuilder {

  private String host = ServerOptions.LOOPBACK;
  private int port;
  private OptionalInt httpsPort = OptionalInt.empty();
  private String region = Region.US_EAST_1.name();
  private @Nullable AccessKey accessKey;
  private final List<User> users = new ArrayList<>();
  private boolean strict;
  private boolean httpsForMfa;
  private InstantSource clock = InstantSource.system();
  private OptionalLong randomSeed = OptionalLong.empty();
  private Storage storage = Storage.heap();
  private @Nullable BlobStore blobStore;
  private int journalCapacity = RequestJournal.DEFAULT_CAPACITY;
  private final List<String> domains = new ArrayList<>();
  private final List<Seed> seeds = new ArrayList<>();

  S3EmulatorServerBuilder() {}

  /** Sets the port to listen on; 0, the default, takes any free one. */
  public S3EmulatorServerBuilder port(int number) {
    port = ServerOptions.requirePort(number);
    return this;
  }

  /**
   * Sets whether the server also listens for HTTPS, on a free port unless {@link #httpsPort} says
   * another; by default it does not. The certificate, for the host, the loopback and all domains,
   * signs itself: clients must be told to trust it, see {@link S3EmulatorServer#sslContext}.
   */
  public S3EmulatorServerBuilder https(boolean on) {
    httpsPort = on ? OptionalInt.of(httpsPort.orElse(0)) : OptionalInt.empty();
    return this;
  }

  /** Sets the port to listen on for HTTPS, as {@link #https} does; 0 takes any free one. */
  public S3EmulatorServerBuilder httpsPort(int number) {
    httpsPort = OptionalInt.of(ServerOptions.requirePort(number));
    return this;
  }

  /**
   * Sets the name or address to listen on, {@code 127.0.0.1} by default. {@code 0.0.0.0} stands for
   * all addresses: then anybody who reaches this machine reaches the server.
   */
  public S3EmulatorServerBuilder host(String name) {
    host = ServerOptions.requireHost(name);
    return this;
  }

  /** Sets the region, {@code us-east-1} by default. */
  public S3EmulatorServerBuilder region(String name) {
    region = BucketCreation.requireRegion(name);
    return this;
  }

  /**
   * Sets the key of the default user, which clients get from {@link S3EmulatorServer#accessKey}.
   */
  public S3EmulatorServerBuilder accessKey(String accessKeyId, String secretAccessKey) {
    accessKey = new AccessKey(accessKeyId, secretAccessKey);
    return this;
  }

  /**
   * Adds a user. The first one takes the place of the default user and owns what is seeded.
   *
   * @see S3EmulatorServer#addUser
   */
  public S3EmulatorServerBuilder user(User user) {
    users.add(user);
    return this;
  }

  /**
   * Sets whether requests are taken as strictly as S3 takes them; by default they are not.
   *
   * <p>A lenient server verifies what is signed with a key that it knows, and the end of every
   * presigned URL. Any other key acts as the default user, and no signature at all as the root of
   * its account. A strict one refuses unknown keys, clocks that are more than 15 minutes off, and
   * signatures for another region; requests without a signature may do what policies and ACLs allow
   * everybody. Policies, ACLs and public access blocks count in both.
   */
  public S3EmulatorServerBuilder strict(boolean on) {
    strict = on;
    return this;
  }

  /**
   * Sets whether the codes of {@linkplain MfaDevice MFA devices} are taken over HTTPS only, as the
   * documentation of S3 demands it; by default they are not, because most tests use plain HTTP.
   * Where MFA Delete asks for a code, one that came over HTTP is answered 400 InvalidRequest then.
   *
   * @see #https
   */
  public S3EmulatorServerBuilder requireHttpsForMfa(boolean on) {
    httpsForMfa = on;
    return this;
  }

  /** Adds a bucket to create at the start. */
  public S3EmulatorServerBuilder bucket(String name) {
    return bucket(BucketOptions.named(name));
  }

  /**
   * Adds a bucket to create at the start. One that the {@link #storage} holds already stays as it
   * is.
   */
  public S3EmulatorServerBuilder bucket(BucketOptions bucket) {
    seeds.add(
        (engine, kept) -> {
          if (!kept.contains(bucket.name())) {
            BucketCreation.create(engine, bucket);
          }
        });
    return this;
  }

  /**
   * Adds a fixture to put in at the start, see {@link S3EmulatorServer#seed(Path)}. Buckets that
   * the {@link #storage} holds already stay as they are.
   */
  public S3EmulatorServerBuilder seed(Path folder) {
    seeds.add(Fixtures.of(folder));
    return this;
  }

  /** Adds a fixture to put in at the start, see {@link S3EmulatorServer#seed(String)}. */
  public S3EmulatorServerBuilder seed(String classpathOrFolder) {
    seeds.add(Fixtures.parse(classpathOrFolder));
    return this;
  }

  /**
   * Adds domains under which the name in front is a bucket: with {@code s3.test} a request to the
   * host {@code photos.s3.test} is for the bucket {@code photos}. {@code localhost}, {@code
   * s3.localhost} and the hosts of AWS always are such domains.
   */
  public S3EmulatorServerBuilder virtualHostDomain(String... names) {
    for (String name : names) {
      domains.add(ServerOptions.requireDomain(name));
    }
    return this;
  }

  /**
   * Sets where the time comes from, the system by default. An {@link EmulatorClock} is used as it
   * is; any other source is what {@link S3EmulatorServer#clock} shows until it is moved.
   */
  public S3EmulatorServerBuilder clock(InstantSource source) {
    clock = source;
    return this;
  }

  /**
   * Sets the seed of all ids, so that the same requests in the same order get the same version ids
   * and request ids. By default each server has another.
   */
  public S3EmulatorServerBuilder randomSeed(long seed) {
    randomSeed = OptionalLong.of(seed);
    return this;
  }

  /**
   * Sets where the server keeps what it holds, on the heap by default.
   *
   * @see Storage
   */
  public S3EmulatorServerBuilder storage(Storage place) {
    storage = place;
    return this;
  }

  /**
   * Sets where the bytes of objects are kept, in the place of a {@link #storage}: everything else
   * stays on the heap. The caller closes the store, after the server.
   */
  public S3EmulatorServerBuilder blobStore(BlobStore store) {
    blobStore = store;
    return this;
  }

  /**
   * Sets how many requests the {@link S3EmulatorServer#journal} keeps, 1000 by default; 0 keeps
   * none but those that failed inside the emulator.
   */
  public S3EmulatorServerBuilder journalCapacity(int requests) {
    if (requests < 0) {
      throw new IllegalArgumentException("A journal cannot keep " + requests + " requests.");
    }
    journalCapacity = requests;
    return this;
  }

  /**
   * Starts a server.
   *
   * @throws IllegalArgumentException if a bucket's name or a fixture is not valid, or if there are
   *     both a {@link #storage} and a {@link #blobStore}
   * @throws IllegalStateException if a bucket or a user is given twice, or if the storage is used
   *     by another server, damaged or of another version
   * @throws java.io.UncheckedIOException if the address cannot be listened on, as when the port is
   *     in use; nothing is left open
   */
  public S3EmulatorServer start() {
    return new S3EmulatorServer(options());
  }

  /** Returns the options as they are now. */
  ServerOptions options() {
    if (blobStore != null && storage.kind() != Storage.Kind.HEAP) {
      throw new IllegalArgumentException(
          "A server has either a storage or a blob store: " + storage + " keeps contents itself.");
    }
    return new ServerOptions(
        host,
        port,
        httpsPort,
        region,
        initialUsers(),
        strict,
        httpsForMfa,
        clock instanceof EmulatorClock own ? own : EmulatorClock.of(clock),
        randomSeed.orElseGet(() -> ThreadLocalRandom.current().nextLong()),
        storage,
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
          "The access key \"" + key.accessKeyId() + "\" has no user: give it to one of the users.");
    }
    return List.copyOf(users);
  }
}
