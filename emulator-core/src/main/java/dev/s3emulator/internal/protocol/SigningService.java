package dev.s3emulator.internal.protocol;

import dev.s3emulator.internal.domain.BucketNames;
import java.util.List;

/**
 * The services whose name a client signs a request to S3 for. Each has hosts of its own at AWS;
 * here one endpoint stands for all, so the name is what tells which one is meant.
 */
public enum SigningService {
  /** General purpose buckets: what is not signed, or not for another one, is meant for it. */
  S3("s3", "general purpose buckets"),
  /** Directory buckets (protocol-notes 28). */
  S3_EXPRESS("s3express", "directory buckets"),
  /** The functions behind Object Lambda access points. */
  S3_OBJECT_LAMBDA("s3-object-lambda", "Object Lambda access points");

  private static final String CREDENTIAL = "X-Amz-Credential";
  private static final String TERMINAL = "/aws4_request";
  private static final List<SigningService> ALL = List.of(values());

  private final String signingName;
  private final String feature;

  SigningService(String signingName, String feature) {
    this.signingName = signingName;
    this.feature = feature;
  }

  /** Returns the service that the credential of a request names, whether or not it is valid. */
  public static SigningService of(RequestHead head, QueryParameters query) {
    String authorization = head.headers().first(S3Headers.AUTHORIZATION);
    String credential = authorization == null ? query.first(CREDENTIAL) : authorization;
    return credential == null ? S3 : namedIn(credential);
  }

  private static SigningService namedIn(String credential) {
    int end = credential.indexOf(TERMINAL);
    int begin = credential.lastIndexOf('/', end - 1) + 1;
    for (SigningService service : ALL) {
      if (service.signingName.length() == end - begin
          && credential.startsWith(service.signingName, begin)) {
        return service;
      }
    }
    return S3;
  }

  /** Returns the service that credentials have this name for. */
  public static SigningService named(String signingName) {
    for (SigningService service : ALL) {
      if (service.signingName.equals(signingName)) {
        return service;
      }
    }
    throw new IllegalArgumentException("No service signs requests for " + signingName);
  }

  /** Returns the name that credentials have. */
  public String signingName() {
    return signingName;
  }

  /** Returns what the service is there for. */
  public String feature() {
    return feature;
  }

  /** Returns whether a target is this service's and no other's by its name alone. */
  public boolean owns(RequestTarget target) {
    String bucket = target.bucketName();
    return this == S3_EXPRESS && bucket != null && BucketNames.isDirectoryBucket(bucket);
  }
}
