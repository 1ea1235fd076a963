package dev.s3emulator.internal.accesslog;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.BucketSettings;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.ObjectVersion;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.S3State;
import dev.s3emulator.internal.domain.VersionEntry;
import dev.s3emulator.internal.domain.VersionId;
import dev.s3emulator.internal.domain.VersionStack;
import dev.s3emulator.internal.domain.configuration.LoggingConfiguration;
import dev.s3emulator.internal.domain.configuration.LoggingConfiguration.Target;
import dev.s3emulator.internal.pipeline.EndedExchange;
import dev.s3emulator.internal.protocol.Caller;
import dev.s3emulator.internal.protocol.PercentCoding;
import dev.s3emulator.internal.protocol.ResponseBody;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.SubRequest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes the records of one request: its own, and one for each entry of a batch and for the source
 * of a copy. The fields and their order are those of S3's "server access log format".
 */
final class LogRecords {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("'['dd/MMM/yyyy:HH:mm:ss '+0000]'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final EndedExchange exchange;
  private final Instant time;
  private final LoggedOperation operation;
  private final Connection connection;

  LogRecords(EndedExchange exchange, Instant time) {
    this.exchange = exchange;
    this.time = time;
    operation = LoggedOperation.of(exchange);
    connection = Connection.of(exchange.head(), exchange.query());
  }

  /** Returns where the records about a bucket go. */
  static Optional<Target> target(S3State state, String bucketName) {
    return state
        .bucket(bucketName)
        .flatMap(bucket -> bucket.settings().configuration(LoggingConfiguration.class))
        .flatMap(LoggingConfiguration::target);
  }

  /** Returns the records, none about buckets that log nothing. */
  List<LogRecord> all() {
    List<LogRecord> records = new ArrayList<>();
    String bucketName = exchange.target().bucketName();
    if (bucketName != null) {
      add(records, bucketName, this::line);
    }
    for (SubRequest part : exchange.response().subRequests().get()) {
      add(records, part.bucketName(), bucket -> line(bucket, part));
    }
    return records;
  }

  private void add(List<LogRecord> records, String bucketName, LineWriter writer) {
    target(exchange.before(), bucketName)
        .ifPresent(
            target -> {
              Bucket bucket = exchange.before().requireBucket(bucketName);
              records.add(
                  new LogRecord(bucket.settings(), target, time, writer.write(bucket).toString()));
            });
  }

  private LogLine line(Bucket bucket) {
    long milliseconds = exchange.duration().toMillis();
    boolean succeeded = exchange.error().isEmpty();
    LogLine line =
        start(bucket.settings())
            .field(operation.name())
            .field(key(Optional.ofNullable(exchange.target().key())))
            .quoted(requestLine())
            .number(exchange.response().status())
            .field(exchange.error().map(LogRecords::code))
            .bytes(bytesSent())
            .bytes(succeeded ? operation.objectSize(exchange) : 0)
            .number(milliseconds)
            // The time until the answer begins, which differs from the other by the sending only.
            .number(milliseconds)
            .quoted(header("Referer"))
            .quoted(header("User-Agent"))
            .field(exchange.query().get("versionId"));
    return end(line);
  }

  /** A part has neither a line of request nor times of its own. */
  private LogLine line(Bucket bucket, SubRequest part) {
    boolean deletes = part.kind() == SubRequest.Kind.DELETE;
    int success = deletes ? 204 : 200;
    LogLine line =
        start(bucket.settings())
            .field(deletes ? "BATCH.DELETE.OBJECT" : operation.name() + "_GET")
            .field(key(Optional.of(part.key())))
            .absent(1)
            .number(part.error().map(error -> error.error().status()).orElse(success))
            .field(part.error().map(LogRecords::code))
            .absent(1)
            .bytes(part.error().isPresent() ? 0 : size(bucket, part.key(), part.versionId()))
            .absent(4)
            .field(part.versionId());
    return end(line);
  }

  private LogLine start(BucketSettings bucket) {
    return new LogLine()
        .field(bucket.owner().canonicalId())
        .field(bucket.name())
        .unchecked(TIME.format(time))
        .field(exchange.head().remoteAddress())
        .field(exchange.caller().flatMap(LogRecords::requester))
        .field(exchange.requestId());
  }

  /** Behind the header Host there are the version of TLS, and what is absent here: see below. */
  private LogLine end(LogLine line) {
    return line.field(exchange.response().headers().get(S3Headers.ID_2))
        .field(connection.signatureVersion())
        .field(connection.cipherSuite())
        .field(connection.authentication())
        .field(header(S3Headers.HOST))
        .field(connection.tlsVersion())
        // The access point, whether an ACL decided, and the region of AWS the request came from.
        .absent(3);
  }

  private static Optional<String> requester(Caller caller) {
    if (caller.isAnonymous()) {
      return Optional.empty();
    }
    return Optional.of(
        caller.userName().isPresent() ? caller.arn() : caller.account().canonicalId());
  }

  private static String code(S3Exception error) {
    return error.error().code();
  }

  private static Optional<String> key(Optional<ObjectKey> key) {
    return key.map(name -> PercentCoding.encode(name.toString()).replace("%2F", "/"));
  }

  private String requestLine() {
    String query = exchange.head().rawQuery();
    return exchange.head().method()
        + ' '
        + exchange.head().rawPath()
        + (query.isEmpty() ? "" : '?' + query)
        + " HTTP/1.1";
  }

  private long bytesSent() {
    ResponseBody body = exchange.response().body();
    return exchange.head().method().equals("HEAD") ? 0 : body.length();
  }

  private String header(String name) {
    return exchange.head().headers().get(name).orElse("");
  }

  /** Returns the size of what a key and perhaps a version name, or 0 if it is no object. */
  static long size(Bucket bucket, ObjectKey key, Optional<String> versionId) {
    Optional<VersionStack> stack = bucket.stack(key);
    Optional<VersionEntry> entry =
        versionId.isEmpty()
            ? stack.map(VersionStack::current)
            : versionId
                .flatMap(VersionId::parse)
                .flatMap(id -> stack.flatMap(entries -> entries.find(id)));
    return entry
        .filter(ObjectVersion.class::isInstance)
        .map(ObjectVersion.class::cast)
        .map(ObjectVersion::size)
        .orElse(0L);
  }

  /** Writes a record about a bucket. */
  private interface LineWriter {
    LogLine write(Bucket bucket);
  }
}
