package dev.s3emulator.internal.pipeline;

import dev.s3emulator.internal.auth.Authentication;
import dev.s3emulator.internal.auth.FormAuthentication;
import dev.s3emulator.internal.auth.FormAuthenticator;
import dev.s3emulator.internal.protocol.QueryParameters;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.protocol.RequestTarget;
import dev.s3emulator.internal.protocol.SigningService;
import dev.s3emulator.internal.protocol.form.FormFields;
import java.time.InstantSource;

/**
 * Says of every request that this one makes it, whatever its signature.
 *
 * @param authentication what a signature would prove
 * @param clock the emulator's time, at which policies of forms end
 */
record GivenCaller(Authentication authentication, InstantSource clock) implements CallerSource {

  @Override
  public Authentication authenticate(
      RequestHead head, RequestTarget target, QueryParameters query, SigningService service) {
    return authentication;
  }

  @Override
  public FormAuthentication authenticate(FormFields fields, RequestTarget target) {
    return FormAuthenticator.ofKnown(authentication, fields, target, clock.instant());
  }
}
