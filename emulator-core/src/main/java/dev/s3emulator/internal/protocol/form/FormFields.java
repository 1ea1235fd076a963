package dev.s3emulator.internal.protocol.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a form says before its file. Names compare without case.
 *
 * @param values the values by lower-case name in the order of the form; those of a name that is
 *     there twice are joined with commas, as headers are
 * @param fileName the name of the file as the client knows it, without its folders
 */
public record FormFields(Map<String, String> values, String fileName) {

  private static final String FILE_NAME = "${filename}";

  /** Keeps a copy of the values. */
  public FormFields {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * Makes the fields of a form: each {@code ${filename}} becomes the name of the file, before any
   * policy looks at it. In the policy itself it is text like any other.
   */
  static FormFields of(Map<String, String> sent, String filePath) {
    String fileName = lastSegment(filePath);
    Map<String, String> expanded = new LinkedHashMap<>();
    sent.forEach(
        (name, value) ->
            expanded.merge(
                name.toLowerCase(Locale.ROOT),
                name.equalsIgnoreCase("policy") ? value : value.replace(FILE_NAME, fileName),
                (first, next) -> first + "," + next));
    return new FormFields(expanded, fileName);
  }

  private static String lastSegment(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  /** Returns the value of a field. */
  public Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name.toLowerCase(Locale.ROOT)));
  }
}
