package dev.s3emulator.internal.accesslog;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.BucketSettings;
import dev.s3emulator.internal.domain.DefaultRetention;
import dev.s3emulator.internal.domain.ObjectContent;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.ObjectMetadata;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.S3State;
import dev.s3emulator.internal.domain.StorageClass;
import dev.s3emulator.internal.domain.TagSet;
import dev.s3emulator.internal.domain.WriteCommand;
import dev.s3emulator.internal.domain.WritePrecondition;
import dev.s3emulator.internal.domain.Writing;
import dev.s3emulator.internal.domain.attribute.AccessControlList;
import dev.s3emulator.internal.domain.attribute.AccessControlList.Grant;
import dev.s3emulator.internal.domain.attribute.AccessControlList.Permission;
import dev.s3emulator.internal.domain.attribute.Grantee;
import dev.s3emulator.internal.domain.attribute.VersionAttributes;
import dev.s3emulator.internal.domain.configuration.BucketEncryption;
import dev.s3emulator.internal.domain.configuration.LoggingConfiguration.GranteeType;
import dev.s3emulator.internal.domain.configuration.LoggingConfiguration.Target;
import dev.s3emulator.internal.domain.configuration.RequestPayment;
import dev.s3emulator.internal.engine.ContentStager;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.pipeline.EndedExchange;
import dev.s3emulator.internal.pipeline.ExchangeObserver;
import dev.s3emulator.internal.protocol.S3Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Collects the records of requests to buckets that log, and delivers them as objects.
 *
 * <p>S3 delivers within hours, and promises nothing. Here a delivery happens when a test asks for
 * it, when the first request comes after the oldest record has waited for an hour of the emulator's
 * clock, and when too many records wait. So logs are the same in every run, and a server whose
 * buckets log nothing only looks up one setting per request. What the log writes is no request and
 * logs nothing. Safe for use by many threads.
 */
public final class AccessLog implements ExchangeObserver {

  /** How long records wait, by the emulator's clock. */
  public static final Duration INTERVAL = Duration.ofHours(1);

  /** How many records wait at most. */
  public static final int MAX_PENDING = 10_000;

  private static final Logger LOG = System.getLogger(AccessLog.class.getName());

  private static final ObjectMetadata METADATA =
      new ObjectMetadata(
          Map.of("Content-Type", "text/plain"), Map.of(), StorageClass.STANDARD, Optional.empty());

  private final S3Engine engine;
  private final ReentrantLock lock = new ReentrantLock();

  /** Used under the lock. */
  private List<LogRecord> pending = new ArrayList<>();

  /** When the oldest waiting record was made, or null; written under the lock. */
  private volatile @Nullable Instant oldest;

  /** Makes the log of a server. */
  public AccessLog(S3Engine engine) {
    this.engine = engine;
  }

  @Override
  public void answering() {
    Instant since = oldest;
    if (since != null && !engine.now().isBefore(since.plus(INTERVAL))) {
      deliver();
    }
  }

  @Override
  public boolean isInterested(S3State before, String bucketName, S3Response response) {
    return response.subRequests() != S3Response.NO_SUB_REQUESTS
        || LogRecords.target(before, bucketName).isPresent();
  }

  @Override
  public void ended(EndedExchange exchange) {
    Instant now = engine.now();
    List<LogRecord> records = new LogRecords(exchange, now).all();
    if (records.isEmpty()) {
      return;
    }
    boolean full;
    lock.lock();
    try {
      if (pending.isEmpty()) {
        oldest = now;
      }
      pending.addAll(records);
      full = pending.size() >= MAX_PENDING;
    } finally {
      lock.unlock();
    }
    if (full) {
      deliver();
    }
  }

  /** Delivers all records that wait. Those whose target is gone are lost, as on S3. */
  public void deliver() {
    Map<LogObject, StringBuilder> objects = new LinkedHashMap<>();
    for (LogRecord logged : take()) {
      objects
          .computeIfAbsent(LogObject.of(logged), any -> new StringBuilder())
          .append(logged.line())
          .append('\n');
    }
    objects.forEach((object, lines) -> write(object, lines.toString().getBytes(UTF_8)));
  }

  /** Forgets all records that wait. */
  public void clear() {
    take();
  }

  private List<LogRecord> take() {
    lock.lock();
    try {
      List<LogRecord> taken = pending;
      pending = new ArrayList<>();
      oldest = null;
      return taken;
    } finally {
      lock.unlock();
    }
  }

  private void write(LogObject object, byte[] lines) {
    String name = object.target().bucketName();
    Optional<BucketSettings> target = engine.state().bucket(name).map(Bucket::settings);
    if (target.isEmpty() || takesNoLogs(target.get())) {
      return;
    }
    try {
      ObjectContent content =
          new ContentStager(engine.blobs()).stage(new ByteArrayInputStream(lines), lines.length);
      ObjectKey key = ObjectKey.of(object.key(engine.now(), engine.ids().logObjectId()));
      engine.changeBucket(
          name,
          target.get().owner(),
          (bucket, context) ->
              Writing.put(bucket, command(bucket, object.target(), key, content), context));
    } catch (S3Exception | IOException | UncheckedIOException undeliverable) {
      LOG.log(Level.WARNING, "An access log could not be delivered to " + name, undeliverable);
    }
  }

  /**
   * S3 delivers nothing to a bucket whose requesters pay, nor where log objects would be locked.
   */
  private static boolean takesNoLogs(BucketSettings target) {
    return target.configuration(DefaultRetention.class).isPresent()
        || target
            .configuration(RequestPayment.class)
            .filter(payment -> payment.payer() == RequestPayment.Payer.REQUESTER)
            .isPresent();
  }

  private static WriteCommand command(
      Bucket bucket, Target target, ObjectKey key, ObjectContent content) {
    BucketSettings settings = bucket.settings();
    return new WriteCommand(
        key,
        content,
        METADATA,
        TagSet.EMPTY,
        VersionAttributes.DEFAULT
            .with(
                BucketEncryption.of(settings)
                    .forUpload(settings, settings.owner().accountId(), Optional.empty()))
            .with(acl(target)),
        WritePrecondition.NONE);
  }

  /** The owner of the bucket has what the configuration grants to others beside it. */
  private static AccessControlList acl(Target target) {
    List<Grant> grants = new ArrayList<>(AccessControlList.PRIVATE.grants());
    target
        .grants()
        .forEach(
            granted ->
                grants.add(
                    new Grant(
                        granted.type() == GranteeType.GROUP
                            ? new Grantee.Group(granted.grantee())
                            : new Grantee.Account(granted.grantee()),
                        Permission.valueOf(granted.permission()))));
    return new AccessControlList(grants);
  }
}
