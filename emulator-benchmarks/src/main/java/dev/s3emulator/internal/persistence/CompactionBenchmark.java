package dev.s3emulator.internal.persistence;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.BucketSettings;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.ObjectMetadata;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.S3State;
import dev.s3emulator.internal.domain.TagSet;
import dev.s3emulator.internal.domain.WriteCommand;
import dev.s3emulator.internal.domain.WriteContext;
import dev.s3emulator.internal.domain.WritePrecondition;
import dev.s3emulator.internal.domain.Writing;
import dev.s3emulator.internal.domain.attribute.VersionAttributes;
import dev.s3emulator.internal.engine.ContentStager;
import dev.s3emulator.internal.engine.IdSource;
import dev.s3emulator.store.BlobStores;
import dev.s3emulator.store.PersistentBlobStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Writing the snapshot that takes the place of a journal; clients are served meanwhile. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
public class CompactionBenchmark {

  /** How many objects the state has. */
  @Param({"1000", "100000"})
  public int objects = 1000;

  private Path folder;
  private PersistentBlobStore blobs;
  private LogFormat<Nothing> format;
  private S3State state;

  /** What is kept beside the state: nothing. */
  private record Nothing() {}

  /** Makes a state. Its objects share one content, which a snapshot does not hold. */
  @Setup
  public void fill() throws IOException {
    folder = Files.createTempDirectory("s3-emulator-benchmark-");
    blobs = BlobStores.inFolder(folder, false);
    format = new LogFormat<>(new Codecs(new LoadedBlobs(blobs)), Nothing.class);
    var content = new ContentStager(blobs).stage(new ByteArrayInputStream(new byte[10]), 10);
    IdSource ids = new IdSource(42);
    WriteContext context = new WriteContext(Instant.EPOCH, ids::versionId, Owner.DEFAULT);
    Bucket bucket =
        Bucket.empty(BucketSettings.ofNew("bench", Owner.DEFAULT, "us-east-1", Instant.EPOCH));
    for (int i = 0; i < objects; i++) {
      ObjectKey key = ObjectKey.of(String.format(Locale.ROOT, "folder/object-%08d", i));
      WriteCommand command =
          new WriteCommand(
              key,
              content,
              ObjectMetadata.NONE,
              TagSet.EMPTY,
              VersionAttributes.DEFAULT,
              WritePrecondition.NONE);
      bucket = Writing.put(bucket, command, context).bucket();
    }
    state = S3State.EMPTY.with(bucket);
  }

  /** Writes it to a file. */
  @Benchmark
  public void compact() throws IOException {
    try (OutputStream target = Files.newOutputStream(folder.resolve("snapshot"))) {
      Snapshot.write(format, 0, state, List.of(), target, () -> false);
    }
  }

  /** Removes the folder. */
  @TearDown
  public void remove() throws IOException {
    blobs.close();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
