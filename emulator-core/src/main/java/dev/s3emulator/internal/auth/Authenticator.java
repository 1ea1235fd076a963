package dev.s3emulator.internal.auth;

import dev.s3emulator.internal.domain.Region;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.protocol.Caller;
import dev.s3emulator.internal.protocol.QueryParameters;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.protocol.RequestTarget;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * Finds out who makes a request and verifies the signature that says so. Safe for use by many
 * threads.
 */
@SuppressWarnings("UnusedVariable") // The forms of signatures come one by one.
public final class Authenticator {

  private final Credentials credentials;
  private final AuthenticationMode mode;
  private final Caller defaultCaller;
  private final InstantSource clock;
  private final Function<RequestTarget, Region> regions;

  /**
   * Makes the authenticator of one server.
   *
   * @param defaultCaller as whom unknown access keys act in the lenient mode
   * @param clock the emulator's time, which expiry and skew are compared with
   * @param regions the region that a request to a target must be signed for: that of the bucket if
   *     it exists, otherwise that of the endpoint
   */
  public Authenticator(
      Credentials credentials,
      AuthenticationMode mode,
      Caller defaultCaller,
      InstantSource clock,
      Function<RequestTarget, Region> regions) {
    this.credentials = credentials;
    this.mode = mode;
    this.defaultCaller = defaultCaller;
    this.clock = clock;
    this.regions = regions;
  }

  /**
   * Authenticates a request.
   *
   * @param head the head as received, without anything taken from the query
   * @param target what host and path address, before any sub-resource was looked at
   * @param query the decoded query
   * @throws S3Exception in the order and with the texts of protocol-notes 6
   */
  public Authentication authenticate(
      RequestHead head, RequestTarget target, QueryParameters query) {
    return Authentication.ANONYMOUS;
  }
}
