package dev.s3emulator.internal.auth;

import static dev.s3emulator.internal.auth.AuthenticationMode.STRICT;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.Region;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.protocol.Caller;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.protocol.QueryParameters;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.protocol.SigningService;
import dev.s3emulator.internal.routing.Addressing;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An authenticator with AWS's example key and a clock that a test sets. */
public final class Authenticating implements Credentials {

  /** When AWS's examples were signed. */
  public static final Instant SIGNED = Instant.parse("2013-05-24T00:00:00Z");

  public static final Caller ALICE =
      Caller.root(new Owner("111122223333", "a".repeat(64), "alice")).withAccessKey("AKALICE");

  private final Map<String, Credential> keys = new LinkedHashMap<>();
  private final Authenticator authenticator;
  private Instant now = SIGNED;

  /** Makes a strict one for us-east-1. */
  public Authenticating() {
    this(STRICT);
  }

  /** Makes one that knows AWS's example key. */
  public Authenticating(AuthenticationMode mode) {
    authenticator =
        new Authenticator(
            this, mode, Caller.root(Owner.DEFAULT), () -> now, target -> Region.US_EAST_1);
    add(Credential.permanent(Signer.ACCESS_KEY, Signer.SECRET, Caller.root(Owner.DEFAULT)));
  }

  /** Registers a key. */
  public void add(Credential credential) {
    keys.put(credential.accessKeyId(), credential);
  }

  /** Sets the clock. */
  public void at(Instant time) {
    now = time;
  }

  /** Authenticates. */
  public Authentication authenticate(RequestHead head) {
    return authenticator.authenticate(
        head,
        new Addressing(List.of()).resolve(head),
        QueryParameters.parse(head.rawQuery()),
        SigningService.S3);
  }

  /** Authenticates and returns the refusal. */
  public S3Exception refusal(RequestHead head) {
    S3Exception refusal = catchThrowableOfType(S3Exception.class, () -> authenticate(head));
    if (refusal == null) {
      throw new AssertionError("The request was accepted");
    }
    return refusal;
  }

  /** What an error says: code, message and elements, one a line. */
  public static String shown(S3Exception refusal) {
    StringBuilder text = new StringBuilder();
    text.append(refusal.error().status()).append(' ').append(refusal.error().code());
    text.append('\n').append(refusal.text());
    refusal
        .elements()
        .forEach(e -> text.append('\n').append(e.getKey()).append('=').append(e.getValue()));
    return text.toString();
  }

  /** The request with a header more. */
  public static RequestHead plus(RequestHead head, String name, String value) {
    return with(head, Headers.builder().addAll(head.headers()).add(name, value).build());
  }

  /** The request with another value of a header, or without it when that is null. */
  public static RequestHead changed(RequestHead head, String name, String value) {
    Headers.Builder headers = Headers.builder();
    head.headers()
        .forEach(
            (each, old) -> {
              if (!each.equalsIgnoreCase(name)) {
                headers.add(each, old);
              } else if (value != null) {
                headers.add(each, value);
              }
            });
    return with(head, headers.build());
  }

  /** The request with other headers. */
  public static RequestHead with(RequestHead head, Headers headers) {
    return new RequestHead(
        head.method(), head.rawPath(), head.rawQuery(), headers, false, "127.0.0.1");
  }

  /** The request with another query. */
  public static RequestHead query(RequestHead head, String query) {
    return new RequestHead(
        head.method(), head.rawPath(), query, head.headers(), false, "127.0.0.1");
  }

  @Override
  public Optional<Credential> find(String accessKeyId) {
    return Optional.ofNullable(keys.get(accessKeyId));
  }

  @Override
  public List<Credential> all() {
    return List.copyOf(keys.values());
  }
}
