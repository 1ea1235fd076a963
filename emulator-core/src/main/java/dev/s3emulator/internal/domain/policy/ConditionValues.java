package dev.s3emulator.internal.domain.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a request has under the keys of conditions. It is asked only for keys that a policy has. */
@FunctionalInterface
public interface ConditionValues {

  /** A request without any. */
  ConditionValues NONE = key -> Optional.empty();

  /** Returns the values of a key, empty for what the request does not have. */
  Optional<List<String>> of(ConditionKey key);

  /** Returns the given values; tests and explanations have them at hand. */
  static ConditionValues of(Map<String, List<String>> values) {
    Map<ConditionKey, List<String>> byKey = new HashMap<>();
    values.forEach((key, list) -> byKey.put(ConditionKey.parse(key), List.copyOf(list)));
    return key -> Optional.ofNullable(byKey.get(key));
  }
}
