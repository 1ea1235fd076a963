package dev.s3emulator.internal.routing;

import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.protocol.QueryParameters;
import dev.s3emulator.internal.protocol.RequestTarget.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which requests an operation answers, as data. Everything that cuts across operations reads it.
 *
 * @param operation the name, as AWS writes it
 * @param method the HTTP method
 * @param level what the request must address
 * @param queryKeys parameters that must be there
 * @param queryValues parameters that must have this value
 * @param headers headers that must be there
 * @param action the IAM action, such as {@code s3:DeleteObject}
 * @param body what happens with the body
 * @param bucketMustExist whether a missing bucket is 404 before the operation is asked
 */
public record Route(
    String operation,
    String method,
    Level level,
    List<String> queryKeys,
    Map<String, String> queryValues,
    List<String> headers,
    String action,
    BodyRule body,
    boolean bucketMustExist) {

  /** Starts the route of an operation on the service root. */
  public static Route service(String method, String operation) {
    return of(method, Level.SERVICE, operation);
  }

  /** Starts the route of an operation on a bucket, which must exist. */
  public static Route bucket(String method, String operation) {
    return of(method, Level.BUCKET, operation);
  }

  /** Starts the route of an operation on an object, whose bucket must exist. */
  public static Route object(String method, String operation) {
    return of(method, Level.OBJECT, operation);
  }

  /** Starts the route of a page of a website, whose bucket must exist. */
  public static Route website(String method, String operation) {
    return of(method, Level.WEBSITE, operation);
  }

  private static Route of(String method, Level level, String operation) {
    return new Route(
        operation,
        method,
        level,
        List.of(),
        Map.of(),
        List.of(),
        "s3:" + operation,
        BodyRule.NONE,
        level != Level.SERVICE);
  }

  /** Requires a query parameter. */
  public Route query(String key) {
    List<String> keys = Stream.concat(queryKeys.stream(), Stream.of(key)).toList();
    return new Route(
        operation, method, level, keys, queryValues, headers, action, body, bucketMustExist);
  }

  /** Requires a query parameter with this value. */
  public Route query(String key, String value) {
    Map<String, String> values = new LinkedHashMap<>(queryValues);
    values.put(key, value);
    return new Route(
        operation,
        method,
        level,
        queryKeys,
        Map.copyOf(values),
        headers,
        action,
        body,
        bucketMustExist);
  }

  /** Requires a header. */
  public Route header(String name) {
    List<String> names = Stream.concat(headers.stream(), Stream.of(name)).toList();
    return new Route(
        operation, method, level, queryKeys, queryValues, names, action, body, bucketMustExist);
  }

  /** Sets the IAM action where it is not named like the operation. */
  public Route action(String name) {
    return new Route(
        operation, method, level, queryKeys, queryValues, headers, name, body, bucketMustExist);
  }

  /** Sets what happens with the body. */
  public Route body(BodyRule rule) {
    return new Route(
        operation, method, level, queryKeys, queryValues, headers, action, rule, bucketMustExist);
  }

  /** Lets the operation itself deal with a missing bucket. */
  public Route bucketMayBeMissing() {
    return new Route(
        operation, method, level, queryKeys, queryValues, headers, action, body, false);
  }

  /** Returns how many things a request must have; the route that asks most of it wins. */
  int specificity() {
    return queryKeys.size() + queryValues.size() + headers.size();
  }

  /** Returns whether a request of the right method and level has what this route requires. */
  boolean matches(QueryParameters query, Headers requestHeaders) {
    for (String key : queryKeys) {
      if (!query.contains(key)) {
        return false;
      }
    }
    for (Map.Entry<String, String> entry : queryValues.entrySet()) {
      if (!entry.getValue().equals(query.first(entry.getKey()))) {
        return false;
      }
    }
    for (String header : headers) {
      if (!requestHeaders.contains(header)) {
        return false;
      }
    }
    return true;
  }
}
