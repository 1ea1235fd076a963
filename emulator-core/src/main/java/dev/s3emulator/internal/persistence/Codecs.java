package dev.s3emulator.internal.persistence;

import dev.s3emulator.internal.domain.BucketConfigurations;
import dev.s3emulator.internal.domain.BucketSettings;
import dev.s3emulator.internal.domain.DigestedContent;
import dev.s3emulator.internal.domain.ETag;
import dev.s3emulator.internal.domain.ObjectContent;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.ObjectMetadata;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.TagSet;
import dev.s3emulator.internal.domain.UploadId;
import dev.s3emulator.internal.domain.VersionId;
import dev.s3emulator.internal.domain.attribute.AccessControlList;
import dev.s3emulator.internal.domain.attribute.Encryption;
import dev.s3emulator.internal.domain.attribute.ObjectLock;
import dev.s3emulator.internal.domain.attribute.VersionAttributes;
import dev.s3emulator.internal.domain.checksum.Checksum;
import dev.s3emulator.internal.domain.configuration.BucketPolicy;
import dev.s3emulator.store.BlobRef;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the codec of a type. Few types have one of their own; records, enums, sealed interfaces and
 * collections are written as what they are.
 */
final class Codecs {

  /**
   * What nearly all versions and buckets have. A component with such a value is left out, so the
   * values belong to the format: whoever changes one must count its version up.
   */
  private static final Map<Class<?>, Object> USUAL =
      Map.of(
          Owner.class, Owner.DEFAULT,
          TagSet.class, TagSet.EMPTY,
          ObjectMetadata.class, ObjectMetadata.NONE,
          VersionAttributes.class, VersionAttributes.DEFAULT,
          Encryption.class, Encryption.SSE_S3,
          ObjectLock.class, ObjectLock.NONE,
          AccessControlList.class, AccessControlList.PRIVATE);

  private final Map<Type, Codec<?>> known = new ConcurrentHashMap<>();
  private final Sharing sharing = new Sharing();

  /**
   * Makes the codecs of one folder.
   *
   * @param blobs finds contents by their numbers
   */
  Codecs(BlobTable blobs) {
    add(String.class, ScalarCodecs.STRING);
    add(Long.class, ScalarCodecs.LONG);
    add(long.class, ScalarCodecs.LONG);
    add(Integer.class, ScalarCodecs.INTEGER);
    add(int.class, ScalarCodecs.INTEGER);
    add(Boolean.class, ScalarCodecs.BOOLEAN);
    add(boolean.class, ScalarCodecs.BOOLEAN);
    add(OptionalInt.class, ScalarCodecs.OPTIONAL_INT);
    add(Duration.class, ScalarCodecs.text(Duration::toString, Duration::parse));
    add(
        Instant.class,
        ScalarCodecs.text(Instant::toString, text -> sharing.share(Instant.parse(text))));
    add(ObjectKey.class, ScalarCodecs.KEY);
    add(VersionId.class, ScalarCodecs.parsed(VersionId::parse));
    add(UploadId.class, ScalarCodecs.parsed(UploadId::parse));
    add(ETag.class, ScalarCodecs.parsed(ETag::parse));
    add(Checksum.class, ScalarCodecs.parsed(Checksum::parse));
    add(BlobRef.class, new BlobCodec(blobs, this));
    add(ObjectContent.class, new ContentCodec(record(DigestedContent.class)));
    add(BucketConfigurations.class, new ConfigurationsCodec(this));
    PolicyCodec policies = new PolicyCodec();
    add(BucketPolicy.class, policies);
    add(BucketSettings.class, new SettingsCodec(record(BucketSettings.class), policies));
  }

  private <T> void add(Class<T> type, Codec<T> codec) {
    known.put(type, codec);
  }

  /** Forgets which values are shared among what was read. */
  void endReading() {
    sharing.clear();
  }

  /** Returns the codec of a class. */
  @SuppressWarnings("unchecked") // The codec is that of the type.
  <T> Codec<T> of(Class<T> type) {
    return (Codec<T>) find(type);
  }

  /** Returns the codec of a type that is known at run time only. */
  @SuppressWarnings("unchecked") // Whoever asks has a value of the type.
  Codec<Object> ofAnything(Type type) {
    return (Codec<Object>) find(type);
  }

  /** Returns the codec of a record. */
  <R> RecordCodec<R> ofRecord(Class<R> type) {
    if (of(type) instanceof RecordCodec<R> codec) {
      return codec;
    }
    throw new IllegalStateException(type + " is no record");
  }

  private Codec<?> find(Type type) {
    Codec<?> codec = known.get(type);
    if (codec == null) {
      codec = type instanceof ParameterizedType of ? generic(of) : plain((Class<?>) type);
      Codec<?> raced = known.putIfAbsent(type, codec);
      return raced == null ? codec : raced;
    }
    return codec;
  }

  private Codec<?> plain(Class<?> type) {
    if (type.isEnum()) {
      return ScalarCodecs.ofEnum(type);
    }
    if (type.isRecord()) {
      return record(type);
    }
    if (type.isSealed()) {
      return new SealedCodec<>(type, this);
    }
    throw new IllegalStateException("There is no codec for " + type);
  }

  private <R> RecordCodec<R> record(Class<R> type) {
    return new RecordCodec<>(type, this, type.cast(USUAL.get(type)), sharing.of(type));
  }

  private Codec<?> generic(ParameterizedType type) {
    Class<?> raw = (Class<?>) type.getRawType();
    Type[] arguments = type.getActualTypeArguments();
    if (raw == Optional.class) {
      return CollectionCodecs.optional(ofAnything(arguments[0]));
    }
    if (raw == List.class) {
      return CollectionCodecs.list(ofAnything(arguments[0]));
    }
    if (raw == Set.class) {
      return CollectionCodecs.set(ofAnything(arguments[0]));
    }
    if (Map.class.isAssignableFrom(raw)) {
      return new MapCodec(raw, arguments[0], this, ofAnything(arguments[1]));
    }
    throw new IllegalStateException("There is no codec for " + type);
  }
}
