package dev.s3emulator.internal.routing;

import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.protocol.QueryParameters;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.protocol.RequestTarget;
import dev.s3emulator.internal.protocol.RequestTarget.Level;
import dev.s3emulator.internal.protocol.SigningService;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the operation that a request means.
 *
 * <p>Routes are indexed by method and level and tried from the most to the least specific, so the
 * order of registration means nothing. A request that names a sub-resource reaches an operation of
 * that sub-resource or none: {@code DELETE /bucket?versioning} never deletes a bucket.
 *
 * <p>What a client signs for another service than S3 reaches the operations of that service, for
 * which the rules of S3's URLs do not count. If there is none, it is a wrong signature.
 */
public final class RouteTable {

  private static final List<String> METHODS =
      List.of("GET", "HEAD", "PUT", "POST", "DELETE", "PATCH", "OPTIONS");

  private final Map<String, List<Candidate>> candidates = new HashMap<>();

  /**
   * Makes the table.
   *
   * @param operations the operations that answer
   * @param notEmulated the routes of those that answer 501 and name themselves
   * @throws IllegalArgumentException if two routes would match the same requests
   */
  public RouteTable(List<? extends Operation> operations, List<Route> notEmulated) {
    operations.forEach(operation -> add(new Candidate(operation.route(), operation)));
    notEmulated.forEach(route -> add(new Candidate(route, null)));
    candidates
        .values()
        .forEach(
            list ->
                list.sort(
                    Comparator.comparingInt((Candidate c) -> c.route.specificity()).reversed()));
  }

  private void add(Candidate candidate) {
    Route route = candidate.route;
    List<Candidate> list =
        candidates.computeIfAbsent(
            indexKey(route.method(), route.level()).concat(suffix(route.signedFor())),
            key -> new ArrayList<>());
    for (Candidate other : list) {
      if (other.route.queryKeys().equals(route.queryKeys())
          && other.route.queryValues().equals(route.queryValues())
          && other.route.headers().equals(route.headers())) {
        throw new IllegalArgumentException(
            route.operation() + " and " + other.route.operation() + " have the same route");
      }
    }
    list.add(candidate);
  }

  /**
   * Returns what the request means.
   *
   * @throws S3Exception if the URL is wrong in a way that S3 reports before it looks at credentials
   */
  public Match match(RequestHead head, RequestTarget target, QueryParameters query) {
    if (!METHODS.contains(head.method())) {
      throw S3Exception.of(S3Error.BAD_REQUEST);
    }
    if (head.method().equals("OPTIONS")) {
      return matchPreflight(head, target, query);
    }
    SigningService service = SigningService.of(head, query);
    if (service != SigningService.S3 && !target.isWebsite()) {
      Optional<Match> found = matchElsewhere(service, head, target, query);
      if (found.isPresent()) {
        return found.get();
      }
    }
    return switch (target.level()) {
      case SERVICE -> matchService(head, target, query);
      case BUCKET -> matchBucket(head, target, query);
      case OBJECT -> matchKey(head, target, query);
      case WEBSITE -> matchPage(head, target, query);
    };
  }

  private Optional<Match> matchElsewhere(
      SigningService service, RequestHead head, RequestTarget target, QueryParameters query) {
    String key = indexKey(head.method(), target.level()).concat(suffix(service));
    for (Candidate candidate : candidates.getOrDefault(key, List.of())) {
      if (candidate.route.matches(query, head.headers())) {
        return Optional.of(candidate.toMatch(target));
      }
    }
    return service.owns(target)
        ? Optional.of(
            new Match(target, service, null, null, S3Exception.notEmulated(service.feature())))
        : Optional.empty();
  }

  private static String suffix(SigningService service) {
    return service == SigningService.S3 ? "" : " " + service;
  }

  /** A preflight asks a bucket, whatever the path holds; its query is that of another request. */
  private Match matchPreflight(RequestHead head, RequestTarget target, QueryParameters query) {
    for (Candidate candidate :
        candidates.getOrDefault(indexKey(head.method(), Level.BUCKET), List.of())) {
      if (candidate.route.matches(query, head.headers())) {
        return candidate.toMatch(target);
      }
    }
    return Match.refused(target, S3Exception.notEmulated("CORS preflight requests (OPTIONS)"));
  }

  private Match matchService(RequestHead head, RequestTarget target, QueryParameters query) {
    UrlRules.checkServiceUrl(query);
    return find(head, target, query)
        .orElseGet(() -> Match.refused(target, methodNotAllowed(head, "SERVICE", List.of("GET"))));
  }

  private Match matchBucket(RequestHead head, RequestTarget target, QueryParameters query) {
    SubResource subResource = UrlRules.subResourceAtBucket(query);
    UrlRules.checkBucketUrl(head, query, subResource);
    if (subResource == null) {
      return find(head, target, query).orElseGet(() -> refusePlainBucket(head, target));
    }
    return matchSubResource(head, target, query, subResource);
  }

  private static Match refusePlainBucket(RequestHead head, RequestTarget target) {
    S3Exception refusal =
        head.method().equals("POST")
            ? S3Exception.notEmulated("POST Object (uploads by HTML forms)")
            : methodNotAllowed(head, "BUCKET", List.of("HEAD", "DELETE", "POST", "GET", "PUT"));
    return Match.refused(target, refusal);
  }

  private Match matchKey(RequestHead head, RequestTarget target, QueryParameters query) {
    SubResource ofBucket = UrlRules.bucketSubResourceAtKey(query);
    if (ofBucket != null) {
      UrlRules.checkBucketUrl(head, query, ofBucket);
      return matchSubResource(head, target.bucketOnly(), query, ofBucket);
    }
    SubResource subResource = UrlRules.subResourceAtKey(head, query);
    UrlRules.checkKeyUrl(head, query, subResource);
    if (subResource == null) {
      return find(head, target, query)
          .orElseGet(
              () ->
                  Match.refused(
                      target,
                      methodNotAllowed(head, "OBJECT", List.of("HEAD", "DELETE", "GET", "PUT"))));
    }
    return matchSubResource(head, target, query, subResource);
  }

  /** A website knows no sub-resources and no parameters: it ignores the query. */
  private Match matchPage(RequestHead head, RequestTarget target, QueryParameters query) {
    return find(head, target, query)
        .orElseGet(
            () -> Match.refused(target, methodNotAllowed(head, "OBJECT", List.of("GET", "HEAD"))));
  }

  private Match matchSubResource(
      RequestHead head, RequestTarget target, QueryParameters query, SubResource subResource) {
    if (!subResource.methods().contains(head.method())) {
      return Match.refused(
          target, methodNotAllowed(head, subResource.resourceType(), subResource.methods()));
    }
    for (Candidate candidate : candidatesFor(head, target)) {
      if (candidate.route.queryKeys().contains(subResource.name())
          && candidate.route.matches(query, head.headers())) {
        return candidate.toMatch(target);
      }
    }
    return Match.refused(
        target,
        S3Exception.notEmulated(
            head.method() + " of the ?" + subResource.name() + " sub-resource"));
  }

  private Optional<Match> find(RequestHead head, RequestTarget target, QueryParameters query) {
    for (Candidate candidate : candidatesFor(head, target)) {
      if (candidate.route.matches(query, head.headers())) {
        return Optional.of(candidate.toMatch(target));
      }
    }
    return Optional.empty();
  }

  private List<Candidate> candidatesFor(RequestHead head, RequestTarget target) {
    return candidates.getOrDefault(indexKey(head.method(), target.level()), List.of());
  }

  private static String indexKey(String method, Level level) {
    return switch (level) {
      case SERVICE -> method;
      case BUCKET -> method.concat(" /b");
      case OBJECT -> method.concat(" /b/k");
      case WEBSITE -> method.concat(" website");
    };
  }

  private static S3Exception methodNotAllowed(
      RequestHead head, String resourceType, List<String> allowed) {
    return S3Exception.of(S3Error.METHOD_NOT_ALLOWED)
        .with("Method", head.method())
        .with("ResourceType", resourceType)
        .header("Allow", String.join(", ", allowed));
  }

  /**
   * What a request means.
   *
   * @param target what it acts on, which may be the bucket although the path holds a key
   * @param signedFor the service that the request must be signed for, if it is
   * @param operationName the name of the operation, also of one that is not emulated, or null when
   *     the request means none
   * @param operation the operation, or null when the request is refused
   * @param refusal what S3 answers instead, once the credentials have been checked
   */
  public record Match(
      RequestTarget target,
      SigningService signedFor,
      @Nullable String operationName,
      @Nullable Operation operation,
      @Nullable S3Exception refusal) {

    private static Match refused(RequestTarget target, S3Exception refusal) {
      return new Match(target, SigningService.S3, null, null, refusal);
    }
  }

  private record Candidate(Route route, @Nullable Operation operation) {
    Match toMatch(RequestTarget target) {
      S3Exception refusal = operation == null ? S3Exception.notEmulated(route.operation()) : null;
      return new Match(target, route.signedFor(), route.operation(), operation, refusal);
    }
  }
}
