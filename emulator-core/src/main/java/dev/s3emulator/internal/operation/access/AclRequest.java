package dev.s3emulator.internal.operation.access;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.Ownership;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.attribute.AccessControlList;
import dev.s3emulator.internal.protocol.AclHeaders;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.xml.AclDocument;
import java.util.Optional;

/**
 * The list that a request to set one asks for, either by its headers or by its document.
 *
 * @param headers what the headers say, if there is no document
 */
record AclRequest(AclHeaders headers, Optional<AclDocument> document) {

  /**
   * Returns what a request asks for.
   *
   * @param headers what its headers say
   * @throws S3Exception UnexpectedContent if it has headers and a document, MissingSecurityHeader
   *     if it has neither, and what is wrong with the document
   */
  static AclRequest of(S3Request request, AclHeaders headers) {
    boolean byHeaders = AclHeaders.areIn(request);
    return new AclRequest(
        headers,
        request.readDocument(
            bytes -> {
              if (bytes.length == 0 && !byHeaders) {
                throw S3Exception.of(S3Error.MISSING_SECURITY_HEADER)
                    .with("MissingHeaderName", S3Headers.ACL);
              }
              if (bytes.length > 0 && byHeaders) {
                throw S3Exception.of(S3Error.UNEXPECTED_CONTENT)
                    .because("The request sets the ACL by its headers and by a document.");
              }
              return byHeaders
                  ? Optional.empty()
                  : Optional.of(AclDocument.read(bytes, request.access()));
            }));
  }

  /**
   * Returns the list, if the bucket takes it.
   *
   * @param owner who owns what gets the list
   * @return empty if lists are off in the bucket, and the request says no more than what holds
   *     there anyway
   * @throws S3Exception AccessControlListNotSupported or AccessDenied
   */
  Optional<AccessControlList> in(Bucket bucket, Owner owner) {
    Ownership ownership = Ownership.in(bucket);
    AccessControlList list =
        document.isPresent()
            ? ofDocument(document.get(), ownership, owner)
            : headers.in(bucket, owner);
    return ownership.disablesAcls() ? Optional.empty() : Optional.of(list);
  }

  private static AccessControlList ofDocument(
      AclDocument document, Ownership ownership, Owner owner) {
    if (ownership.disablesAcls()) {
      return ownership.requireFullControlOfBucketOwner(document.list());
    }
    if (!document.ownerId().equals(owner.canonicalId())) {
      throw S3Exception.of(S3Error.ACCESS_DENIED)
          .because("The document names another owner, and an ACL cannot change who owns.");
    }
    return ownership.requireUnblocked(document.list());
  }
}
