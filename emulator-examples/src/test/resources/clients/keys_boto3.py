"""Every key of keys.json, stored, listed, read and deleted by boto3.

Prints what became of each: {"name of the key": "works"}, or which step failed and how.
"""

import json
import pathlib

from botocore.exceptions import ClientError
from connection import keys_of, new_bucket, put, s3

KEYS = json.loads(pathlib.Path(__file__).with_name("keys.json").read_text(encoding="utf-8"))


def life_of(key):
    """Takes a key through its life and returns "works", or which step failed and how."""
    bucket = new_bucket()
    step = "put"
    try:
        put(bucket, key, key.encode())
        step = "list"
        listed = keys_of(bucket)
        assert listed == [key], listed
        step = "get"
        body = s3.get_object(Bucket=bucket, Key=key)["Body"].read()
        assert body == key.encode(), body
        step = "delete"
        s3.delete_object(Bucket=bucket, Key=key)
        assert keys_of(bucket) == [], keys_of(bucket)
        step = "batch delete"
        put(bucket, key)
        deleted = s3.delete_objects(Bucket=bucket, Delete={"Objects": [{"Key": key}]})
        assert deleted["Deleted"] == [{"Key": key}], deleted
        assert keys_of(bucket) == [], keys_of(bucket)
    except ClientError as refused:
        return f"{step}: {refused.response['Error']['Code']}"
    except AssertionError as other:
        return f"{step}: {other}"
    return "works"


print(json.dumps({name: life_of(key) for name, key in KEYS.items()}, indent=2))
