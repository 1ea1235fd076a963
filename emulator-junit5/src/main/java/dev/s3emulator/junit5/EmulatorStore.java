package dev.s3emulator.junit5;

import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * Keeps emulators in JUnit's stores, whose ends close them: the store of the run, of a class or of
 * a test.
 */
final class EmulatorStore {

  private static final Namespace NAMESPACE = Namespace.create(EmulatorStore.class);

  private EmulatorStore() {}

  /** Stores look into those around them too, so the key names the owner. */
  private record Key(Object identity, String owner) {}

  static Store of(ExtensionContext context) {
    return context.getStore(NAMESPACE);
  }

  /** Returns the emulator of a declaration, which is opened if nobody has yet. */
  static EmulatorHandle open(Declaration declaration, ExtensionContext current) {
    ExtensionContext owner = declaration.owner(current);
    return of(owner)
        .getOrComputeIfAbsent(
            key(declaration, owner), key -> start(declaration, owner), EmulatorHandle.class);
  }

  /** Returns the emulator of a declaration if it is open. */
  static Optional<EmulatorHandle> find(Declaration declaration, ExtensionContext current) {
    ExtensionContext owner = declaration.owner(current);
    return Optional.ofNullable(of(owner).get(key(declaration, owner), EmulatorHandle.class));
  }

  private static Key key(Declaration declaration, ExtensionContext owner) {
    return new Key(declaration.identity(), owner.getUniqueId());
  }

  private static EmulatorHandle start(Declaration declaration, ExtensionContext owner) {
    Optional<OtherS3> other = OtherS3.of(owner);
    EmulatorHandle handle =
        EmulatorHandle.open(
            declaration.options(),
            turns(owner, other.isPresent()),
            Services.of(declaration.place()),
            other);
    try {
      new Publication(declaration.options(), handle, owner).publish();
      return handle;
    } catch (RuntimeException | Error failure) {
      handle.closeAfter(failure);
      throw failure;
    }
  }

  /**
   * One for all emulators of the run: two tests that need two of them must not wait crosswise. One
   * for all tests on another S3 too, where their buckets have the same names.
   */
  private static Turns turns(ExtensionContext owner, boolean isElsewhere) {
    ExtensionContext root = owner.getRoot();
    return owner == root || isElsewhere
        ? of(root).getOrComputeIfAbsent(Turns.class, key -> new Turns(), Turns.class)
        : new Turns();
  }
}
