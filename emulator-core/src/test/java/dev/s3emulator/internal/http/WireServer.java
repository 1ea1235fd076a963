package dev.s3emulator.internal.http;

import dev.s3emulator.internal.auth.AuthenticationMode;
import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.BucketSettings;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.engine.IdSource;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.pipeline.RequestPipeline;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.journal.RecordedRequest;
import dev.s3emulator.journal.RequestJournal;
import dev.s3emulator.store.BlobStore;
import dev.s3emulator.store.BlobStores;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** A pipeline behind a real port, with one bucket named {@code b}. */
final class WireServer implements AutoCloseable {

  private final RequestJournal journal = new RequestJournal();
  private final S3Engine engine;
  private final RequestPipeline pipeline;
  private final UndertowTransport transport;

  WireServer() {
    this(InstantSource.system(), BlobStores.inMemory());
  }

  WireServer(TransportLimits limits) {
    this(InstantSource.system(), BlobStores.inMemory(), limits);
  }

  WireServer(InstantSource clock, BlobStore blobs) {
    this(clock, blobs, TransportLimits.DEFAULT);
  }

  WireServer(InstantSource clock, BlobStore blobs, TransportLimits limits) {
    engine = new S3Engine(clock, new IdSource(42), blobs);
    engine.change(
        state ->
            state.with(
                Bucket.empty(
                    BucketSettings.ofNew("b", Owner.DEFAULT, "us-east-1", Instant.EPOCH))));
    pipeline =
        new RequestPipeline(
            engine,
            List.of(),
            journal,
            InProcessS3.identities(InstantSource.system()),
            AuthenticationMode.LENIENT);
    transport = UndertowTransport.start(pipeline, "127.0.0.1", 0, limits);
  }

  S3Engine engine() {
    return engine;
  }

  RequestPipeline pipeline() {
    return pipeline;
  }

  UndertowTransport transport() {
    return transport;
  }

  int port() {
    return transport.port();
  }

  URI uri(String pathAndQuery) {
    return URI.create("http://127.0.0.1:" + port() + pathAndQuery);
  }

  RawConnection connect() throws IOException {
    return new RawConnection(port());
  }

  /** Those that were answered: clients of these tests vanish on purpose. */
  List<RecordedRequest> requests() {
    return journal.select().where(request -> request.status() != 0).list();
  }

  @Override
  public void close() {
    transport.close();
  }
}
