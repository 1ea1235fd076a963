package dev.s3emulator.junit5;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The system properties that emulators of a run have set. Within a class a nested class or a test
 * may set a property anew; two that run side by side may not, because the JVM has but one value.
 * Safe for use by many threads.
 */
final class PublishedProperties {

  private final Map<String, Deque<Entry>> byName = new HashMap<>();

  /**
   * Sets a system property until the result is closed.
   *
   * @param owner the unique id of the context whose end closes the result
   * @throws IllegalArgumentException if the name is blank or set by one that runs side by side
   */
  synchronized AutoCloseable publish(String owner, String name, String value) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("the name of a system property is not blank.");
    }
    Deque<Entry> entries = byName.computeIfAbsent(name, key -> new ArrayDeque<>());
    Entry around = entries.peek();
    if (around != null && !owner.startsWith(around.owner)) {
      throw new IllegalArgumentException(
          "the system property \""
              + name
              + "\" is set by another emulator at the same time, and a JVM has but one: let the"
              + " tests run one after the other, or choose another name.");
    }
    Entry entry = new Entry(owner, System.getProperty(name));
    entries.push(entry);
    System.setProperty(name, value);
    return () -> withdraw(name, entry);
  }

  private synchronized void withdraw(String name, Entry entry) {
    byName.getOrDefault(name, new ArrayDeque<>()).remove(entry);
    if (entry.before == null) {
      System.clearProperty(name);
    } else {
      System.setProperty(name, entry.before);
    }
  }

  /** What to put back, and who is to do it. Compared by identity: it is one publication. */
  private static final class Entry {
    final String owner;
    final @Nullable String before;

    Entry(String owner, @Nullable String before) {
      this.owner = owner;
      this.before = before;
    }
  }
}
