package dev.s3emulator.internal.persistence;

import dev.s3emulator.internal.auth.policy.PolicyReader;
import dev.s3emulator.internal.domain.BlobSlice;
import dev.s3emulator.internal.domain.BucketConfigurations;
import dev.s3emulator.internal.domain.ETag;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.UploadId;
import dev.s3emulator.internal.domain.VersionId;
import dev.s3emulator.internal.domain.checksum.Checksum;
import dev.s3emulator.internal.domain.checksum.ChecksumAlgorithm;
import dev.s3emulator.internal.domain.configuration.BucketPolicy;
import dev.s3emulator.internal.domain.configuration.RoutingRule;
import dev.s3emulator.internal.domain.configuration.WebsiteConfiguration;
import dev.s3emulator.store.BlobRef;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePMap;

/**
 * Values of any type of the domain, the same each time. A full one has everything that it may have,
 * a bare one only what it must have.
 *
 * <p>Records whose constructors refuse what is made here have a sample of their own below: add one
 * for a new record where a test says so.
 */
final class Samples {

  private static final Map<Class<?>, Object> OWN =
      Map.of(
          RoutingRule.class,
          rule(),
          WebsiteConfiguration.class,
          new WebsiteConfiguration(
              Optional.empty(), Optional.of("index.html"), Optional.of("e"), List.of(rule())),
          BucketPolicy.class,
          policy());

  private final boolean full;

  /** How deep a record is within itself. */
  private final Map<Class<?>, Integer> open = new HashMap<>();

  private Samples(boolean full) {
    this.full = full;
  }

  static Object full(Class<?> type) {
    return new Samples(true).of(type);
  }

  static Object bare(Class<?> type) {
    return new Samples(false).of(type);
  }

  static BucketPolicy policy() {
    return PolicyReader.bucketPolicy(
        """
        {"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Principal": "*",
        "Action": "s3:DeleteObject*", "Resource": "arn:aws:s3:::photos/*"}}""",
        "arn:aws:s3:::photos");
  }

  private static RoutingRule rule() {
    return new RoutingRule(
        Optional.of("old/"),
        Optional.of(404),
        new RoutingRule.Redirect(
            Optional.of("example.com"),
            Optional.of(302),
            Optional.of("https"),
            Optional.of("new/"),
            Optional.empty()));
  }

  private Object of(Type type) {
    if (type instanceof ParameterizedType of) {
      return generic((Class<?>) of.getRawType(), of.getActualTypeArguments());
    }
    Class<?> plain = (Class<?>) type;
    Object own = full ? OWN.get(plain) : null;
    if (own != null) {
      return own;
    }
    Object known = known(plain);
    if (known != null) {
      return known;
    }
    if (plain.isEnum()) {
      Object[] constants = plain.getEnumConstants();
      return constants[full ? constants.length - 1 : 0];
    }
    if (plain.isRecord()) {
      return record(plain);
    }
    if (plain.isSealed()) {
      return of(plain.getPermittedSubclasses()[0]);
    }
    throw new AssertionError("Samples.java needs a sample of " + plain);
  }

  private Object known(Class<?> type) {
    Map<Class<?>, Object> values = new HashMap<>();
    values.put(String.class, "text \"\u00e4\uD83D\uDE00\\");
    values.put(long.class, 42L);
    values.put(Long.class, 42L);
    values.put(int.class, 7);
    values.put(Integer.class, 7);
    values.put(boolean.class, full);
    values.put(Boolean.class, full);
    values.put(OptionalInt.class, full ? OptionalInt.of(3) : OptionalInt.empty());
    values.put(Instant.class, Instant.parse("2026-02-03T16:45:09Z"));
    values.put(Duration.class, Duration.ofSeconds(90));
    values.put(ObjectKey.class, ObjectKey.of("a//k\u00f6y"));
    values.put(VersionId.class, full ? VersionId.issue(42, 4711) : VersionId.NULL);
    values.put(UploadId.class, UploadId.issue(ObjectKey.of("a//k\u00f6y"), 42, 4711));
    byte[] md5 = HexFormat.of().parseHex("0123456789abcdef0123456789abcdef");
    values.put(ETag.class, full ? ETag.ofParts(md5, 12) : ETag.ofMd5(md5));
    Checksum crc = Checksum.of(ChecksumAlgorithm.CRC32C, new byte[] {1, 2, 3, -4});
    values.put(Checksum.class, full ? Checksum.compositeOf(List.of(crc, crc)) : crc);
    BlobRef blob = new NumberedBlob(17, 1024);
    values.put(BlobRef.class, full ? new BlobSlice(blob, 5, 100) : blob);
    values.put(BucketConfigurations.class, BucketConfigurations.NONE);
    return values.get(type);
  }

  private Object record(Class<?> type) {
    int depth = open.merge(type, 1, Integer::sum);
    if (depth > 2) {
      throw new AssertionError(type + " never ends");
    }
    try {
      RecordComponent[] components = type.getRecordComponents();
      Class<?>[] types = new Class<?>[components.length];
      Object[] values = new Object[components.length];
      for (int i = 0; i < types.length; i++) {
        types[i] = components[i].getType();
        values[i] = of(components[i].getGenericType());
      }
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException refused) {
      throw new AssertionError("Samples.java needs a sample of " + type, refused.getCause());
    } catch (ReflectiveOperationException impossible) {
      throw new AssertionError(impossible);
    } finally {
      open.merge(type, -1, Integer::sum);
    }
  }

  private Object generic(Class<?> raw, Type[] arguments) {
    // A record that holds records of its kind ends at the second one.
    boolean filled = full && arguments.length > 0 && !isOpenTwice(arguments[arguments.length - 1]);
    if (raw == Optional.class) {
      return filled ? Optional.of(of(arguments[0])) : Optional.empty();
    }
    if (raw == List.class) {
      return filled ? List.of(of(arguments[0])) : List.of();
    }
    if (raw == Set.class) {
      return filled ? Set.of(of(arguments[0])) : Set.of();
    }
    Map<Object, Object> map = filled ? Map.of(of(arguments[0]), of(arguments[1])) : Map.of();
    if (raw == Map.class) {
      return map;
    }
    if (raw == HashPMap.class) {
      return HashTreePMap.from(map);
    }
    if (raw == TreePMap.class) {
      return sorted(map);
    }
    throw new AssertionError("Samples.java needs a sample of " + raw);
  }

  private boolean isOpenTwice(Type type) {
    return type instanceof Class<?> plain && open.getOrDefault(plain, 0) >= 2;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Object sorted(Map<Object, Object> map) {
    return TreePMap.from((Map) map);
  }

  /** A content that is a number and a size only. */
  record NumberedBlob(long number, long size) implements BlobRef {
    @Override
    public int read(long position, ByteBuffer target) {
      throw new AssertionError("Nobody reads samples");
    }
  }

  /** A table of such contents. */
  static final class NumberedBlobs implements BlobTable {
    @Override
    public long numberOf(BlobRef blob) {
      return ((NumberedBlob) blob).number();
    }

    @Override
    public BlobRef find(long number, long size) {
      return new NumberedBlob(number, size);
    }
  }
}
