package dev.s3emulator.internal.view;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.MfaDeleteRule;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.VersionStack;
import dev.s3emulator.internal.domain.configuration.BucketPolicy;
import dev.s3emulator.model.BucketView;
import dev.s3emulator.model.ObjectView;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A bucket as users see it. */
record DomainBucket(Bucket bucket) implements BucketView {

  @Override
  public String name() {
    return bucket.name();
  }

  @Override
  public String region() {
    return bucket.settings().region();
  }

  @Override
  public String ownerAccountId() {
    return bucket.settings().owner().accountId();
  }

  @Override
  public Instant creationDate() {
    return bucket.settings().creationDate();
  }

  @Override
  public Optional<String> versioning() {
    return switch (bucket.versioning()) {
      case UNVERSIONED -> Optional.empty();
      case ENABLED -> Optional.of("Enabled");
      case SUSPENDED -> Optional.of("Suspended");
    };
  }

  @Override
  public boolean mfaDelete() {
    return MfaDeleteRule.isOn(bucket.settings());
  }

  @Override
  public boolean objectLock() {
    return bucket.settings().objectLockEnabled();
  }

  @Override
  public Map<String, String> tags() {
    return bucket.settings().tags().tags();
  }

  @Override
  public Optional<String> policy() {
    return bucket.settings().configuration(BucketPolicy.class).map(BucketPolicy::text);
  }

  @Override
  public List<String> keys() {
    return bucket.objects().entrySet().stream()
        .filter(entry -> !entry.getValue().current().isDeleteMarker())
        .map(entry -> entry.getKey().toString())
        .toList();
  }

  @Override
  public int size() {
    return bucket.objects().size();
  }

  @Override
  public Iterable<ObjectView> objects() {
    return () -> {
      Iterator<Map.Entry<ObjectKey, VersionStack>> entries = bucket.objects().entrySet().iterator();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return entries.hasNext();
        }

        @Override
        public ObjectView next() {
          Map.Entry<ObjectKey, VersionStack> entry = entries.next();
          return new DomainObject(entry.getKey(), entry.getValue());
        }
      };
    };
  }

  @Override
  public Optional<ObjectView> object(String key) {
    ObjectKey objectKey = ObjectKey.of(key);
    return bucket.stack(objectKey).map(stack -> new DomainObject(objectKey, stack));
  }

  @Override
  public String toString() {
    return "bucket " + name() + " with " + size() + " keys";
  }
}
