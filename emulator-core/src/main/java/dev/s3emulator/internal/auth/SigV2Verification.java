package dev.s3emulator.internal.auth;

import dev.s3emulator.internal.auth.sigv2.SigV2Diagnosis;
import dev.s3emulator.internal.auth.sigv2.StringToSign;
import dev.s3emulator.internal.auth.sigv4.SignatureMismatch;
import dev.s3emulator.internal.protocol.Caller;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The end that both forms of Signature Version 2 share: access key, token, signature. */
final class SigV2Verification {

  private final AuthenticationRules rules;

  SigV2Verification(AuthenticationRules rules) {
    this.rules = rules;
  }

  Caller verify(StringToSign signed, String accessKeyId, String signature, @Nullable String token) {
    Optional<Credential> known = rules.credentials().find(accessKeyId);
    if (rules.isTakenOnTrust(known)) {
      return rules.stranger(accessKeyId);
    }
    Credential credential = rules.require(known, accessKeyId, token);
    if (!signed.isSignedWith(credential.secretAccessKey(), signature)) {
      throw SignatureMismatch.of(accessKeyId, signed.text(), signature)
          .because(SigV2Diagnosis.explain(signed, signature, credential.secretAccessKey()));
    }
    return credential.caller();
  }
}
