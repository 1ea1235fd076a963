package dev.s3emulator.internal.auth;

import dev.s3emulator.internal.auth.FormAuthenticator.Signer;
import dev.s3emulator.internal.auth.sigv4.AmzDate;
import dev.s3emulator.internal.auth.sigv4.CredentialErrors;
import dev.s3emulator.internal.auth.sigv4.CredentialScope;
import dev.s3emulator.internal.auth.sigv4.SignatureMismatch;
import dev.s3emulator.internal.auth.sigv4.SignedRequest;
import dev.s3emulator.internal.auth.sigv4.SigningKeys;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.protocol.Caller;
import dev.s3emulator.internal.protocol.RequestTarget;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.SigningService;
import dev.s3emulator.internal.protocol.form.FormFields;
import java.util.Optional;

/**
 * Signature Version 4 in the fields of a form: it is over the policy as sent. What is wrong with a
 * credential is worded as in queries, since S3's wording for forms is not known.
 */
final class FormSigV4 {

  static final String ALGORITHM = "X-Amz-Algorithm";
  static final String CREDENTIAL = "X-Amz-Credential";
  static final String DATE = "X-Amz-Date";
  static final String SIGNATURE = "X-Amz-Signature";

  private static final String SIGV4A = "AWS4-ECDSA-P256-SHA256";

  private final AuthenticationRules rules;
  private final SigningKeys keys = new SigningKeys();

  FormSigV4(AuthenticationRules rules) {
    this.rules = rules;
  }

  Signer signer(FormFields fields, String policy, RequestTarget target) {
    String algorithm = fields.get(ALGORITHM).orElse("");
    if (algorithm.equals(SIGV4A)) {
      throw Authenticator.sigV4aNotEmulated();
    }
    if (!algorithm.equals(SignedRequest.ALGORITHM)) {
      throw malformed(
          "X-Amz-Algorithm only supports \"AWS4-HMAC-SHA256 and AWS4-ECDSA-P256-SHA256\"");
    }
    AmzDate date = AmzDate.parse(fields.get(DATE).orElse(""));
    if (date == null) {
      throw malformed("X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"");
    }
    CredentialScope scope =
        CredentialScope.parse(fields.get(CREDENTIAL).orElse(""), CredentialErrors.QUERY);
    scope.check(rules.expectedRegion(target), SigningService.S3, CredentialErrors.QUERY);
    scope.checkDate(date, CredentialErrors.QUERY);
    return new Signer(caller(fields, policy, scope), SignatureVersion.V4, Optional.of(date.time()));
  }

  private Caller caller(FormFields fields, String policy, CredentialScope scope) {
    Optional<Credential> known = rules.credentials().find(scope.accessKeyId());
    if (rules.isTakenOnTrust(known)) {
      return rules.stranger(scope.accessKeyId());
    }
    Credential credential =
        rules.require(
            known, scope.accessKeyId(), fields.get(S3Headers.SECURITY_TOKEN).orElse(null));
    String signature = fields.get(SIGNATURE).orElse("");
    if (!keys.of(credential.secretAccessKey(), scope).sign(policy).equals(signature)) {
      throw SignatureMismatch.of(scope.accessKeyId(), policy, signature)
          .because(
              "The field policy, as sent, was not signed with the secret of "
                  + scope.accessKeyId()
                  + " for "
                  + scope.text()
                  + ".");
    }
    return credential.caller();
  }

  private static S3Exception malformed(String message) {
    return S3Exception.of(S3Error.AUTHORIZATION_QUERY_PARAMETERS, message);
  }
}
