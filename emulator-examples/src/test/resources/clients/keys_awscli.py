"""Every key of keys.json, stored, listed, read and deleted by the AWS command line.

Runs the command line (version 1) inside of this process, because a process for each of the many
commands would take minutes. Prints what became of each key, as keys_boto3.py.
"""

import contextlib
import io
import json
import os
import pathlib
import re
import tempfile
import uuid

FOLDER = pathlib.Path(tempfile.mkdtemp())
CONFIG = FOLDER / "config"
# Otherwise it fetches a key that looks like an address, to take what is there for the key.
CONFIG.write_text("[default]\ncli_follow_urlparam = false\n")
os.environ["AWS_CONFIG_FILE"] = str(CONFIG)
os.environ["AWS_ENDPOINT_URL"] = os.environ.get("S3_ENDPOINT", "http://127.0.0.1:9000")
os.environ["AWS_ACCESS_KEY_ID"] = "AKIAIOSFODNN7EXAMPLE"
os.environ["AWS_SECRET_ACCESS_KEY"] = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
os.environ["AWS_DEFAULT_REGION"] = "us-east-1"

from awscli.clidriver import create_clidriver  # noqa: E402

KEYS = json.loads(pathlib.Path(__file__).with_name("keys.json").read_text(encoding="utf-8"))
BODY = FOLDER / "body"
BODY.write_text("a photo")
DRIVER = create_clidriver()


class RefusedError(Exception):
    """S3's error code, or all that the command line says."""


def s3api(operation, bucket, *options):
    """Runs a command and returns its answer, or {} if it prints none."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = DRIVER.main(["s3api", operation, f"--bucket={bucket}", "--output=json", *options])
    if code != 0:
        said = err.getvalue().strip()
        refusal = re.search(r"An error occurred \((\w+)\)", said)
        raise RefusedError(refusal[1] if refusal else said)
    return json.loads(out.getvalue() or "{}")


def keys_of(bucket):
    """Returns the keys that a listing shows."""
    return [entry["Key"] for entry in s3api("list-objects-v2", bucket).get("Contents", [])]


def life_of(key):
    """Takes a key through its life and returns "works", or which step failed and how."""
    bucket = "bucket-" + uuid.uuid4().hex
    s3api("create-bucket", bucket)
    step = "put"
    try:
        s3api("put-object", bucket, f"--key={key}", f"--body={BODY}")
        step = "list"
        listed = keys_of(bucket)
        assert listed == [key], listed
        step = "get"
        s3api("get-object", bucket, f"--key={key}", str(FOLDER / "got"))
        assert (FOLDER / "got").read_text() == "a photo"
        step = "delete"
        s3api("delete-object", bucket, f"--key={key}")
        assert keys_of(bucket) == [], keys_of(bucket)
        step = "batch delete"
        s3api("put-object", bucket, f"--key={key}", f"--body={BODY}")
        objects = json.dumps({"Objects": [{"Key": key}]})
        deleted = s3api("delete-objects", bucket, f"--delete={objects}")
        assert deleted == {"Deleted": [{"Key": key}]}, deleted
        assert keys_of(bucket) == [], keys_of(bucket)
    except (RefusedError, AssertionError) as failure:
        return f"{step}: {failure}"
    return "works"


print(json.dumps({name: life_of(key) for name, key in KEYS.items()}, indent=2))
