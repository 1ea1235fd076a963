package dev.s3emulator.internal.routing;

import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.checksum.ChecksumAlgorithm;
import dev.s3emulator.internal.protocol.NeededAction;
import dev.s3emulator.internal.protocol.RequestTarget;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import java.util.List;
import java.util.Optional;

/**
 * One operation of S3.
 *
 * <p>The pipeline calls the three methods in this order for one request, with the checks of S3 that
 * every operation shares in between. Each may throw {@link S3Exception}. None blocks, and one
 * instance serves all requests at once.
 */
public interface Operation {

  /** Returns which requests this operation answers. */
  Route route();

  /**
   * Checks the query: what S3 refuses before it looks at credentials and bucket (protocol-notes
   * 31).
   */
  default void checkUrl(S3Request request) {}

  /**
   * Checks the headers: what S3 refuses when the bucket is there and permits the request, but
   * before it reads the body. A client that sent {@code Expect: 100-continue} is refused here
   * without having sent its body.
   */
  default void checkHead(S3Request request) {}

  /**
   * Returns the algorithm of the checksum that is kept of an uploaded body, whatever the client
   * sends, or empty when the client chooses it. Asked after {@link #checkHead}.
   */
  default Optional<ChecksumAlgorithm> keptChecksum(S3Request request) {
    return Optional.empty();
  }

  /**
   * Returns whether the head of a request says who makes it. Nobody signs a preflight, whose query
   * is that of another request, and a form says it in its fields.
   */
  default boolean signedInHead() {
    return true;
  }

  /**
   * Returns whether the operation asks {@link S3Request#access} itself, for each key of a batch,
   * instead of the pipeline asking once for the action of the route.
   */
  default boolean authorizesItself() {
    return false;
  }

  /**
   * Returns the IAM actions that this request needs on what it addresses; the caller must be
   * allowed all of them. Headers can ask for more than the route says, such as tags with an upload.
   */
  default List<NeededAction> actions(S3Request request) {
    return List.of(NeededAction.of(route().action()));
  }

  /**
   * Returns what a request acts on, as access logs and the journal have it: what its URL addresses,
   * unless the body, which is complete, says more.
   */
  default RequestTarget target(S3Request request) {
    return request.target();
  }

  /** Returns what S3 tells nobody in particular who may not perform this. */
  default S3Exception refusalOfAnonymous() {
    return S3Exception.of(S3Error.ACCESS_DENIED);
  }

  /** Performs the operation. The body, if the route has one, is complete and verified. */
  S3Response handle(S3Request request);
}
