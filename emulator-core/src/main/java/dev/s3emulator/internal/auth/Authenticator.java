package dev.s3emulator.internal.auth;

import dev.s3emulator.internal.auth.sigv4.SignedRequest;
import dev.s3emulator.internal.domain.Region;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.protocol.Caller;
import dev.s3emulator.internal.protocol.QueryParameters;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.protocol.RequestTarget;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.SigningService;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who makes a request and verifies the signature that says so (protocol-notes 6).
 *
 * <p>What a signature is checked for depends on the mode:
 *
 * <ul>
 *   <li>its form, and the end of a presigned URL, always;
 *   <li>everything that it covers, the session token and its end: for known keys, in both modes;
 *   <li>that the key is known, the skew of the client's clock and the region: in the strict mode.
 * </ul>
 *
 * <p>Safe for use by many threads.
 */
public final class Authenticator {

  private static final String SIGV4A = "AWS4-ECDSA-P256-SHA256";

  private final SigV4Header sigV4Header;
  private final SigV4Query sigV4Query;
  private final SigV2Header sigV2Header;
  private final SigV2Query sigV2Query;

  /**
   * Makes the authenticator of one server.
   *
   * @param defaultCaller as whom unknown access keys act in the lenient mode
   * @param clock the emulator's time, which expiry and skew are compared with
   * @param regions the region that a request to a target must be signed for: that of the bucket if
   *     it exists, otherwise that of the endpoint; asked in the strict mode only
   */
  public Authenticator(
      Credentials credentials,
      AuthenticationMode mode,
      Caller defaultCaller,
      InstantSource clock,
      Function<RequestTarget, Region> regions) {
    AuthenticationRules rules =
        new AuthenticationRules(credentials, mode, defaultCaller, clock, regions);
    SigV4Verification sigV4 = new SigV4Verification(rules);
    sigV4Header = new SigV4Header(rules, sigV4);
    sigV4Query = new SigV4Query(rules, sigV4);
    SigV2Verification sigV2 = new SigV2Verification(rules);
    sigV2Header = new SigV2Header(rules, sigV2);
    sigV2Query = new SigV2Query(rules, sigV2);
  }

  /**
   * Authenticates a request.
   *
   * @param head the head as received, without anything taken from the query
   * @param target what host and path address, before any sub-resource was looked at
   * @param query the decoded query
   * @param service the service that the request must be signed for
   * @throws S3Exception in the order and with the texts of protocol-notes 6
   */
  public Authentication authenticate(
      RequestHead head, RequestTarget target, QueryParameters query, SigningService service) {
    String authorization = head.headers().first(S3Headers.AUTHORIZATION);
    boolean v4 = query.contains(SigV4Query.ALGORITHM);
    boolean v2 = query.contains(SigV2Query.SIGNATURE);
    requireOnlyOne(authorization, v4, v2);
    if (authorization != null) {
      return ofHeader(head, target, query, service, authorization);
    }
    if (v4) {
      return sigV4Query.authenticate(head, target, service, query);
    }
    if (v2 || query.contains(SigV2Query.ACCESS_KEY)) {
      return sigV2Query.authenticate(head, target, query);
    }
    return Authentication.ANONYMOUS;
  }

  private static void requireOnlyOne(@Nullable String authorization, boolean v4, boolean v2) {
    boolean inHeader = authorization != null;
    if ((inHeader && (v4 || v2)) || (v4 && v2)) {
      S3Exception refused =
          S3Exception.invalidArgument(
              "Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature"
                  + " query string parameter or the Authorization header should be specified",
              S3Headers.AUTHORIZATION);
      throw authorization == null ? refused : refused.with("ArgumentValue", authorization);
    }
  }

  private Authentication ofHeader(
      RequestHead head,
      RequestTarget target,
      QueryParameters query,
      SigningService service,
      String authorization) {
    int blank = authorization.indexOf(' ');
    if (blank < 0) {
      throw SigV2Header.notOneBlank(authorization);
    }
    String rest = authorization.substring(blank + 1);
    return switch (authorization.substring(0, blank).toUpperCase(Locale.ROOT)) {
      case SignedRequest.ALGORITHM -> sigV4Header.authenticate(head, target, service, rest);
      case SIGV4A -> throw sigV4aNotEmulated();
      case SigV2Header.SCHEME -> sigV2Header.authenticate(head, target, query, rest);
      default ->
          throw S3Exception.invalidArgument(
              "Unsupported Authorization Type", S3Headers.AUTHORIZATION, authorization);
    };
  }

  static S3Exception sigV4aNotEmulated() {
    return S3Exception.notEmulated("Signature Version 4A");
  }
}
