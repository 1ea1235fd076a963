"""What boto3, with its default settings, has to see of the emulator.

Boto3AcceptanceTest runs this with AWS_ENDPOINT_URL and credentials in the environment. By hand:
AWS_ENDPOINT_URL=http://127.0.0.1:9000 AWS_ACCESS_KEY_ID=a AWS_SECRET_ACCESS_KEY=b python3 boto3_acceptance.py
"""

import datetime
import io
import os
import socket
import tempfile
import unittest
import urllib.error
import urllib.parse
import urllib.request
import uuid

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

ENDPOINT = os.environ["AWS_ENDPOINT_URL"]
REGION = os.environ.get("AWS_DEFAULT_REGION", "us-east-1")
WEIRD_KEYS = [
    "\U0001f600.txt",
    "100%.txt",
    "a+b c",
    "%2F",
    " leading and trailing ",
    "a//b",
    "/slash",
    "dot/../dot",
    "quote\"<&>'",
    "tab\tnewline\n",
    "\u00e4\u6f22",
]


class S3TestCase(unittest.TestCase):
    """Each test has a client and an empty bucket."""

    def setUp(self):
        self.s3 = boto3.client("s3", region_name=REGION)
        self.addCleanup(self.s3.close)
        self.bucket = "boto3-" + uuid.uuid4().hex
        self.s3.create_bucket(Bucket=self.bucket)

    def versioning(self, status):
        self.s3.put_bucket_versioning(
            Bucket=self.bucket, VersioningConfiguration={"Status": status}
        )

    def put(self, key, body=b"x"):
        return self.s3.put_object(Bucket=self.bucket, Key=key, Body=body)

    def get(self, key, **more):
        return self.s3.get_object(Bucket=self.bucket, Key=key, **more)

    def read(self, key, **more):
        return self.get(key, **more)["Body"].read()

    def delete(self, key, **more):
        return self.s3.delete_object(Bucket=self.bucket, Key=key, **more)

    def delete_all(self, *objects, **more):
        return self.s3.delete_objects(
            Bucket=self.bucket, Delete={"Objects": list(objects), **more}
        )

    def versions(self):
        """Returns (key, version id, is latest) of the versions and of the delete markers."""
        page = self.s3.list_object_versions(Bucket=self.bucket)
        return tuple(
            [(entry["Key"], entry["VersionId"], entry["IsLatest"]) for entry in page.get(kind, [])]
            for kind in ("Versions", "DeleteMarkers")
        )

    def assert_refused(self, status, code, call, *args, **kwargs):
        with self.assertRaises(ClientError) as caught:
            call(*args, **kwargs)
        response = caught.exception.response
        self.assertEqual(response["Error"]["Code"], code)
        self.assertEqual(response["ResponseMetadata"]["HTTPStatusCode"], status)
        return response


class Objects(S3TestCase):
    def test_put_and_get_with_the_default_checksum(self):
        put = self.put("a", b"hello")
        got = self.get("a", ChecksumMode="ENABLED")

        self.assertEqual(put["ETag"], '"5d41402abc4b2a76b9719d911017c592"')
        self.assertEqual(put["ChecksumType"], "FULL_OBJECT")
        name = next(name for name in put if name.startswith("Checksum") and name != "ChecksumType")
        self.assertEqual(got[name], put[name])
        self.assertEqual(got["Body"].read(), b"hello")
        self.assertEqual(got["ContentLength"], 5)
        self.assertNotIn("VersionId", put)

    def test_metadata_and_ranges(self):
        self.s3.put_object(
            Bucket=self.bucket,
            Key="a",
            Body=b"0123456789",
            ContentType="text/x-digits",
            CacheControl="no-cache",
            Metadata={"author": "me"},
        )
        head = self.s3.head_object(Bucket=self.bucket, Key="a")
        self.assertEqual(head["ContentType"], "text/x-digits")
        self.assertEqual(head["CacheControl"], "no-cache")
        self.assertEqual(head["Metadata"], {"author": "me"})

        part = self.get("a", Range="bytes=2-4")
        self.assertEqual(part["ContentRange"], "bytes 2-4/10")
        self.assertEqual(part["Body"].read(), b"234")
        self.assert_refused(416, "InvalidRange", self.get, "a", Range="bytes=20-")

    def test_copy_object(self):
        self.versioning("Enabled")
        old = self.put("from +%.txt", b"old")["VersionId"]
        self.put("from +%.txt", b"new")
        copy = self.s3.copy_object(
            Bucket=self.bucket,
            Key="to",
            CopySource={"Bucket": self.bucket, "Key": "from +%.txt", "VersionId": old},
        )
        self.assertEqual(copy["CopySourceVersionId"], old)
        self.assertEqual(copy["CopyObjectResult"]["ETag"], self.get("to")["ETag"])
        self.assertEqual(self.read("to"), b"old")

    def test_weird_keys(self):
        for key in WEIRD_KEYS:
            self.put(key, key.encode())
        for key in WEIRD_KEYS:
            self.assertEqual(self.read(key), key.encode())
        listed = self.s3.list_objects_v2(Bucket=self.bucket)["Contents"]
        self.assertEqual([entry["Key"] for entry in listed], sorted(WEIRD_KEYS, key=str.encode))
        self.assertEqual(
            [entry["Key"] for entry in self.s3.list_objects(Bucket=self.bucket)["Contents"]],
            sorted(WEIRD_KEYS, key=str.encode),
        )

        deleted = self.delete_all(*({"Key": key} for key in WEIRD_KEYS[:5]))["Deleted"]
        self.assertEqual([entry["Key"] for entry in deleted], WEIRD_KEYS[:5])
        for key in WEIRD_KEYS[5:]:
            self.delete(key)
        self.assertEqual(self.versions(), ([], []))


class Deletes(S3TestCase):
    def test_without_versioning(self):
        self.put("a")
        deleted = self.delete("a")

        self.assertEqual(deleted["ResponseMetadata"]["HTTPStatusCode"], 204)
        self.assertNotIn("DeleteMarker", deleted)
        self.assertNotIn("VersionId", deleted)
        self.assert_refused(404, "NoSuchKey", self.get, "a")
        self.assertEqual(self.delete("a")["ResponseMetadata"]["HTTPStatusCode"], 204)

    def test_with_versioning(self):
        self.versioning("Enabled")
        version = self.put("a", b"one")["VersionId"]
        marker = self.delete("a")
        self.assertTrue(marker["DeleteMarker"])
        self.assertEqual(
            self.versions(), ([("a", version, False)], [("a", marker["VersionId"], True)])
        )

        undone = self.delete("a", VersionId=marker["VersionId"])
        self.assertTrue(undone["DeleteMarker"])
        self.assertEqual(undone["VersionId"], marker["VersionId"])
        self.assertEqual(self.read("a"), b"one")

        gone = self.delete("a", VersionId=version)
        self.assertNotIn("DeleteMarker", gone)
        self.assertEqual(gone["VersionId"], version)
        self.assertEqual(self.versions(), ([], []))

    def test_with_suspended_versioning(self):
        self.put("a", b"null version")
        self.versioning("Enabled")
        version = self.put("a", b"version")["VersionId"]
        self.versioning("Suspended")
        marker = self.delete("a")

        self.assertTrue(marker["DeleteMarker"])
        self.assertEqual(marker["VersionId"], "null")
        self.assertEqual(self.versions(), ([("a", version, False)], [("a", "null", True)]))
        self.assertEqual(self.delete("a", VersionId="null")["VersionId"], "null")
        self.assertEqual(self.read("a"), b"version")

    def test_reading_under_a_delete_marker(self):
        self.versioning("Enabled")
        self.put("a")
        marker = self.delete("a")["VersionId"]

        response = self.assert_refused(404, "NoSuchKey", self.get, "a")
        self.assertEqual(response["Error"]["Message"], "The specified key does not exist.")
        self.assertEqual(response["Error"]["Key"], "a")
        headers = response["ResponseMetadata"]["HTTPHeaders"]
        self.assertEqual(headers["x-amz-delete-marker"], "true")
        self.assertEqual(headers["x-amz-version-id"], marker)

        response = self.assert_refused(405, "MethodNotAllowed", self.get, "a", VersionId=marker)
        headers = response["ResponseMetadata"]["HTTPHeaders"]
        self.assertEqual(headers["x-amz-delete-marker"], "true")
        self.assertEqual(headers["allow"], "DELETE")
        self.assert_refused(404, "404", self.s3.head_object, Bucket=self.bucket, Key="a")

    def test_only_if_the_etag_matches(self):
        etag = self.put("a", b"one")["ETag"]
        response = self.assert_refused(
            412, "PreconditionFailed", self.delete, "a", IfMatch='"0123"'
        )
        self.assertEqual(response["Error"]["Condition"], "If-Match")
        self.assertEqual(self.read("a"), b"one")
        self.delete("a", IfMatch=etag)
        self.assert_refused(404, "NoSuchKey", self.get, "a")

    def test_batch_verbose(self):
        self.versioning("Enabled")
        version = self.put("a")["VersionId"]
        self.put("b")
        response = self.delete_all(
            {"Key": "a", "VersionId": version}, {"Key": "b"}, {"Key": "never there"}
        )

        self.assertNotIn("Errors", response)
        self.assertEqual(response["Deleted"][0], {"Key": "a", "VersionId": version})
        for entry, key in zip(response["Deleted"][1:], ("b", "never there"), strict=True):
            self.assertEqual(entry["Key"], key)
            self.assertTrue(entry["DeleteMarker"])
            self.assertNotIn("VersionId", entry)
            marker = entry["DeleteMarkerVersionId"]
            self.assertIn((key, marker, True), self.versions()[1])

    def test_batch_quiet(self):
        self.put("a")
        response = self.delete_all({"Key": "a"}, {"Key": "b"}, Quiet=True)
        self.assertNotIn("Deleted", response)
        self.assertNotIn("Errors", response)
        self.assertEqual(self.versions(), ([], []))

    def test_batch_reports_what_failed_and_does_the_rest(self):
        self.versioning("Enabled")
        etag = self.put("a")["ETag"]
        self.put("b")
        self.put("c")
        for quiet in (False, True):
            response = self.delete_all(
                {"Key": "a", "ETag": etag},
                {"Key": "b", "ETag": '"0123"'},
                {"Key": "c", "VersionId": "garbage"},
                Quiet=quiet,
            )
            errors = {entry["Key"]: entry for entry in response["Errors"]}
            if quiet:
                # It got a delete marker in the verbose round, and a marker has no ETag to match.
                self.assertEqual(errors.pop("a")["Code"], "NoSuchKey")
                self.assertNotIn("Deleted", response)
            else:
                self.assertEqual([entry["Key"] for entry in response["Deleted"]], ["a"])
            self.assertEqual(errors["b"]["Code"], "PreconditionFailed")
            self.assertEqual(errors["c"]["Code"], "NoSuchVersion")
            self.assertEqual(errors["c"]["VersionId"], "garbage")
            self.assertEqual(len(errors), 2)
        self.assertEqual([key for key, _, latest in self.versions()[0] if latest], ["b", "c"])

    def test_of_a_thousand_keys(self):
        self.versioning("Enabled")
        keys = [f"key-{number:04}" for number in range(1000)]
        self.assertEqual(len(self.delete_all(*({"Key": key} for key in keys))["Deleted"]), 1000)
        self.assertEqual(len(self.versions()[1]), 1000)
        too_many = [{"Key": key} for key in [*keys, "one more"]]
        self.assert_refused(400, "MalformedXML", self.delete_all, *too_many)


class Resources(S3TestCase):
    def test_a_bucket_empties_and_deletes_itself(self):
        self.versioning("Enabled")
        bucket = boto3.resource("s3", region_name=REGION).Bucket(self.bucket)
        self.addCleanup(bucket.meta.client.close)
        for key in ("a", "b", "a"):
            bucket.put_object(Key=key, Body=b"x")
        bucket.objects.all().delete()
        self.assert_refused(409, "BucketNotEmpty", bucket.delete)

        bucket.object_versions.delete()
        bucket.delete()
        self.assert_refused(404, "404", self.s3.head_bucket, Bucket=self.bucket)


class Listings(S3TestCase):
    def test_pages_of_objects(self):
        keys = [f"{folder}/{name} +%" for folder in "ab" for name in "12345"]
        for key in keys:
            self.put(key)
        paginator = self.s3.get_paginator("list_objects_v2")
        pages = list(paginator.paginate(Bucket=self.bucket, PaginationConfig={"PageSize": 3}))

        self.assertEqual([page["KeyCount"] for page in pages], [3, 3, 3, 1])
        self.assertEqual([entry["Key"] for page in pages for entry in page["Contents"]], keys)

        pages = list(
            paginator.paginate(
                Bucket=self.bucket, Delimiter="/", PaginationConfig={"PageSize": 1}
            )
        )
        prefixes = [entry["Prefix"] for page in pages for entry in page["CommonPrefixes"]]
        self.assertEqual(prefixes, ["a/", "b/"])

    def test_pages_of_versions(self):
        self.versioning("Enabled")
        expected = []
        for key in ("a b", "c+d"):
            entries = [(key, self.put(key)["VersionId"]) for _ in range(3)]
            entries.append((key, self.delete(key)["VersionId"]))
            expected += reversed(entries)
        for size in (1, 3, 5):
            pages = self.s3.get_paginator("list_object_versions").paginate(
                Bucket=self.bucket, PaginationConfig={"PageSize": size}
            )
            seen = [
                (entry["Key"], entry["VersionId"])
                for page in pages
                for entry in page.get("Versions", []) + page.get("DeleteMarkers", [])
            ]
            self.assertEqual(sorted(seen), sorted(expected))

    def test_buckets(self):
        names = [bucket["Name"] for bucket in self.s3.list_buckets()["Buckets"]]
        self.assertIn(self.bucket, names)
        self.assertEqual(names, sorted(names))


class Transfers(S3TestCase):
    def test_files_below_the_multipart_threshold(self):
        content = os.urandom(1 << 20)
        with tempfile.TemporaryDirectory() as folder:
            source, target = os.path.join(folder, "up"), os.path.join(folder, "down")
            with open(source, "wb") as file:
                file.write(content)
            self.s3.upload_file(source, self.bucket, "f", ExtraArgs={"Metadata": {"k": "v"}})
            self.s3.download_file(self.bucket, "f", target)
            with open(target, "rb") as file:
                self.assertEqual(file.read(), content)
        self.assertEqual(self.get("f")["Metadata"], {"k": "v"})

    def test_streams_below_the_multipart_threshold(self):
        for content in (b"", b"small", os.urandom(200_000)):
            self.s3.upload_fileobj(io.BytesIO(content), self.bucket, "s")
            target = io.BytesIO()
            self.s3.download_fileobj(self.bucket, "s", target)
            self.assertEqual(target.getvalue(), content)

    def test_files_and_streams_in_parts(self):
        content = os.urandom(20 << 20)
        with tempfile.TemporaryDirectory() as folder:
            source, target = os.path.join(folder, "up"), os.path.join(folder, "down")
            with open(source, "wb") as file:
                file.write(content)
            self.s3.upload_file(source, self.bucket, "f", ExtraArgs={"ContentType": "a/b"})
            self.s3.download_file(self.bucket, "f", target)
            with open(target, "rb") as file:
                self.assertEqual(file.read(), content)
        self.s3.upload_fileobj(io.BytesIO(content), self.bucket, "s")
        target = io.BytesIO()
        self.s3.download_fileobj(self.bucket, "s", target)
        self.assertEqual(target.getvalue(), content)

        head = self.s3.head_object(Bucket=self.bucket, Key="f", PartNumber=1)
        self.assertEqual(head["PartsCount"], 3)
        self.assertEqual(head["ContentType"], "a/b")
        self.assertTrue(head["ETag"].endswith('-3"'))
        self.assertNotIn("Uploads", self.s3.list_multipart_uploads(Bucket=self.bucket))

        self.s3.copy({"Bucket": self.bucket, "Key": "f"}, self.bucket, "to")
        self.assertEqual(self.read("to"), content)

    def test_upload_by_hand(self):
        upload = self.s3.create_multipart_upload(
            Bucket=self.bucket, Key="h", ChecksumAlgorithm="SHA256"
        )
        named = {"Bucket": self.bucket, "Key": "h", "UploadId": upload["UploadId"]}
        self.assertEqual(upload["ChecksumType"], "COMPOSITE")
        part = self.s3.upload_part(
            **named, PartNumber=1, Body=b"content", ChecksumAlgorithm="SHA256"
        )
        listed = self.s3.list_parts(**named)["Parts"][0]
        self.assertEqual(listed["ChecksumSHA256"], part["ChecksumSHA256"])
        parts = [
            {"PartNumber": 1, "ETag": part["ETag"], "ChecksumSHA256": part["ChecksumSHA256"]}
        ]
        self.assert_refused(
            400, "InvalidRequest", self.s3.complete_multipart_upload, **named
        )
        for _ in range(2):
            done = self.s3.complete_multipart_upload(**named, MultipartUpload={"Parts": parts})
            self.assertTrue(done["ChecksumSHA256"].endswith("-1"))
        self.assert_refused(404, "NoSuchUpload", self.s3.abort_multipart_upload, **named)
        self.assertEqual(self.read("h"), b"content")

    def test_managed_copy(self):
        self.put("from", b"content")
        self.s3.copy({"Bucket": self.bucket, "Key": "from"}, self.bucket, "to")
        self.assertEqual(self.read("to"), b"content")


class PresignedUrls(S3TestCase):
    def url(self, operation, key, client=None, **more):
        params = {"Bucket": self.bucket, "Key": key, **more}
        return (client or self.s3).generate_presigned_url(operation, Params=params)

    def send(self, method, url, body=None):
        # urllib would add a Content-Type, which Version 2 takes for a part of what is signed.
        request = urllib.request.Request(
            url, data=body, method=method, headers={"Content-Type": ""}
        )
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.status, answer.read()

    def test_put_get_and_delete(self):
        for signature in ("s3", "s3v4"):
            client = boto3.client(
                "s3", region_name=REGION, config=Config(signature_version=signature)
            )
            self.addCleanup(client.close)
            key = "a +%\U0001f600"
            put = self.url("put_object", key, client)
            self.assertEqual(self.send("PUT", put, b"body"), (200, b""))
            got = self.url("get_object", key, client)
            self.assertEqual(self.send("GET", got), (200, b"body"))
            gone = self.url("delete_object", key, client)
            self.assertEqual(self.send("DELETE", gone), (204, b""))
            with self.assertRaises(urllib.error.HTTPError) as caught:
                self.send("GET", got)
            self.assertEqual(caught.exception.code, 404)
            self.assertIn(b"<Code>NoSuchKey</Code>", caught.exception.read())

    def test_version_2_covers_the_content_type(self):
        client = boto3.client("s3", region_name=REGION, config=Config(signature_version="s3"))
        self.addCleanup(client.close)
        with self.assertRaises(urllib.error.HTTPError) as caught:
            urllib.request.urlopen(
                urllib.request.Request(
                    self.url("put_object", "typed", client),
                    data=b"body",
                    method="PUT",
                    headers={"Content-Type": "text/plain"},
                ),
                timeout=20,
            )
        self.assertEqual(caught.exception.code, 403)
        self.assertIn(b"<Code>SignatureDoesNotMatch</Code>", caught.exception.read())

    def test_overridden_headers(self):
        self.put("a", b"body")
        url = self.url("get_object", "a", ResponseContentType="text/x-other")
        with urllib.request.urlopen(url, timeout=20) as answer:
            self.assertEqual(answer.headers["Content-Type"], "text/x-other")


class Errors(S3TestCase):
    def test_of_buckets(self):
        self.assert_refused(
            404, "NoSuchBucket", self.s3.list_objects_v2, Bucket="no-such-bucket"
        )
        self.assert_refused(404, "404", self.s3.head_bucket, Bucket="no-such-bucket")
        self.put("a")
        self.assert_refused(409, "BucketNotEmpty", self.s3.delete_bucket, Bucket=self.bucket)
        # In us-east-1 creating again what one owns is no error.
        self.s3.create_bucket(Bucket=self.bucket)
        self.assertEqual(self.read("a"), b"x")

    def test_of_objects(self):
        with self.assertRaises(self.s3.exceptions.NoSuchKey):
            self.get("missing")
        self.versioning("Enabled")
        version = self.put("a")["VersionId"]
        response = self.assert_refused(
            400, "InvalidArgument", self.get, "a", VersionId="garbage"
        )
        self.assertEqual(response["Error"]["Message"], "Invalid version id specified")
        self.assert_refused(404, "NoSuchVersion", self.get, "b", VersionId=version)
        self.assert_refused(
            412,
            "PreconditionFailed",
            self.s3.put_object,
            Bucket=self.bucket,
            Key="a",
            Body=b"y",
            IfNoneMatch="*",
        )

    def test_of_what_is_not_emulated(self):
        response = self.assert_refused(
            501,
            "NotImplemented",
            self.s3.get_bucket_metadata_configuration,
            Bucket=self.bucket,
        )
        self.assertIn("GetBucketMetadataConfiguration", response["Error"]["Message"])


class ObjectLock(S3TestCase):
    """A bucket with Object Lock beside the usual one."""

    def setUp(self):
        super().setUp()
        self.vault = "vault-" + uuid.uuid4().hex
        self.s3.create_bucket(Bucket=self.vault, ObjectLockEnabledForBucket=True)

    def test_of_a_locked_version(self):
        until = datetime.datetime(2199, 1, 1, tzinfo=datetime.timezone.utc)
        version = self.s3.put_object(
            Bucket=self.vault,
            Key="a",
            Body=b"x",
            ObjectLockMode="GOVERNANCE",
            ObjectLockRetainUntilDate=until,
            ObjectLockLegalHoldStatus="ON",
        )["VersionId"]
        named = {"Bucket": self.vault, "Key": "a", "VersionId": version}
        head = self.s3.head_object(**named)
        self.assertEqual(head["ObjectLockMode"], "GOVERNANCE")
        self.assertEqual(head["ObjectLockRetainUntilDate"], until)
        self.assertEqual(head["ObjectLockLegalHoldStatus"], "ON")

        response = self.assert_refused(
            403,
            "AccessDenied",
            self.s3.delete_object,
            BypassGovernanceRetention=True,
            **named,
        )
        self.assertEqual(
            response["Error"]["Message"],
            "Access Denied because object protected by object lock.",
        )
        self.s3.put_object_legal_hold(LegalHold={"Status": "OFF"}, **named)
        self.assertEqual(
            self.s3.get_object_legal_hold(**named)["LegalHold"]["Status"], "OFF"
        )
        self.assert_refused(
            403, "AccessDenied", self.s3.put_object_retention, Retention={}, **named
        )
        later = until + datetime.timedelta(days=1)
        self.s3.put_object_retention(
            Retention={"Mode": "GOVERNANCE", "RetainUntilDate": later}, **named
        )
        self.assertEqual(
            self.s3.get_object_retention(**named)["Retention"],
            {"Mode": "GOVERNANCE", "RetainUntilDate": later},
        )
        self.s3.delete_object(BypassGovernanceRetention=True, **named)

    def test_of_the_default_retention(self):
        rule = {"DefaultRetention": {"Mode": "GOVERNANCE", "Days": 1}}
        configuration = {"ObjectLockEnabled": "Enabled", "Rule": rule}
        self.s3.put_object_lock_configuration(
            Bucket=self.vault, ObjectLockConfiguration=configuration
        )
        self.assertEqual(
            self.s3.get_object_lock_configuration(Bucket=self.vault)[
                "ObjectLockConfiguration"
            ],
            configuration,
        )
        self.s3.upload_fileobj(io.BytesIO(b"x" * 9_000_000), self.vault, "large")
        head = self.s3.head_object(Bucket=self.vault, Key="large")
        self.assertEqual(head["ObjectLockMode"], "GOVERNANCE")


class VirtualHosts(S3TestCase):
    def test_a_bucket_in_the_host_name(self):
        resolve = socket.getaddrinfo

        # Names below localhost are this machine (RFC 6761), which not every resolver knows.
        def resolve_localhost(host, *args, **kwargs):
            below = isinstance(host, str) and host.endswith(".localhost")
            return resolve("127.0.0.1" if below else host, *args, **kwargs)

        socket.getaddrinfo = resolve_localhost
        self.addCleanup(setattr, socket, "getaddrinfo", resolve)
        client = boto3.client(
            "s3",
            region_name=REGION,
            endpoint_url=f"http://localhost:{urllib.parse.urlsplit(ENDPOINT).port}",
            config=Config(s3={"addressing_style": "virtual"}),
        )
        self.addCleanup(client.close)
        hosts = []
        client.meta.events.register(
            "before-send.s3", lambda request, **_: hosts.append(request.url)
        )
        client.put_object(Bucket=self.bucket, Key="a b", Body=b"virtual")

        self.assertIn(f"http://{self.bucket}.localhost:", hosts[0])
        self.assertEqual(self.read("a b"), b"virtual")
        response = client.delete_objects(
            Bucket=self.bucket, Delete={"Objects": [{"Key": "a b"}]}
        )
        self.assertEqual(response["Deleted"], [{"Key": "a b"}])
        self.assertEqual(client.list_objects_v2(Bucket=self.bucket)["KeyCount"], 0)


if __name__ == "__main__":
    unittest.main()
