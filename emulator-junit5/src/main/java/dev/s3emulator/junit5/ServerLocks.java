package dev.s3emulator.junit5;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;

/**
 * Keeps tests that share a server from running at the same time, because each one resets it. Tests
 * of other classes have other servers, and other locks.
 */
final class ServerLocks implements ResourceLocksProvider {

  @Override
  public Set<Lock> provideForMethod(
      List<Class<?>> enclosingInstanceTypes, Class<?> testClass, Method testMethod) {
    Class<?> owner =
        Stream.concat(enclosingInstanceTypes.stream(), Stream.of(testClass))
            .filter(S3EmulatorExtension::isAnnotated)
            .findFirst()
            .orElse(testClass);
    String key = S3Emulator.class.getName() + ":" + owner.getName();
    return Set.of(new Lock(key, ResourceAccessMode.READ_WRITE));
  }
}
