"""The connection of the other scripts to the emulator, and what they say to it besides deleting."""

import datetime
import os
import sys
import uuid

import boto3
from botocore.exceptions import ClientError

if not __debug__:
    sys.exit("These scripts check by assertions: run them without -O.")


def connect(endpoint):
    return boto3.client(
        "s3",
        endpoint_url=endpoint,
        region_name="us-east-1",
        aws_access_key_id="AKIAIOSFODNN7EXAMPLE",
        aws_secret_access_key="wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
    )


# The device of the bucket's owner and a code of it: the emulator's option
# --mfa-device serial=20899872,codes=301749
MFA = "20899872 301749"
TOMORROW = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=1)
LOCKED = (403, "AccessDenied", "Access Denied because object protected by object lock.")

s3 = connect(os.environ.get("S3_ENDPOINT", "http://127.0.0.1:9000"))


def new_bucket(versioning=None, **options):
    """Makes an empty bucket and returns its name."""
    bucket = "bucket-" + uuid.uuid4().hex
    s3.create_bucket(Bucket=bucket, **options)
    if versioning:
        s3.put_bucket_versioning(
            Bucket=bucket, VersioningConfiguration={"Status": versioning}
        )
    return bucket


def new_bucket_with_mfa_delete():
    """Makes an empty bucket whose versions only go with a code, and returns its name."""
    bucket = new_bucket()
    s3.put_bucket_versioning(
        Bucket=bucket,
        VersioningConfiguration={"Status": "Enabled", "MFADelete": "Enabled"},
        MFA=MFA,
    )
    return bucket


def put(bucket, key, body=b"a photo", **options):
    """Stores an object and returns S3's answer."""
    return s3.put_object(Bucket=bucket, Key=key, Body=body, **options)


def keys_of(bucket):
    """Returns the keys that a listing shows, those of hidden objects not."""
    return [entry["Key"] for entry in s3.list_objects_v2(Bucket=bucket).get("Contents", [])]


def versions_of(bucket):
    """Returns (key, version id) of all that is there: of the objects, and of the delete markers."""
    page = s3.list_object_versions(Bucket=bucket)
    return tuple(
        [(entry["Key"], entry["VersionId"]) for entry in page.get(kind, [])]
        for kind in ("Versions", "DeleteMarkers")
    )


def answer(response):
    """Returns an answer without what every answer has."""
    return {name: value for name, value in response.items() if name != "ResponseMetadata"}


def refused(call, **parameters):
    """Makes a call that S3 must refuse; returns status, code and message."""
    try:
        call(**parameters)
    except ClientError as error:
        response = error.response
        return (
            response["ResponseMetadata"]["HTTPStatusCode"],
            response["Error"]["Code"],
            response["Error"]["Message"],
        )
    raise AssertionError(f"S3 refuses {call.__name__}({parameters}), but it was done")


def run(*samples):
    """Runs the samples and names each when it is done. The first that fails ends the script."""
    for sample in samples:
        sample()
        print("ok:", sample.__doc__.splitlines()[0])
