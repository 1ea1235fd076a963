package dev.s3emulator.internal.pipeline;

import dev.s3emulator.internal.auth.AccessDecision;
import dev.s3emulator.internal.auth.Authentication;
import dev.s3emulator.internal.auth.AuthenticationMode;
import dev.s3emulator.internal.auth.AuthenticationType;
import dev.s3emulator.internal.auth.Authorizer;
import dev.s3emulator.internal.auth.Identities;
import dev.s3emulator.internal.auth.SignatureVersion;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.Caller;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.journal.RecordedRequest;
import dev.s3emulator.journal.RequestJournal;
import dev.s3emulator.store.BlobStores;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds out what a request would be answered, by performing it on a copy of everything: the state
 * is a value, so the copy costs nothing, and what the request does to it is dropped with it.
 *
 * <p>The request needs no signature, since its caller is given. It goes through the same pipeline
 * as any other. Its bytes go to memory of the rehearsal's own, its record to a journal of its own.
 * Safe for use by many threads.
 */
public final class Rehearsal {

  private final S3Engine engine;
  private final List<String> domains;
  private final Identities identities;
  private final AuthenticationMode mode;

  /** Makes the rehearsals of one server; the parameters are those of {@link RequestPipeline}. */
  public Rehearsal(
      S3Engine engine, List<String> domains, Identities identities, AuthenticationMode mode) {
    this.engine = engine;
    this.domains = domains;
    this.identities = identities;
    this.mode = mode;
  }

  /** Performs a request that the caller has signed, or that is not signed if it is nobody. */
  public Outcome perform(RequestHead head, byte[] body, Caller caller) {
    S3Engine copy = engine.fork(BlobStores.inMemory());
    Authorizer authorizer = RequestPipeline.authorizer(copy, identities);
    List<AccessDecision> decisions = new ArrayList<>();
    AccessControl access =
        new AccessControl(
            copy,
            identities,
            mode,
            new GivenCaller(authentication(caller), copy::instant),
            identities.secondFactors().copy(),
            request -> {
              AccessDecision decision = authorizer.decide(request);
              decisions.add(decision);
              return decision;
            });
    RequestJournal journal = new RequestJournal(1);
    RequestExchange exchange =
        new RequestPipeline(copy, domains, journal, access, ExchangeObserver.NONE).begin(head);
    if (!exchange.isRefused()) {
      exchange.receive(ByteBuffer.wrap(body));
    }
    exchange.complete();
    RecordedRequest record = journal.requests().get(0);
    return new Outcome(record, decisions.stream().map(AccessDecision::reason).distinct().toList());
  }

  private Authentication authentication(Caller caller) {
    return caller.isAnonymous()
        ? Authentication.ANONYMOUS
        : new Authentication(
            caller,
            AuthenticationType.HEADER,
            Optional.of(SignatureVersion.V4),
            Optional.of(engine.instant()),
            Optional.empty(),
            Optional.empty());
  }

  /**
   * What came of it.
   *
   * @param request the request as a journal would have it
   * @param reasons why each thing that it asked permission for was allowed or not, in order
   */
  public record Outcome(RecordedRequest request, List<String> reasons) {}
}
