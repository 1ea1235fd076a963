package dev.s3emulator;

import dev.s3emulator.internal.accesslog.AccessLog;
import dev.s3emulator.internal.auth.AuthenticationMode;
import dev.s3emulator.internal.domain.Region;
import dev.s3emulator.internal.engine.IdSource;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.http.UndertowTransport;
import dev.s3emulator.internal.pipeline.Rehearsal;
import dev.s3emulator.internal.pipeline.RequestPipeline;
import dev.s3emulator.internal.protocol.Caller;
import dev.s3emulator.internal.protocol.PercentCoding;
import dev.s3emulator.internal.tls.ServerCertificate;
import dev.s3emulator.journal.RecordedRequests;
import dev.s3emulator.journal.RequestJournal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
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
  private final OpenedStorage storage;
  private final S3Engine engine;
  private final Users users;
  private final Rehearsal rehearsal;
  private final Seedbed seedbed;
  private final AccessLog accessLog;
  private final UndertowTransport transport;
  private final URI endpoint;
  private final @Nullable ServerHttps https;
  private final AtomicBoolean closed = new AtomicBoolean();

  S3EmulatorServer(ServerOptions options) {
    this.options = options;
    journal = new RequestJournal(options.journalCapacity());
    storage = OpenedStorage.open(options.storage(), options.blobStore());
    try {
      IdSource ids = new IdSource(options.randomSeed());
      users = new Users(options.users(), options.secondFactors(), options.clock(), ids);
      storage.users().forEach(users::addUnlessKnown);
      engine =
          new S3Engine(
              options.clock(),
              ids,
              storage.kept(),
              new Region(options.region()),
              users.defaultUser().account());
      AuthenticationMode mode =
          options.strict() ? AuthenticationMode.STRICT : AuthenticationMode.LENIENT;
      rehearsal = new Rehearsal(engine, options.domains(), users.identities(), mode);
      seedbed = new Seedbed(engine);
      accessLog = new AccessLog(engine);
      options.seeds().forEach(seed -> seedbed.plant(seed, storage.buckets()));
      ServerCertificate certificate = options.newCertificate();
      transport =
          UndertowTransport.start(
              new RequestPipeline(
                  engine, options.domains(), journal, users.identities(), mode, accessLog),
              options.host(),
              options.port(),
              options.securePort(certificate));
      https = ServerHttps.of(certificate, transport, options);
    } catch (RuntimeException | Error failure) {
      storage.close();
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
  public static S3EmulatorServerBuilder builder() {
    return new S3EmulatorServerBuilder();
  }

  /**
   * Returns where the server listens, such as {@code http://127.0.0.1:49152}.
   *
   * <p>It names the address and not {@code localhost}: an address is reached without a name
   * service, on IPv4, and makes the AWS SDKs use path-style requests. Requests in virtual-hosted
   * style are answered as well, to {@code http://BUCKET.localhost:PORT} and to the domains of
   * {@link S3EmulatorServerBuilder#virtualHostDomain}.
   */
  public URI endpoint() {
    requireOpen();
    return endpoint;
  }

  /**
   * Returns where a container of Testcontainers finds the server, once the port is exposed: {@code
   * http://host.testcontainers.internal:PORT}. The server takes path-style requests there.
   *
   * <p>{@code Testcontainers.exposeHostPorts(server.port())}, or {@code exposeToContainers} of the
   * JUnit extension, exposes it. This makes a tunnel to the loopback address of this machine, so
   * the server need not listen on another one. The name means nothing outside of such containers.
   */
  public URI endpointForContainers() {
    return URI.create("http://host.testcontainers.internal:" + port());
  }

  /** Returns the port that the server listens on. */
  public int port() {
    return endpoint().getPort();
  }

  /** Returns whether the server has HTTPS, see {@link S3EmulatorServerBuilder#https}. */
  public boolean hasHttps() {
    requireOpen();
    return https != null;
  }

  /**
   * Returns where the server listens for HTTPS; {@link #endpoint} serves the same buckets.
   *
   * @throws IllegalStateException if the server has no HTTPS
   */
  public URI httpsEndpoint() {
    return requireHttps().endpoint();
  }

  /**
   * Returns what clients of {@link #httpsEndpoint} encrypt with. It trusts this server only.
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
   * Returns the certificate as text (PEM), for clients that read whom they trust from a file.
   *
   * @throws IllegalStateException if the server has no HTTPS
   */
  public String certificatePem() {
    return requireHttps().certificate().pem();
  }

  /**
   * Returns the key of the default user, which clients of this server sign with. Unless the server
   * is {@link S3EmulatorServerBuilder#strict strict}, requests with unknown keys and without any
   * are accepted as well.
   */
  public AccessKey accessKey() {
    return defaultUser().accessKey();
  }

  /**
   * Returns the first user: whom everything belongs to that is seeded, and as whom unknown keys and
   * anonymous requests act unless the server is {@link S3EmulatorServerBuilder#strict strict}.
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
   * Adds a user, whose key is known from now on. Users stay at a {@link #reset}. In a folder they
   * are kept for the next server, unless that one is given a user of the same name or key.
   *
   * @return this server
   * @throws IllegalArgumentException if another user of the account has another canonical id, or if
   *     a policy of an IAM user is none
   * @throws IllegalStateException if there is a user with the name, the key or an MFA device
   *     already
   */
  public S3EmulatorServer addUser(User user) {
    requireOpen();
    users.add(user);
    storage.keep(user);
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

  /**
   * Returns what a request would be answered and why, without doing anything: nothing is changed,
   * stored or recorded in the {@link #journal}. It is performed on a copy of what the server holds
   * now, so everything counts that counts for a request: policies, ACLs, locks, conditions.
   *
   * <p>Whoever makes the call is taken at its word: signatures are not asked for. A form of a
   * browser has to keep to its policy, if it has one.
   *
   * @throws IllegalArgumentException if its user is none of this server
   */
  public Explanation explain(S3Call call) {
    requireOpen();
    Caller caller = call.user().map(users::requireCaller).orElse(Caller.ANONYMOUS);
    return Explanation.of(rehearsal.perform(call.head(), call.bodyBytes(), caller));
  }

  /**
   * Returns whether a user may delete a key now, and why, without doing it: what {@link #explain}
   * returns for a DeleteObject. In a bucket with versioning this is to hide the object behind a
   * delete marker.
   *
   * @throws IllegalArgumentException if the user is none of this server, or the key is empty
   */
  public Explanation mayDelete(User user, String bucketName, String key) {
    return explain(S3Call.by(user, "DELETE", pathOf(bucketName, key)));
  }

  /**
   * Returns whether a user may delete a version for good now, and why, without doing it: what
   * {@link #explain} returns for a DeleteObject.
   *
   * @param versionId the version, {@code null} as a text for the one with that id
   * @throws IllegalArgumentException if the user is none of this server, or the key is empty
   */
  public Explanation mayDelete(User user, String bucketName, String key, String versionId) {
    String query = "?versionId=" + PercentCoding.encode(versionId);
    return explain(S3Call.by(user, "DELETE", pathOf(bucketName, key) + query));
  }

  private static String pathOf(String bucketName, String key) {
    if (key.isEmpty()) {
      throw new IllegalArgumentException("The key of an object is not empty.");
    }
    return "/" + PercentCoding.encode(bucketName) + "/" + PercentCoding.encode(key);
  }

  /** Returns whether the server is {@link S3EmulatorServerBuilder#strict strict}. */
  public boolean isStrict() {
    requireOpen();
    return options.strict();
  }

  /** Returns the region, which is also the one of new buckets. */
  public String region() {
    requireOpen();
    return options.region();
  }

  /**
   * Returns what had to be dropped when the {@link Storage} was opened, in one sentence: the record
   * of a change that was never acknowledged, because the process was killed while it was written.
   */
  public Optional<String> storageNotice() {
    requireOpen();
    return storage.notice();
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
    seedbed.plant((target, kept) -> BucketCreation.create(target, bucket));
    return this;
  }

  /**
   * Puts in the buckets and objects of a fixture: a folder with one folder per bucket, whose files
   * become objects, and optionally a manifest {@code s3-fixture.json}. They become part of what
   * {@link #reset} returns to. Not atomic for clients that write at the same time.
   *
   * <p>The files of a large folder, more than 1,000 or 64 MiB, are not copied into memory but read
   * when they are asked for, and must stay as they are as long as the server runs. The folder is
   * never written.
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
    return new S3Snapshot(engine.state(), engine.mayBlock());
  }

  /**
   * Puts the content of a snapshot in the place of what the server holds. Takes constant time.
   *
   * <p>The snapshot may be another server's, see {@link S3Snapshot}. The journal, the clock and
   * what {@link #reset} returns to stay as they are. In a {@link Storage} of files, each object is
   * looked at, and contents of another server are copied.
   */
  public void restore(S3Snapshot snapshot) {
    requireOpen();
    accessLog.clear();
    if (snapshot.mayBlock()) {
      engine.expectBlockingContents();
    }
    engine.restore(storage.adopt(snapshot.state()));
  }

  /**
   * Writes everything that the server holds as a fixture, from which {@link #seed(Path)} makes an
   * equal state again: the same buckets with the same settings, and for each key the same history
   * with the same bytes. Other are the version ids but {@code null}, the times at which buckets
   * were created, and which of two keys was written first; uploads in progress are not part of it.
   *
   * <p>What a fixture cannot state is refused: a configuration that S3 would not take any more,
   * such as access logs for a bucket that was deleted. {@link S3Snapshot#save} takes that, too.
   *
   * @param folder is made if it is missing, and otherwise must be empty
   * @return this server
   * @throws IllegalArgumentException if the folder holds something
   * @throws IllegalStateException if a fixture cannot state what the server holds; the message says
   *     what, and the folder is empty
   * @throws java.io.UncheckedIOException if the folder cannot be written
   */
  public S3EmulatorServer export(Path folder) {
    requireOpen();
    Fixtures.export(engine, folder);
    return this;
  }

  /**
   * Returns to what was seeded: the buckets and objects that the {@link S3EmulatorServerBuilder},
   * {@link #createBucket} and {@link #seed} have made up to now, each as it was made, with the same
   * version ids. Whatever clients did is gone. Takes constant time, in a {@link Storage} of files a
   * look at each key of the buckets that were changed.
   *
   * <p>What was found in such a storage when the server started counts as seeded.
   *
   * <p>The journal and the clock stay as they are; see {@link RequestJournal#clear} and {@link
   * EmulatorClock#reset}.
   */
  public void reset() {
    requireOpen();
    accessLog.clear();
    seedbed.reset();
  }

  /**
   * Delivers the access logs of all buckets that PutBucketLogging has made log: what they recorded
   * since the last delivery becomes objects in their target buckets.
   *
   * <p>S3 does this in its own time. The server does it when this method is called, when a request
   * comes after the oldest record has waited for an hour of the {@link #clock}, and when 10,000
   * records wait. Records that wait are lost at a {@link #reset} and a {@link #restore}.
   *
   * @return this server
   */
  public S3EmulatorServer deliverLogs() {
    requireOpen();
    accessLog.deliver();
    return this;
  }

  /**
   * Stops listening, ends running requests after a short while and releases threads and memory.
   * Closing twice does nothing.
   */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      transport.close();
      storage.close();
    }
  }

  /** Returns the endpoint, also of a closed server. */
  @Override
  public String toString() {
    return "S3EmulatorServer[" + endpoint + (closed.get() ? ", closed]" : "]");
  }

  private void requireOpen() {
    if (closed.get()) {
      throw new IllegalStateException(
          "This S3EmulatorServer is closed: start another one with S3EmulatorServer.start().");
    }
  }

  private ServerHttps requireHttps() {
    requireOpen();
    return ServerHttps.require(https);
  }
}
