package dev.s3emulator.internal.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.BucketSettings;
import dev.s3emulator.internal.domain.Change;
import dev.s3emulator.internal.domain.DeleteCommand;
import dev.s3emulator.internal.domain.Deletion;
import dev.s3emulator.internal.domain.ObjectContent;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.ObjectMetadata;
import dev.s3emulator.internal.domain.ObjectVersion;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.Part;
import dev.s3emulator.internal.domain.Region;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.S3State;
import dev.s3emulator.internal.domain.StorageClass;
import dev.s3emulator.internal.domain.TagSet;
import dev.s3emulator.internal.domain.Upload;
import dev.s3emulator.internal.domain.UploadChecksum;
import dev.s3emulator.internal.domain.VersionEntry;
import dev.s3emulator.internal.domain.VersionStack;
import dev.s3emulator.internal.domain.VersioningState;
import dev.s3emulator.internal.domain.WriteCommand;
import dev.s3emulator.internal.domain.WritePrecondition;
import dev.s3emulator.internal.domain.Writing;
import dev.s3emulator.internal.domain.attribute.VersionAttributes;
import dev.s3emulator.internal.domain.multipart.CompleteCommand;
import dev.s3emulator.internal.domain.multipart.Completion;
import dev.s3emulator.internal.domain.multipart.InitiateCommand;
import dev.s3emulator.internal.domain.multipart.ListedPart;
import dev.s3emulator.internal.domain.multipart.Uploading;
import dev.s3emulator.internal.engine.ContentStager;
import dev.s3emulator.internal.engine.IdSource;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.engine.StateContents;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** An engine on a folder, and a stream of changes of every kind for it. */
final class StoredEngine implements AutoCloseable {

  private static final Instant NOW = Instant.parse("2026-02-03T16:45:09Z");
  private static final int KEYS = 6;

  /** Something that is kept beside the state. */
  record Companion(String name, List<String> notes) {}

  final StateFolder<Companion> folder;
  final S3Engine engine;
  private final ContentStager stager;
  private final Random random;

  private StoredEngine(StateFolder<Companion> folder, long seed) {
    this.folder = folder;
    random = new Random(seed);
    engine =
        new S3Engine(
            () -> NOW,
            new IdSource(seed),
            new S3Engine.Kept(folder.state(), folder.blobs(), folder),
            Region.US_EAST_1,
            Owner.DEFAULT);
    stager = new ContentStager(folder.blobs());
  }

  static StoredEngine open(Path folder, long seed) {
    return new StoredEngine(StateFolder.open(folder, false, Companion.class), seed);
  }

  static StoredEngine open(Path folder, long seed, boolean durable, long compactAt) {
    return new StoredEngine(
        StateFolder.open(folder, new StateFolder.Options(durable, compactAt), Companion.class),
        seed);
  }

  S3State state() {
    return engine.state();
  }

  /** Returns everything about the state as text, contents included. */
  String show() {
    return show(engine.state(), folder);
  }

  static String show(S3State state, StateFolder<Companion> folder) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    LogFormat<Companion> format =
        new LogFormat<>(new Codecs(new LoadedBlobs(folder.blobs())), Companion.class);
    try {
      Snapshot.write(format, 0, state, List.of(), lines, () -> false);
      StringBuilder text = new StringBuilder(lines.toString(UTF_8));
      StateContents.forEachStored(
          state,
          blob -> {
            ByteBuffer bytes = ByteBuffer.allocate((int) blob.size());
            try {
              blob.read(0, bytes);
            } catch (IOException failure) {
              throw new UncheckedIOException(failure);
            }
            text.append(new String(bytes.array(), UTF_8)).append('\n');
          });
      return text.toString();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  void createBucket(String name) {
    engine.change(
        state ->
            state.with(Bucket.empty(BucketSettings.ofNew(name, Owner.DEFAULT, "us-east-1", NOW))));
  }

  ObjectVersion put(String bucket, String key, String text) {
    ObjectContent content = content(text);
    return engine.changeBucket(
        bucket,
        Owner.DEFAULT,
        (current, context) ->
            Writing.put(
                current,
                new WriteCommand(
                    ObjectKey.of(key),
                    content,
                    metadata(),
                    new TagSet(Map.of("n", text)),
                    WritePrecondition.NONE),
                context));
  }

  void delete(String bucket, String key) {
    engine.changeBucket(
        bucket,
        Owner.DEFAULT,
        (current, context) ->
            Deletion.delete(current, DeleteCommand.simple(ObjectKey.of(key)), context));
  }

  /** Makes one change of a random kind; refusals are changes of nothing. */
  void changeSomething() {
    String bucket = "bucket-" + random.nextInt(3);
    if (state().bucket(bucket).isEmpty()) {
      createBucket(bucket);
      return;
    }
    String key = "key/" + random.nextInt(KEYS);
    try {
      switch (random.nextInt(20)) {
        case 0 -> engine.change(state -> state.without(bucket));
        case 1, 2 -> setVersioning(bucket);
        case 3, 4, 5 -> delete(bucket, key);
        case 6, 7, 8 -> deleteVersion(bucket, ObjectKey.of(key));
        case 9 -> retag(bucket, ObjectKey.of(key));
        case 10, 11 -> initiate(bucket, ObjectKey.of(key));
        case 12, 13 -> putPart(bucket);
        case 14 -> abort(bucket);
        case 15, 16 -> complete(bucket);
        default -> put(bucket, key, "text " + random.nextInt());
      }
    } catch (S3Exception refused) {
      // The rules say no, for instance to an upload without parts.
    }
  }

  private void setVersioning(String name) {
    VersioningState state =
        random.nextBoolean() ? VersioningState.ENABLED : VersioningState.SUSPENDED;
    engine.changeBucket(
        name, bucket -> new Change<>(bucket.with(bucket.settings().withVersioning(state)), state));
  }

  private void deleteVersion(String name, ObjectKey key) {
    engine.changeBucket(
        name,
        Owner.DEFAULT,
        (bucket, context) -> {
          List<VersionEntry> entries =
              bucket.stack(key).map(VersionStack::oldestFirst).orElse(List.of());
          if (entries.isEmpty()) {
            throw S3Exception.noSuchKey(key);
          }
          VersionEntry entry = entries.get(random.nextInt(entries.size()));
          return Deletion.delete(bucket, DeleteCommand.versioned(key, entry.versionId()), context);
        });
  }

  private void retag(String name, ObjectKey key) {
    engine.changeBucket(
        name,
        bucket -> {
          if (!(bucket.current(key).orElse(null) instanceof ObjectVersion version)) {
            throw S3Exception.noSuchKey(key);
          }
          TagSet tags = new TagSet(Map.of("other", "" + random.nextInt()));
          return new Change<>(bucket.replace(key, version.with(tags)), tags);
        });
  }

  private void initiate(String name, ObjectKey key) {
    engine.changeBucket(
        name,
        Owner.DEFAULT,
        (bucket, context) ->
            Uploading.initiate(
                bucket,
                new InitiateCommand(
                    key,
                    new Upload.UploadedObject(metadata(), TagSet.EMPTY, VersionAttributes.DEFAULT),
                    UploadChecksum.UNDECLARED),
                context,
                engine.ids()::uploadId));
  }

  private Upload anyUpload(String name) {
    List<Upload> uploads = new ArrayList<>();
    state()
        .requireBucket(name)
        .uploads()
        .open()
        .values()
        .forEach(ofKey -> uploads.addAll(ofKey.values()));
    if (uploads.isEmpty()) {
      throw S3Exception.noSuchUpload("none");
    }
    return uploads.get(random.nextInt(uploads.size()));
  }

  private void putPart(String name) {
    Upload upload = anyUpload(name);
    Part part = new Part(1, NOW, content("part " + random.nextInt()));
    engine.changeBucket(
        name, bucket -> Uploading.putPart(bucket, upload.key(), upload.id().toString(), part));
  }

  private void abort(String name) {
    Upload upload = anyUpload(name);
    engine.changeBucket(
        name, bucket -> Uploading.abort(bucket, upload.key(), upload.id().toString()));
  }

  private void complete(String name) {
    Upload upload = anyUpload(name);
    CompleteCommand command =
        new CompleteCommand(
            upload.key(),
            upload.id().toString(),
            upload.parts().values().stream()
                .map(part -> new ListedPart(part.number(), part.eTag().toString(), Map.of()))
                .toList(),
            WritePrecondition.NONE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Completion.Prepared prepared = Completion.prepare(state().requireBucket(name), command);
    engine.changeBucket(
        name,
        Owner.DEFAULT,
        (bucket, context) -> Completion.complete(bucket, prepared, command, context));
  }

  private static ObjectMetadata metadata() {
    return new ObjectMetadata(
        Map.of("Content-Type", "text/plain"),
        Map.of("author", "me"),
        StorageClass.STANDARD,
        Optional.empty());
  }

  private ObjectContent content(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    try {
      return stager.stage(new ByteArrayInputStream(bytes), bytes.length);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Waits for a snapshot that is being written: a server that is closed gives it up. */
  void awaitCompaction() {
    folder.awaitCompaction();
  }

  @Override
  public void close() {
    folder.close();
  }
}
