package dev.s3emulator.internal.auth;

import dev.s3emulator.internal.auth.post.LengthRange;
import dev.s3emulator.internal.auth.post.PostPolicy;
import dev.s3emulator.internal.domain.Region;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.protocol.Caller;
import dev.s3emulator.internal.protocol.RequestTarget;
import dev.s3emulator.internal.protocol.form.FormFields;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds out who signed the policy of a form and whether the form keeps to it (protocol-notes 18).
 *
 * <p>The modes mean for forms what they mean for {@link Authenticator}: in the lenient one an
 * unknown key is taken on trust, but its policy counts. Safe for use by many threads.
 */
public final class FormAuthenticator {

  private static final List<String> OF_V4 =
      List.of(FormSigV4.SIGNATURE, FormSigV4.ALGORITHM, FormSigV4.CREDENTIAL, FormSigV4.DATE);

  private static final List<String> OF_V2 = List.of(FormSigV2.SIGNATURE, FormSigV2.ACCESS_KEY);

  private final InstantSource clock;
  private final FormSigV4 sigV4;
  private final FormSigV2 sigV2;

  /** Makes the authenticator of one server; the parameters are those of {@link Authenticator}. */
  public FormAuthenticator(
      Credentials credentials,
      AuthenticationMode mode,
      Caller defaultCaller,
      InstantSource clock,
      Function<RequestTarget, Region> regions) {
    AuthenticationRules rules =
        new AuthenticationRules(credentials, mode, defaultCaller, clock, regions);
    this.clock = clock;
    sigV4 = new FormSigV4(rules);
    sigV2 = new FormSigV2(rules);
  }

  /**
   * Authenticates a form, whose key must be there.
   *
   * @throws S3Exception what S3 says of the first thing that is wrong
   */
  public FormAuthentication authenticate(FormFields fields, RequestTarget target) {
    required(fields, "key");
    boolean v4 = hasOneOf(fields, OF_V4);
    boolean v2 = hasOneOf(fields, OF_V2);
    if (fields.get("policy").isEmpty() && !v4 && !v2) {
      return new FormAuthentication(Authentication.ANONYMOUS, LengthRange.ANY);
    }
    String base64 = required(fields, "policy");
    // Without any signature the missing one is that of Version 4, as recorded.
    (v2 && !v4 ? OF_V2 : OF_V4).forEach(name -> required(fields, name));
    Signer signer = v2 && !v4 ? sigV2.signer(fields, base64) : sigV4.signer(fields, base64, target);
    PostPolicy policy = keptPolicy(base64, fields, target, clock.instant());
    return new FormAuthentication(
        new Authentication(
            signer.caller(),
            AuthenticationType.POST,
            Optional.of(signer.version()),
            signer.signedAt(),
            Optional.of(policy.expiration()),
            Optional.empty()),
        policy.lengths());
  }

  /**
   * Judges a form whose sender is known from elsewhere: what is about its signature may be missing,
   * but it keeps to its policy if it has one.
   *
   * @throws S3Exception as {@link #authenticate(FormFields, RequestTarget)}
   */
  public static FormAuthentication ofKnown(
      Authentication sender, FormFields fields, RequestTarget target, Instant now) {
    required(fields, "key");
    Optional<PostPolicy> policy =
        fields.get("policy").map(base64 -> keptPolicy(base64, fields, target, now));
    return new FormAuthentication(
        policy.isEmpty() || sender.caller().isAnonymous()
            ? sender
            : new Authentication(
                sender.caller(),
                AuthenticationType.POST,
                sender.version(),
                sender.signedAt(),
                Optional.of(policy.get().expiration()),
                Optional.empty()),
        policy.map(PostPolicy::lengths).orElse(LengthRange.ANY));
  }

  private static PostPolicy keptPolicy(
      String base64, FormFields fields, RequestTarget target, Instant now) {
    PostPolicy policy = PostPolicy.parse(base64);
    policy.check(fields.values(), bucketOf(target), now);
    return policy;
  }

  private static String bucketOf(RequestTarget target) {
    String name = target.bucketName();
    return name == null ? "" : name;
  }

  private static boolean hasOneOf(FormFields fields, List<String> names) {
    return names.stream().anyMatch(name -> fields.get(name).isPresent());
  }

  private static String required(FormFields fields, String name) {
    return fields
        .get(name)
        .filter(value -> !value.isEmpty())
        .orElseThrow(
            () ->
                S3Exception.invalidArgument(
                    "Bucket POST must contain a field named '"
                        + name
                        + "'.  If it is specified, please check the order of the fields.",
                    name,
                    ""));
  }

  /** Who signed a policy, how and when. */
  record Signer(Caller caller, SignatureVersion version, Optional<Instant> signedAt) {}
}
