package dev.s3emulator.junit5.internal.endpoint;

import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetBucketAclResponse;
import software.amazon.awssdk.services.s3.model.Grant;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.OwnershipControls;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Repeats of a bucket who may use it. What a new bucket of S3 has anyway is not sent, since other
 * S3s know little of it.
 */
final class RemoteAccess {

  private final RemoteBucket bucket;
  private final S3Client client;
  private final S3Client model;

  /**
   * Makes it for one bucket.
   *
   * @param client talks to the S3 that gets the bucket
   * @param model talks to the emulator that has it
   */
  RemoteAccess(RemoteBucket bucket, S3Client client, S3Client model) {
    this.bucket = bucket;
    this.client = client;
    this.model = model;
  }

  void repeat() {
    repeatOwnership();
    repeatPublicAccessBlock();
    repeatAcl();
  }

  private void repeatOwnership() {
    OwnershipControls controls =
        model.getBucketOwnershipControls(get -> get.bucket(bucket.name())).ownershipControls();
    if (controls.rules().get(0).objectOwnership() != ObjectOwnership.BUCKET_OWNER_ENFORCED) {
      bucket.attempt(
          "given its object ownership",
          () ->
              client.putBucketOwnershipControls(
                  put -> put.bucket(bucket.name()).ownershipControls(controls)));
    }
  }

  private void repeatPublicAccessBlock() {
    try {
      model.getPublicAccessBlock(get -> get.bucket(bucket.name()));
    } catch (S3Exception none) {
      bucket.attempt(
          "opened", () -> client.deletePublicAccessBlock(delete -> delete.bucket(bucket.name())));
    }
  }

  private void repeatAcl() {
    GetBucketAclResponse acl = model.getBucketAcl(get -> get.bucket(bucket.name()));
    String modelOwner = acl.owner().id();
    boolean isPrivate =
        acl.grants().stream().allMatch(grant -> modelOwner.equals(grant.grantee().id()));
    if (!isPrivate) {
      bucket.attempt("given its ACL", () -> putAcl(acl.grants(), modelOwner));
    }
  }

  /** The owner has another id there. */
  private Object putAcl(List<Grant> grants, String modelOwner) {
    String owner = client.getBucketAcl(get -> get.bucket(bucket.name())).owner().id();
    List<Grant> translated =
        grants.stream()
            .map(
                grant ->
                    modelOwner.equals(grant.grantee().id())
                        ? grant.copy(copy -> copy.grantee(grant.grantee().copy(to -> to.id(owner))))
                        : grant)
            .toList();
    return client.putBucketAcl(
        put ->
            put.bucket(bucket.name())
                .accessControlPolicy(
                    policy -> policy.owner(account -> account.id(owner)).grants(translated)));
  }
}
