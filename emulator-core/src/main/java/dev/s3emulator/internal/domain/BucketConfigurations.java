package dev.s3emulator.internal.domain;

import java.util.Optional;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;

/**
 * The configurations of a bucket by their class, so that a new kind changes no other code.
 *
 * @param byKind the configurations; every value is an instance of its key
 */
public record BucketConfigurations(
    HashPMap<Class<? extends BucketConfiguration>, BucketConfiguration> byKind) {

  /** No configuration. */
  public static final BucketConfigurations NONE = new BucketConfigurations(HashTreePMap.empty());

  /** Returns the configuration of this kind. */
  public <T extends BucketConfiguration> Optional<T> get(Class<T> kind) {
    return Optional.ofNullable(byKind.get(kind)).map(kind::cast);
  }

  /** Returns the configurations with this one in the place of the one of its class. */
  public BucketConfigurations with(BucketConfiguration configuration) {
    return new BucketConfigurations(byKind.plus(configuration.getClass(), configuration));
  }

  /** Returns the configurations without the one of this kind. */
  public BucketConfigurations without(Class<? extends BucketConfiguration> kind) {
    return new BucketConfigurations(byKind.minus(kind));
  }
}
