package dev.s3emulator.internal.view;

import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.VersionEntry;
import dev.s3emulator.internal.domain.VersionId;
import dev.s3emulator.internal.domain.VersionStack;
import dev.s3emulator.model.ObjectView;
import dev.s3emulator.model.VersionView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A key with its versions as users see it. */
record DomainObject(ObjectKey objectKey, VersionStack stack) implements ObjectView {

  @Override
  public String key() {
    return objectKey.toString();
  }

  @Override
  public VersionView current() {
    return new DomainVersion(stack.current());
  }

  @Override
  public List<VersionView> versions() {
    List<VersionView> versions = new ArrayList<>(stack.size());
    for (VersionEntry entry : stack.newestFirst()) {
      versions.add(new DomainVersion(entry));
    }
    return versions;
  }

  @Override
  public Optional<VersionView> version(String versionId) {
    return VersionId.parse(versionId).flatMap(stack::find).map(DomainVersion::new);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DomainObject object
        && objectKey.equals(object.objectKey)
        && (stack == object.stack || versions().equals(object.versions()));
  }

  @Override
  public int hashCode() {
    return objectKey.hashCode();
  }

  @Override
  public String toString() {
    return key() + " " + versions();
  }
}
