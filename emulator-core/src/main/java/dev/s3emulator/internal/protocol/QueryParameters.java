package dev.s3emulator.internal.protocol;

import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The decoded query parameters of a request in the order in which they came.
 *
 * <p>Names are case sensitive. Of a repeated parameter the first counts (protocol-notes 31).
 */
public final class QueryParameters {

  /** No parameters. */
  public static final QueryParameters NONE = new QueryParameters(List.of(), List.of());

  private final List<String> names;
  private final List<String> values;

  private QueryParameters(List<String> names, List<String> values) {
    this.names = names;
    this.values = values;
  }

  /**
   * Returns the parameters of a query.
   *
   * @param rawQuery the query without the question mark
   * @throws S3Exception InvalidURI if it cannot be decoded
   */
  public static QueryParameters parse(String rawQuery) {
    if (rawQuery.isEmpty()) {
      return NONE;
    }
    List<String> names = new ArrayList<>(4);
    List<String> values = new ArrayList<>(4);
    for (String pair : rawQuery.split("&", -1)) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      names.add(decode(equals < 0 ? pair : pair.substring(0, equals), rawQuery));
      values.add(decode(equals < 0 ? "" : pair.substring(equals + 1), rawQuery));
    }
    return new QueryParameters(names, values);
  }

  private static String decode(String encoded, String rawQuery) {
    String decoded = PercentCoding.decodeQuery(encoded);
    if (decoded == null) {
      throw S3Exception.of(S3Error.INVALID_URI).with("URI", rawQuery);
    }
    return decoded;
  }

  /** Returns the value of the first parameter of this name, empty when it has none, or null. */
  public @Nullable String first(String name) {
    int index = names.indexOf(name);
    return index < 0 ? null : values.get(index);
  }

  /** Returns the value of the first parameter of this name. */
  public Optional<String> get(String name) {
    return Optional.ofNullable(first(name));
  }

  /** Returns whether there is a parameter of this name, with or without value. */
  public boolean contains(String name) {
    return names.contains(name);
  }

  /** Calls {@code action} with each name and value in order. */
  public void forEach(BiConsumer<String, String> action) {
    for (int i = 0; i < names.size(); i++) {
      action.accept(names.get(i), values.get(i));
    }
  }

  /** Returns the names as often as they occur. */
  public List<String> names() {
    return List.copyOf(names);
  }
}
