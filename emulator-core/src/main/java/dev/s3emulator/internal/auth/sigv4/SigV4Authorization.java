package dev.s3emulator.internal.auth.sigv4;

import dev.s3emulator.internal.domain.S3Exception;
import org.jspecify.annotations.Nullable;

/**
 * What the header Authorization or the query of a presigned URL say.
 *
 * @param scope the credential
 * @param signedHeaders the headers that are signed
 * @param signature the signature in hex
 */
public record SigV4Authorization(
    CredentialScope scope, SignedHeaders signedHeaders, String signature) {

  /**
   * Reads the part of the header behind the name of the algorithm.
   *
   * @throws S3Exception AuthorizationHeaderMalformed if one of the three components is missing, or
   *     the credential is not one
   */
  public static SigV4Authorization parse(String components) {
    String credential = component(components, "Credential=");
    String signedHeaders = component(components, "SignedHeaders=");
    String signature = component(components, "Signature=");
    if (credential == null || signedHeaders == null || signature == null) {
      throw CredentialErrors.HEADER.malformed(
          "the authorization header requires three components: Credential, SignedHeaders, and"
              + " Signature.");
    }
    return new SigV4Authorization(
        CredentialScope.parse(credential, CredentialErrors.HEADER),
        SignedHeaders.parse(signedHeaders),
        signature);
  }

  /** Returns the value of a component, which a comma or the end of the header ends, or null. */
  private static @Nullable String component(String components, String name) {
    int begin = 0;
    while (begin < components.length()) {
      int comma = components.indexOf(',', begin);
      int end = comma < 0 ? components.length() : comma;
      while (begin < end && components.charAt(begin) == ' ') {
        begin++;
      }
      if (components.startsWith(name, begin)) {
        String value = components.substring(begin + name.length(), end).strip();
        return value.isEmpty() ? null : value;
      }
      begin = end + 1;
    }
    return null;
  }
}
