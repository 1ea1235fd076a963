"""delete_object of boto3: the samples of its documentation, and each of its parameters.

Runs against http://127.0.0.1:9000 or the endpoint in S3_ENDPOINT, an emulator that was started with
--mfa-device serial=20899872,codes=301749
"""

from connection import (
    LOCKED,
    MFA,
    TOMORROW,
    answer,
    keys_of,
    new_bucket,
    new_bucket_with_mfa_delete,
    put,
    refused,
    run,
    s3,
    versions_of,
)


def unversioned_bucket():
    """Sample: delete an object from a bucket without versioning; S3 has nothing to tell."""
    bucket = new_bucket()
    put(bucket, "objectkey.jpg")

    deleted = s3.delete_object(Bucket=bucket, Key="objectkey.jpg")

    assert answer(deleted) == {}
    assert deleted["ResponseMetadata"]["HTTPStatusCode"] == 204
    assert keys_of(bucket) == []


def absent_key():
    """Key: one that is not there is deleted with success as well."""
    bucket = new_bucket()
    assert answer(s3.delete_object(Bucket=bucket, Key="never-there")) == {}


def versioned_bucket():
    """Sample: in a versioned bucket the object is hidden by a delete marker."""
    bucket = new_bucket("Enabled")
    version = put(bucket, "HappyFace.jpg")["VersionId"]

    deleted = s3.delete_object(Bucket=bucket, Key="HappyFace.jpg")

    marker = deleted["VersionId"]
    assert answer(deleted) == {"DeleteMarker": True, "VersionId": marker}
    assert versions_of(bucket) == ([("HappyFace.jpg", version)], [("HappyFace.jpg", marker)])
    assert keys_of(bucket) == []


def version_id():
    """VersionId: a version is removed for good; a removed delete marker uncovers the object."""
    bucket = new_bucket("Enabled")
    version = put(bucket, "HappyFace.jpg")["VersionId"]
    marker = s3.delete_object(Bucket=bucket, Key="HappyFace.jpg")["VersionId"]

    undone = s3.delete_object(Bucket=bucket, Key="HappyFace.jpg", VersionId=marker)
    assert answer(undone) == {"DeleteMarker": True, "VersionId": marker}
    assert keys_of(bucket) == ["HappyFace.jpg"]

    gone = s3.delete_object(Bucket=bucket, Key="HappyFace.jpg", VersionId=version)
    assert answer(gone) == {"VersionId": version}
    assert versions_of(bucket) == ([], [])
    # Once more: an id that S3 has issued is never an error.
    assert answer(s3.delete_object(Bucket=bucket, Key="HappyFace.jpg", VersionId=version)) == {
        "VersionId": version
    }


def version_id_of_nobody():
    """VersionId: an id that S3 cannot have issued is refused."""
    bucket = new_bucket("Enabled")
    assert refused(s3.delete_object, Bucket=bucket, Key="a", VersionId="abc") == (
        400,
        "InvalidArgument",
        "Invalid version id specified",
    )


def version_id_null():
    """VersionId: "null" is the object from before versioning was enabled."""
    bucket = new_bucket()
    put(bucket, "HappyFace.jpg")
    s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})

    gone = s3.delete_object(Bucket=bucket, Key="HappyFace.jpg", VersionId="null")

    assert answer(gone) == {"VersionId": "null"}
    assert versions_of(bucket) == ([], [])


def if_match():
    """IfMatch: delete only what has this ETag, or "*" for anything that is there."""
    bucket = new_bucket()
    etag = put(bucket, "a", b"one")["ETag"]
    put(bucket, "b")

    assert refused(s3.delete_object, Bucket=bucket, Key="a", IfMatch='"0123"') == (
        412,
        "PreconditionFailed",
        "At least one of the pre-conditions you specified did not hold",
    )
    assert refused(s3.delete_object, Bucket=bucket, Key="never-there", IfMatch="*") == (
        404,
        "NoSuchKey",
        "The specified key does not exist.",
    )
    s3.delete_object(Bucket=bucket, Key="a", IfMatch=etag)
    s3.delete_object(Bucket=bucket, Key="b", IfMatch="*")
    assert keys_of(bucket) == []


def conditions_of_directory_buckets():
    """IfMatchLastModifiedTime, IfMatchSize: directory buckets only; others answer 501."""
    bucket = new_bucket()
    put(bucket, "a", b"one")
    modified = s3.head_object(Bucket=bucket, Key="a")["LastModified"]

    for condition in ({"IfMatchLastModifiedTime": modified}, {"IfMatchSize": 3}):
        status, code, message = refused(s3.delete_object, Bucket=bucket, Key="a", **condition)
        assert (status, code) == (501, "NotImplemented")
        assert message == (
            "A header you provided implies functionality that is not implemented"
        )
    assert keys_of(bucket) == ["a"]


def expected_bucket_owner():
    """ExpectedBucketOwner: another owner's bucket stays as it is; what is no account is refused."""
    bucket = new_bucket()
    put(bucket, "a")

    assert refused(
        s3.delete_object, Bucket=bucket, Key="a", ExpectedBucketOwner="111122223333"
    ) == (403, "AccessDenied", "Access Denied")
    assert refused(s3.delete_object, Bucket=bucket, Key="a", ExpectedBucketOwner="me") == (
        400,
        "InvalidBucketOwnerAWSAccountID",
        "The value of the expected bucket owner parameter must be an AWS Account ID... [me]",
    )
    assert keys_of(bucket) == ["a"]
    # The account of the emulator's default user.
    s3.delete_object(Bucket=bucket, Key="a", ExpectedBucketOwner="123456789012")
    assert keys_of(bucket) == []


def request_payer():
    """RequestPayer: the owner of a bucket may say it, and pays anyway."""
    bucket = new_bucket()
    assert answer(s3.delete_object(Bucket=bucket, Key="a", RequestPayer="requester")) == {}


def bypass_without_object_lock():
    """BypassGovernanceRetention: a bucket without Object Lock refuses it."""
    bucket = new_bucket()
    assert refused(
        s3.delete_object, Bucket=bucket, Key="a", BypassGovernanceRetention=True
    ) == (
        400,
        "InvalidArgument",
        "x-amz-bypass-governance-retention is only applicable to Object Lock enabled buckets.",
    )


def bypass_governance_retention():
    """BypassGovernanceRetention: a version in governance mode goes with it, without it not."""
    bucket = new_bucket(ObjectLockEnabledForBucket=True)
    governance = {"ObjectLockMode": "GOVERNANCE", "ObjectLockRetainUntilDate": TOMORROW}
    version = {"Key": "a", "VersionId": put(bucket, "a", **governance)["VersionId"]}

    assert refused(s3.delete_object, Bucket=bucket, **version) == LOCKED
    s3.delete_object(Bucket=bucket, BypassGovernanceRetention=True, **version)
    assert versions_of(bucket) == ([], [])


def what_no_bypass_removes():
    """BypassGovernanceRetention: neither compliance mode nor a legal hold gives way to it."""
    bucket = new_bucket(ObjectLockEnabledForBucket=True)
    compliance = {"ObjectLockMode": "COMPLIANCE", "ObjectLockRetainUntilDate": TOMORROW}
    for key, lock in {"a": compliance, "b": {"ObjectLockLegalHoldStatus": "ON"}}.items():
        version = {"Key": key, "VersionId": put(bucket, key, **lock)["VersionId"]}
        assert (
            refused(s3.delete_object, Bucket=bucket, BypassGovernanceRetention=True, **version)
            == LOCKED
        )
    # A delete marker hides what is locked as it hides all else.
    assert s3.delete_object(Bucket=bucket, Key="a")["DeleteMarker"]


def mfa():
    """MFA: where MFA Delete is enabled, versions go with a code of the owner's device only."""
    bucket = new_bucket_with_mfa_delete()
    version = {"Key": "a", "VersionId": put(bucket, "a")["VersionId"]}

    assert refused(s3.delete_object, Bucket=bucket, **version) == (
        403,
        "AccessDenied",
        "Mfa Authentication must be used for this request",
    )
    assert refused(s3.delete_object, Bucket=bucket, MFA="301749", **version) == (
        400,
        "InvalidArgument",
        "Mfa header is invalid -- the header should be formatted as"
        " {serialNumber}(space){tokenCode}",
    )
    marker = s3.delete_object(Bucket=bucket, Key="a")
    assert marker["DeleteMarker"]

    assert answer(s3.delete_object(Bucket=bucket, MFA=MFA, **version)) == {
        "VersionId": version["VersionId"]
    }
    assert versions_of(bucket) == ([], [("a", marker["VersionId"])])


run(
    unversioned_bucket,
    absent_key,
    versioned_bucket,
    version_id,
    version_id_of_nobody,
    version_id_null,
    if_match,
    conditions_of_directory_buckets,
    expected_bucket_owner,
    request_payer,
    bypass_without_object_lock,
    bypass_governance_retention,
    what_no_bypass_removes,
    mfa,
)
