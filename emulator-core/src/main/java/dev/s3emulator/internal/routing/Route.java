package dev.s3emulator.internal.routing;

import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.protocol.QueryParameters;
import dev.s3emulator.internal.protocol.RequestTarget.Level;
import dev.s3emulator.internal.protocol.SigningService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Which requests an operation answers and what S3 does with them, as data. Everything that cuts
 * across operations reads it.
 *
 * <p>Immutable: what differs from the default is set in a copy, before anybody sees that ({@link
 * #with}). So each fact about operations is one field here, whose default is that of most.
 */
public final class Route implements Cloneable {

  private final String operation;
  private final String method;
  private final Level level;
  private List<String> queryKeys = List.of();
  private Map<String, String> queryValues = Map.of();
  private List<String> headers = List.of();
  private String action;
  private BodyRule body = BodyRule.NONE;
  private boolean bucketMustExist;
  private PayerRule payer = PayerRule.NOT_ASKED;
  private SigningService signedFor = SigningService.S3;

  private Route(String method, Level level, String operation) {
    this.operation = operation;
    this.method = method;
    this.level = level;
    action = "s3:" + operation;
    bucketMustExist = level != Level.SERVICE;
  }

  /** Starts the route of an operation on the service root. */
  public static Route service(String method, String operation) {
    return new Route(method, Level.SERVICE, operation);
  }

  /** Starts the route of an operation on a bucket, which must exist. */
  public static Route bucket(String method, String operation) {
    return new Route(method, Level.BUCKET, operation);
  }

  /** Starts the route of an operation on an object, whose bucket must exist. */
  public static Route object(String method, String operation) {
    return new Route(method, Level.OBJECT, operation);
  }

  /** Starts the route of a page of a website, whose bucket must exist and pay for it. */
  public static Route website(String method, String operation) {
    return new Route(method, Level.WEBSITE, operation).with(it -> it.payer = PayerRule.REFUSED);
  }

  /** Requires a query parameter. */
  public Route query(String key) {
    List<String> keys = Stream.concat(queryKeys.stream(), Stream.of(key)).toList();
    return with(it -> it.queryKeys = keys);
  }

  /** Requires a query parameter with this value. */
  public Route query(String key, String value) {
    Map<String, String> values = new LinkedHashMap<>(queryValues);
    values.put(key, value);
    return with(it -> it.queryValues = Map.copyOf(values));
  }

  /** Requires a header. */
  public Route header(String name) {
    List<String> names = Stream.concat(headers.stream(), Stream.of(name)).toList();
    return with(it -> it.headers = names);
  }

  /** Sets the IAM action where it is not named like the operation. */
  public Route action(String name) {
    return with(it -> it.action = name);
  }

  /** Sets what happens with the body. */
  public Route body(BodyRule rule) {
    return with(it -> it.body = rule);
  }

  /** Lets the operation itself deal with a missing bucket. */
  public Route bucketMayBeMissing() {
    return with(it -> it.bucketMustExist = false);
  }

  /** Asks who pays, where requesters do, and says so in the answer. */
  public Route asksPayer() {
    return with(it -> it.payer = PayerRule.ASKED);
  }

  /** Asks who pays, where requesters do; the answer does not say it. */
  public Route asksPayerSilently() {
    return with(it -> it.payer = PayerRule.ASKED_SILENTLY);
  }

  /** Sets the service that requests are signed for, where that is another one than S3 itself. */
  public Route signedFor(SigningService service) {
    return with(it -> it.signedFor = service);
  }

  /** Returns a copy that differs in what is set. */
  private Route with(Consumer<Route> setting) {
    try {
      Route copy = (Route) clone();
      setting.accept(copy);
      return copy;
    } catch (CloneNotSupportedException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** Returns the name, as AWS writes it. */
  public String operation() {
    return operation;
  }

  /** Returns the HTTP method. */
  public String method() {
    return method;
  }

  /** Returns what the request must address. */
  public Level level() {
    return level;
  }

  /** Returns the parameters that must be there. */
  public List<String> queryKeys() {
    return queryKeys;
  }

  /** Returns the parameters that must have this value. */
  public Map<String, String> queryValues() {
    return queryValues;
  }

  /** Returns the headers that must be there. */
  public List<String> headers() {
    return headers;
  }

  /** Returns the IAM action, such as {@code s3:DeleteObject}. */
  public String action() {
    return action;
  }

  /** Returns what happens with the body. */
  public BodyRule body() {
    return body;
  }

  /** Returns whether a missing bucket is 404 before the operation is asked. */
  public boolean bucketMustExist() {
    return bucketMustExist;
  }

  /** Returns what the operation makes of a bucket whose requesters pay. */
  public PayerRule payer() {
    return payer;
  }

  /** Returns the service that requests are signed for. */
  public SigningService signedFor() {
    return signedFor;
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

  @Override
  public String toString() {
    return operation;
  }
}
