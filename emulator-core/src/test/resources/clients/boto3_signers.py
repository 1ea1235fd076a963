"""The signers of boto3, both versions, against a strict server.

SignersAcceptanceTest runs this with AWS_ENDPOINT_URL and credentials in the environment; the bucket
"photos" exists.
"""

import os
import unittest
import urllib.error
import urllib.request

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

REGION = os.environ["AWS_DEFAULT_REGION"]
KEY = "a b+c%/d//e&=?$:@!*'(),;~\u00fc\u20ac\U0001f600.txt"


def client(version, **more):
    return boto3.client(
        "s3",
        region_name=REGION,
        config=Config(
            signature_version=version,
            s3={"addressing_style": "path"},
            retries={"total_max_attempts": 1},
        ),
        **more,
    )


def send(method, url, body=None, **headers):
    # urllib would add a Content-Type, which Version 2 signs.
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    names.setdefault("Content-Type", "")
    request = urllib.request.Request(url, data=body, method=method, headers=names)
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read()


class Signers(unittest.TestCase):
    def presigned(self, version, operation, **params):
        return client(version).generate_presigned_url(
            operation, Params=dict(Bucket="photos", Key=KEY, **params), ExpiresIn=60
        )

    def test_requests(self):
        for version in ("s3v4", "s3"):
            with self.subTest(version):
                s3 = client(version)
                s3.put_object(
                    Bucket="photos", Key=KEY, Body=b"x" * 100_000, Metadata={"a": "b c"}
                )
                got = s3.get_object(Bucket="photos", Key=KEY, ResponseContentType="a/b")
                self.assertEqual(len(got["Body"].read()), 100_000)
                listed = s3.list_objects_v2(Bucket="photos", Prefix="a b+c%/d//e&=?$:@")
                self.assertEqual(listed["KeyCount"], 1)
                s3.delete_object(Bucket="photos", Key=KEY)

    def test_wrong_secret(self):
        for version in ("s3v4", "s3"):
            with self.subTest(version), self.assertRaises(ClientError) as refused:
                wrong = client(
                    version,
                    aws_access_key_id=os.environ["AWS_ACCESS_KEY_ID"],
                    aws_secret_access_key="wrong",
                )
                wrong.list_objects_v2(Bucket="photos")
            self.assertEqual(
                refused.exception.response["Error"]["Code"], "SignatureDoesNotMatch"
            )

    def test_presigned_urls(self):
        for version in ("s3v4", "s3"):
            with self.subTest(version):
                put = self.presigned(version, "put_object")
                self.assertEqual(send("PUT", put, b"sand"), (200, b""))
                get = self.presigned(version, "get_object", ResponseContentType="a/b c")
                self.assertEqual(send("GET", get), (200, b"sand"))
                head = self.presigned(version, "head_object")
                self.assertEqual(send("HEAD", head), (200, b""))
                self.assertEqual(send("HEAD", get)[0], 403)
                delete = self.presigned(version, "delete_object")
                self.assertEqual(send("DELETE", delete), (204, b""))
                self.assertEqual(send("GET", get)[0], 404)

    def test_hoisted_headers(self):
        url = self.presigned("s3", "put_object", ContentType="text/plain", Metadata={"a": "b"})
        self.assertIn("x-amz-meta-a=b", url)
        self.assertEqual(send("PUT", url, b"sand", Content_Type="text/plain"), (200, b""))
        head = client("s3v4").head_object(Bucket="photos", Key=KEY)
        self.assertEqual(head["Metadata"], {"a": "b"})
        self.assertEqual(head["ContentType"], "text/plain")

    def test_unsigned_header(self):
        url = self.presigned("s3v4", "put_object")
        status, body = send("PUT", url, b"sand", x_amz_meta_a="b")
        self.assertEqual(status, 403)
        self.assertIn(b"<HeadersNotSigned>x-amz-meta-a</HeadersNotSigned>", body)


if __name__ == "__main__":
    unittest.main()
