package dev.s3emulator.internal.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.s3emulator.internal.auth.FormAuthenticator.Signer;
import dev.s3emulator.internal.auth.sigv4.Hmac;
import dev.s3emulator.internal.auth.sigv4.SignatureMismatch;
import dev.s3emulator.internal.protocol.Caller;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.form.FormFields;
import java.util.Base64;
import java.util.Optional;

/** Signature Version 2 in the fields of a form: it is over the policy as sent. */
final class FormSigV2 {

  static final String ACCESS_KEY = "AWSAccessKeyId";
  static final String SIGNATURE = "signature";

  private final AuthenticationRules rules;

  FormSigV2(AuthenticationRules rules) {
    this.rules = rules;
  }

  Signer signer(FormFields fields, String policy) {
    return new Signer(caller(fields, policy), SignatureVersion.V2, Optional.empty());
  }

  private Caller caller(FormFields fields, String policy) {
    String accessKeyId = fields.get(ACCESS_KEY).orElse("");
    Optional<Credential> known = rules.credentials().find(accessKeyId);
    if (rules.isTakenOnTrust(known)) {
      return rules.stranger(accessKeyId);
    }
    Credential credential =
        rules.require(known, accessKeyId, fields.get(S3Headers.SECURITY_TOKEN).orElse(null));
    String signature = fields.get(SIGNATURE).orElse("");
    if (!sign(policy, credential.secretAccessKey()).equals(signature)) {
      throw SignatureMismatch.of(accessKeyId, policy, signature)
          .because(
              "The field policy, as sent, was not signed with the secret of " + accessKeyId + ".");
    }
    return credential.caller();
  }

  private static String sign(String policy, String secret) {
    byte[] code = new Hmac("SHA-1", secret.getBytes(UTF_8)).sign(policy.getBytes(UTF_8));
    return Base64.getEncoder().encodeToString(code);
  }
}
