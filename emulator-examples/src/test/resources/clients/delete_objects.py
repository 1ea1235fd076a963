"""delete_objects of boto3: the samples of its documentation, and each of its parameters.

Runs against http://127.0.0.1:9000 or the endpoint in S3_ENDPOINT, an emulator that was started with
--mfa-device serial=20899872,codes=301749
"""

from botocore.exceptions import FlexibleChecksumError, MissingDependencyException
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

MALFORMED = (
    400,
    "MalformedXML",
    "The XML you provided was not well-formed or did not validate against our published schema",
)


def by_key(entries):
    """S3 promises no order of the answers."""
    return sorted(entries, key=lambda entry: (entry["Key"], entry.get("VersionId", "")))


def two_versions():
    """Sample: delete two versions of HappyFace.jpg by their ids; they are gone for good."""
    bucket = new_bucket("Enabled")
    versions = sorted(put(bucket, "HappyFace.jpg")["VersionId"] for _ in range(2))

    deleted = s3.delete_objects(
        Bucket=bucket,
        Delete={
            "Objects": [
                {"Key": "HappyFace.jpg", "VersionId": versions[0]},
                {"Key": "HappyFace.jpg", "VersionId": versions[1]},
            ],
            "Quiet": False,
        },
    )

    assert deleted["ResponseMetadata"]["HTTPStatusCode"] == 200
    assert by_key(answer(deleted)["Deleted"]) == [
        {"Key": "HappyFace.jpg", "VersionId": versions[0]},
        {"Key": "HappyFace.jpg", "VersionId": versions[1]},
    ]
    assert versions_of(bucket) == ([], [])


def two_keys():
    """Sample: delete two keys of a versioned bucket; delete markers hide them, nothing is lost."""
    bucket = new_bucket("Enabled")
    for key in ("objectkey1", "objectkey2"):
        put(bucket, key)

    deleted = s3.delete_objects(
        Bucket=bucket,
        Delete={"Objects": [{"Key": "objectkey1"}, {"Key": "objectkey2"}], "Quiet": False},
    )

    versions, markers = versions_of(bucket)
    assert [key for key, _ in versions] == ["objectkey1", "objectkey2"]
    assert by_key(answer(deleted)["Deleted"]) == [
        {"Key": key, "DeleteMarker": True, "DeleteMarkerVersionId": marker}
        for key, marker in markers
    ]
    assert keys_of(bucket) == []


def delete_marker():
    """VersionId: the answer about a removed delete marker names it twice."""
    bucket = new_bucket("Enabled")
    put(bucket, "a")
    marker = s3.delete_object(Bucket=bucket, Key="a")["VersionId"]

    deleted = s3.delete_objects(
        Bucket=bucket, Delete={"Objects": [{"Key": "a", "VersionId": marker}]}
    )

    assert answer(deleted)["Deleted"] == [
        {
            "Key": "a",
            "VersionId": marker,
            "DeleteMarker": True,
            "DeleteMarkerVersionId": marker,
        }
    ]
    assert keys_of(bucket) == ["a"]


def failing_key():
    """VersionId: one that S3 cannot have issued fails alone; the rest is deleted."""
    bucket = new_bucket("Enabled")
    version = put(bucket, "a")["VersionId"]

    done = s3.delete_objects(
        Bucket=bucket,
        Delete={"Objects": [{"Key": "a", "VersionId": "abc"}, {"Key": "a", "VersionId": version}]},
    )

    assert answer(done) == {
        "Deleted": [{"Key": "a", "VersionId": version}],
        "Errors": [
            {
                "Key": "a",
                "VersionId": "abc",
                "Code": "NoSuchVersion",
                "Message": "The specified version does not exist.",
            }
        ],
    }


def quiet():
    """Quiet: S3 only tells what failed."""
    bucket = new_bucket()
    put(bucket, "a")

    done = s3.delete_objects(
        Bucket=bucket,
        Delete={"Objects": [{"Key": "a"}, {"Key": "b", "VersionId": "abc"}], "Quiet": True},
    )

    assert "Deleted" not in done
    assert [error["Key"] for error in done["Errors"]] == ["b"]
    assert keys_of(bucket) == []
    assert answer(
        s3.delete_objects(Bucket=bucket, Delete={"Objects": [{"Key": "a"}], "Quiet": True})
    ) == {}


def not_quiet():
    """Quiet: false, or left out, tells of each key, also of one that was not there."""
    bucket = new_bucket()
    for more in ({"Quiet": False}, {}):
        done = s3.delete_objects(Bucket=bucket, Delete={"Objects": [{"Key": "a"}], **more})
        assert answer(done) == {"Deleted": [{"Key": "a"}]}


def etag():
    """ETag: a key is only deleted if its object has this one, or any at all with "*"."""
    bucket = new_bucket()
    first = put(bucket, "a", b"one")["ETag"]
    put(bucket, "b")
    put(bucket, "c")

    done = s3.delete_objects(
        Bucket=bucket,
        Delete={
            "Objects": [
                {"Key": "a", "ETag": first},
                {"Key": "b", "ETag": '"0123"'},
                {"Key": "c", "ETag": "*"},
                {"Key": "d", "ETag": "*"},
            ]
        },
    )

    assert by_key(done["Deleted"]) == [{"Key": "a"}, {"Key": "c"}]
    assert by_key(done["Errors"]) == [
        {
            "Key": "b",
            "Code": "PreconditionFailed",
            "Message": "At least one of the pre-conditions you specified did not hold",
        },
        {
            "Key": "d",
            "Code": "NoSuchKey",
            "Message": "The specified key does not exist.",
        },
    ]
    assert keys_of(bucket) == ["b"]


def conditions_of_directory_buckets():
    """LastModifiedTime, Size: for directory buckets only; others refuse the whole request."""
    bucket = new_bucket()
    put(bucket, "a", b"one")
    put(bucket, "b")
    modified = s3.head_object(Bucket=bucket, Key="a")["LastModified"]

    for condition in ({"LastModifiedTime": modified}, {"Size": 3}):
        objects = [{"Key": "b"}, {"Key": "a", **condition}]
        assert refused(s3.delete_objects, Bucket=bucket, Delete={"Objects": objects}) == MALFORMED
    assert keys_of(bucket) == ["a", "b"]


def number_of_objects():
    """Objects: from one to a thousand; more are refused, and then nothing is deleted."""
    bucket = new_bucket()
    put(bucket, "0")
    objects = [{"Key": str(number)} for number in range(1001)]

    assert refused(s3.delete_objects, Bucket=bucket, Delete={"Objects": []}) == MALFORMED
    assert refused(s3.delete_objects, Bucket=bucket, Delete={"Objects": objects}) == MALFORMED
    assert keys_of(bucket) == ["0"]

    done = s3.delete_objects(Bucket=bucket, Delete={"Objects": objects[:1000]})
    assert len(done["Deleted"]) == 1000


def checksum_algorithm():
    """ChecksumAlgorithm: each that this boto3 can compute, for most need the package awscrt."""
    bucket = new_bucket()
    computed = []
    for algorithm in s3.meta.service_model.shape_for("ChecksumAlgorithm").enum:
        try:
            done = s3.delete_objects(
                Bucket=bucket,
                Delete={"Objects": [{"Key": "a"}]},
                ChecksumAlgorithm=algorithm,
            )
        except (MissingDependencyException, FlexibleChecksumError):
            continue
        assert answer(done) == {"Deleted": [{"Key": "a"}]}, algorithm
        computed.append(algorithm)
    assert {"CRC32", "SHA1", "SHA256"} <= set(computed), computed
    print("   ", *computed)


def expected_bucket_owner():
    """ExpectedBucketOwner: another owner's bucket stays as it is; what is no account is refused."""
    bucket = new_bucket()
    put(bucket, "a")
    objects = {"Objects": [{"Key": "a"}]}

    assert refused(
        s3.delete_objects, Bucket=bucket, Delete=objects, ExpectedBucketOwner="111122223333"
    ) == (403, "AccessDenied", "Access Denied")
    assert refused(
        s3.delete_objects, Bucket=bucket, Delete=objects, ExpectedBucketOwner="me"
    )[:2] == (400, "InvalidBucketOwnerAWSAccountID")
    assert keys_of(bucket) == ["a"]
    # The account of the emulator's default user.
    s3.delete_objects(Bucket=bucket, Delete=objects, ExpectedBucketOwner="123456789012")
    assert keys_of(bucket) == []


def request_payer():
    """RequestPayer: the owner of a bucket may say it, and pays anyway."""
    bucket = new_bucket()
    done = s3.delete_objects(
        Bucket=bucket, Delete={"Objects": [{"Key": "a"}]}, RequestPayer="requester"
    )
    assert answer(done) == {"Deleted": [{"Key": "a"}]}


def bypass_without_object_lock():
    """BypassGovernanceRetention: a bucket without Object Lock refuses the whole request."""
    bucket = new_bucket()
    put(bucket, "a")
    assert refused(
        s3.delete_objects,
        Bucket=bucket,
        Delete={"Objects": [{"Key": "a"}]},
        BypassGovernanceRetention=True,
    ) == (
        400,
        "InvalidArgument",
        "x-amz-bypass-governance-retention is only applicable to Object Lock enabled buckets.",
    )
    assert keys_of(bucket) == ["a"]


def bypass_governance_retention():
    """BypassGovernanceRetention: versions in governance mode go, those with a legal hold stay."""
    bucket = new_bucket(ObjectLockEnabledForBucket=True)
    locks = {
        "a": {"ObjectLockMode": "GOVERNANCE", "ObjectLockRetainUntilDate": TOMORROW},
        "b": {"ObjectLockLegalHoldStatus": "ON"},
        "c": {},
    }
    a, b, c = (
        {"Key": key, "VersionId": put(bucket, key, **lock)["VersionId"]}
        for key, lock in locks.items()
    )

    done = s3.delete_objects(Bucket=bucket, Delete={"Objects": [a, b, c]})
    assert done["Deleted"] == [c]
    assert by_key(done["Errors"]) == [
        {**version, "Code": LOCKED[1], "Message": LOCKED[2]} for version in (a, b)
    ]

    done = s3.delete_objects(
        Bucket=bucket, Delete={"Objects": [a, b]}, BypassGovernanceRetention=True
    )
    assert done["Deleted"] == [a]
    assert [error["Key"] for error in done["Errors"]] == ["b"]


def mfa():
    """MFA: a single version among the objects makes the whole request need a code."""
    bucket = new_bucket_with_mfa_delete()
    version = {"Key": "a", "VersionId": put(bucket, "a")["VersionId"]}
    put(bucket, "b")
    objects = {"Objects": [version, {"Key": "b"}]}

    assert refused(s3.delete_objects, Bucket=bucket, Delete=objects) == (
        403,
        "AccessDenied",
        "Mfa Authentication must be used for this request",
    )
    assert keys_of(bucket) == ["a", "b"]
    done = s3.delete_objects(Bucket=bucket, Delete={"Objects": [{"Key": "b"}]})
    assert done["Deleted"][0]["DeleteMarker"]

    done = s3.delete_objects(Bucket=bucket, Delete=objects, MFA=MFA)
    assert version in done["Deleted"]
    assert len(done["Deleted"]) == 2


def mfa_of_a_wrong_form():
    """MFA: a device and its code with one blank between them; anything else is refused."""
    bucket = new_bucket()
    assert refused(
        s3.delete_objects, Bucket=bucket, Delete={"Objects": [{"Key": "a"}]}, MFA="301749"
    ) == (
        400,
        "InvalidArgument",
        "Mfa header is invalid -- the header should be formatted as"
        " {serialNumber}(space){tokenCode}",
    )


run(
    two_versions,
    two_keys,
    delete_marker,
    failing_key,
    quiet,
    not_quiet,
    etag,
    conditions_of_directory_buckets,
    number_of_objects,
    checksum_algorithm,
    expected_bucket_owner,
    request_payer,
    bypass_without_object_lock,
    bypass_governance_retention,
    mfa,
    mfa_of_a_wrong_form,
)
