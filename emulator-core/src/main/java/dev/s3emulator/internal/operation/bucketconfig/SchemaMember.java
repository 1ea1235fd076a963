package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.S3Exception;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One member of a structure of the schemas, such as {@code Rule*:LifecycleRule!}.
 *
 * @param name the element's name
 * @param repeated whether there may be more than one
 * @param required whether there must be one
 * @param structure the name of its structure, or null when it holds text
 * @param list the one member of the list that it wraps, or null
 * @param values the type or the allowed values of its text; empty when any text will do
 */
record SchemaMember(
    String name,
    boolean repeated,
    boolean required,
    @Nullable String structure,
    @Nullable SchemaMember list,
    List<String> values) {

  private static final Pattern FORM =
      Pattern.compile(
          "(?<name>[A-Za-z0-9-]+)(?<repeated>\\*)?(?:\\[(?<list>.+)])?(?::(?<structure>\\w+))?"
              + "(?:\\((?<values>[^)]*)\\))?(?<required>!)?");
  private static final Pattern INT = Pattern.compile("-?[0-9]{1,10}");
  private static final Pattern LONG = Pattern.compile("-?[0-9]{1,18}");

  /** Reads a member from its text. */
  static SchemaMember parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("Not a member of a schema: " + text);
    }
    String list = matcher.group("list");
    String values = matcher.group("values");
    return new SchemaMember(
        matcher.group("name"),
        matcher.group("repeated") != null,
        matcher.group("required") != null,
        matcher.group("structure"),
        list == null ? null : parse(list),
        values == null ? List.of() : List.of(values.split("\\|", -1)));
  }

  /**
   * Checks the text of an element.
   *
   * @throws S3Exception MalformedXML if it is not of the type or not one of the values
   */
  void requireValid(String text) {
    if (values.isEmpty()) {
      return;
    }
    boolean valid =
        switch (values.get(0)) {
          case "int" -> INT.matcher(text).matches() && isInt(Long.parseLong(text));
          case "long" -> LONG.matcher(text).matches();
          case "bool" -> text.equals("true") || text.equals("false");
          case "time" -> isTime(text);
          default -> values.contains(text);
        };
    if (!valid) {
      throw S3Exception.malformedXml();
    }
  }

  private static boolean isInt(long number) {
    return number == (int) number;
  }

  private static boolean isTime(String text) {
    try {
      OffsetDateTime.parse(text);
      return true;
    } catch (DateTimeException notATime) {
      return false;
    }
  }
}
