package dev.s3emulator.internal.pipeline;

import dev.s3emulator.internal.auth.Authentication;
import dev.s3emulator.internal.auth.AuthenticationMode;
import dev.s3emulator.internal.auth.Authenticator;
import dev.s3emulator.internal.auth.FormAuthentication;
import dev.s3emulator.internal.auth.FormAuthenticator;
import dev.s3emulator.internal.auth.Identities;
import dev.s3emulator.internal.domain.Region;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.QueryParameters;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.protocol.RequestTarget;
import dev.s3emulator.internal.protocol.SigningService;
import dev.s3emulator.internal.protocol.form.FormFields;

/** Finds out by its signature who makes a request. */
final class SignedCallers implements CallerSource {

  private final S3Engine engine;
  private final Authenticator authenticator;
  private final FormAuthenticator formAuthenticator;

  SignedCallers(S3Engine engine, Identities identities, AuthenticationMode mode) {
    this.engine = engine;
    authenticator =
        new Authenticator(
            identities, mode, identities.defaultCaller(), engine::instant, this::region);
    formAuthenticator =
        new FormAuthenticator(
            identities, mode, identities.defaultCaller(), engine::instant, this::region);
  }

  @Override
  public Authentication authenticate(
      RequestHead head, RequestTarget target, QueryParameters query, SigningService service) {
    return authenticator.authenticate(head, target, query, service);
  }

  @Override
  public FormAuthentication authenticate(FormFields fields, RequestTarget target) {
    return formAuthenticator.authenticate(fields, target);
  }

  /** Returns the region that a request must be signed for. */
  private Region region(RequestTarget target) {
    String name = target.bucketName();
    return name == null
        ? engine.region()
        : engine
            .state()
            .bucket(name)
            .map(bucket -> new Region(bucket.settings().region()))
            .orElseGet(engine::region);
  }
}
