package dev.s3emulator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The value of an option of the command line that consists of {@code NAME=VALUE,NAME=VALUE,…}. */
final class OptionParts {

  private OptionParts() {}

  /**
   * Returns the parts in their order; the map may be changed.
   *
   * @param option the name of the option, for messages
   * @param known the names that a part may have
   * @throws IllegalArgumentException if a part is unknown, empty or given twice; the message is one
   *     sentence that names it
   */
  static Map<String, String> of(String option, String value, Set<String> known) {
    Map<String, String> parts = new LinkedHashMap<>();
    for (String part : value.split(",", -1)) {
      int equals = part.indexOf('=');
      String key = equals < 0 ? part : part.substring(0, equals);
      if (!known.contains(key)) {
        throw wrong(option, "has an unknown part \"" + key + "\"");
      }
      if (equals < 0 || equals == part.length() - 1) {
        throw wrong(option, "has no value for its part " + key);
      }
      if (parts.put(key, part.substring(equals + 1)) != null) {
        throw wrong(option, "has its part " + key + " twice");
      }
    }
    return parts;
  }

  /** Returns the complaint about an option. */
  static IllegalArgumentException wrong(String option, String what) {
    return new IllegalArgumentException("The option " + option + " " + what + ".");
  }
}
