package dev.s3emulator.internal.pipeline;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.configuration.CorsConfiguration;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.CorsHeaders;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.Addressing;
import java.util.List;
import java.util.Optional;

/**
 * Tells browsers whether a page from elsewhere may see an answer, be it an error.
 *
 * <p>It reads the head for itself, since also a request that went nowhere is answered. A preflight
 * is a request of its own and has said all.
 */
final class CorsAnswers {

  private final Addressing addressing;
  private final S3Engine engine;

  CorsAnswers(Addressing addressing, S3Engine engine) {
    this.addressing = addressing;
    this.engine = engine;
  }

  /** Adds the headers of the rule that allows this request, if a page asks and one does. */
  void addTo(S3Response.Builder response, RequestHead head) {
    String origin = CorsHeaders.origin(head.headers()).orElse(null);
    if (origin == null || head.method().equals("OPTIONS")) {
      return;
    }
    bucketOf(head)
        .flatMap(bucket -> bucket.settings().configuration(CorsConfiguration.class))
        .flatMap(cors -> cors.ruleFor(origin, head.method(), List.of()))
        .ifPresent(rule -> CorsHeaders.add(response, rule, origin));
  }

  private Optional<Bucket> bucketOf(RequestHead head) {
    try {
      String name = addressing.resolve(head).bucketName();
      return name == null ? Optional.empty() : engine.state().bucket(name);
    } catch (S3Exception malformed) {
      // What the path means is not known, so no rule is for it.
      return Optional.empty();
    }
  }
}
