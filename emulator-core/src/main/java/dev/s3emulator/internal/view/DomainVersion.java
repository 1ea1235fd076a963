package dev.s3emulator.internal.view;

import dev.s3emulator.internal.domain.ObjectMetadata;
import dev.s3emulator.internal.domain.ObjectVersion;
import dev.s3emulator.internal.domain.VersionEntry;
import dev.s3emulator.internal.domain.attribute.ObjectLock.LegalHold;
import dev.s3emulator.internal.domain.attribute.Retention;
import dev.s3emulator.model.VersionView;
import dev.s3emulator.store.BlobRef;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A version or a delete marker as users see it. */
record DomainVersion(VersionEntry entry) implements VersionView {

  @Override
  public String versionId() {
    return entry.versionId().toString();
  }

  @Override
  public boolean deleteMarker() {
    return entry.isDeleteMarker();
  }

  @Override
  public Instant lastModified() {
    return entry.lastModified();
  }

  @Override
  public String ownerAccountId() {
    return entry.owner().accountId();
  }

  @Override
  public long size() {
    return ofVersion(ObjectVersion::size, 0L);
  }

  @Override
  public String eTag() {
    return ofVersion(version -> version.eTag().toString(), "");
  }

  @Override
  public String storageClass() {
    return ofVersion(version -> version.metadata().storageClass().toString(), "");
  }

  @Override
  public String contentType() {
    return ofVersion(
        version ->
            version
                .metadata()
                .system()
                .getOrDefault("Content-Type", ObjectMetadata.DEFAULT_CONTENT_TYPE),
        "");
  }

  @Override
  public Map<String, String> metadata() {
    return ofVersion(version -> version.metadata().user(), Map.of());
  }

  @Override
  public Map<String, String> tags() {
    return ofVersion(version -> version.tags().tags(), Map.of());
  }

  @Override
  public Optional<String> retentionMode() {
    return ofVersion(DomainVersion::retention, Optional.<Retention>empty())
        .map(retention -> retention.mode().name());
  }

  @Override
  public Optional<Instant> retainUntil() {
    return ofVersion(DomainVersion::retention, Optional.<Retention>empty())
        .map(Retention::retainUntil);
  }

  @Override
  public boolean legalHold() {
    return ofVersion(
        version -> version.attributes().lock().legalHold().filter(LegalHold.ON::equals).isPresent(),
        false);
  }

  private static Optional<Retention> retention(ObjectVersion version) {
    return version.attributes().lock().retention();
  }

  @Override
  public byte[] content() {
    return ofVersion(version -> read(version.content().blob()), new byte[0]);
  }

  private <T> T ofVersion(Function<ObjectVersion, T> property, T ofMarker) {
    return entry instanceof ObjectVersion version ? property.apply(version) : ofMarker;
  }

  private static byte[] read(BlobRef blob) {
    if (blob.size() > Integer.MAX_VALUE - 8) {
      throw new OutOfMemoryError("The object has " + blob.size() + " bytes");
    }
    ByteBuffer content = ByteBuffer.allocate((int) blob.size());
    try {
      while (content.hasRemaining()) {
        if (blob.read(content.position(), content) < 0) {
          throw new EOFException("The blob ended after " + content.position() + " bytes");
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return content.array();
  }

  @Override
  public String toString() {
    return versionId() + (deleteMarker() ? " delete marker" : " " + size() + " bytes " + eTag());
  }
}
