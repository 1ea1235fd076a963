"""Forms that boto3 signs and other clients send.

PostFormAcceptanceTest runs this with AWS_ENDPOINT_URL and credentials in the environment.
"""

import os
import unittest
import xml.etree.ElementTree as ElementTree

import boto3
import urllib3
from botocore.config import Config

ENDPOINT = os.environ["AWS_ENDPOINT_URL"]
HTTP = urllib3.PoolManager()


def client(**config):
    return boto3.client(
        "s3", endpoint_url=ENDPOINT, config=Config(s3={"addressing_style": "path"}, **config)
    )


class PostForm(unittest.TestCase):
    def setUp(self):
        self.s3 = client()
        self.s3.create_bucket(Bucket="forms")

    def post(self, form, content=b"abc", name="a b.txt", **changes):
        fields = {**form["fields"], **changes, "file": (name, content)}
        return HTTP.request("POST", form["url"], fields=fields, redirect=False)

    def code(self, answer):
        return ElementTree.fromstring(answer.data).findtext("Code")

    def message(self, answer):
        return ElementTree.fromstring(answer.data).findtext("Message")

    def test_both_signature_versions(self):
        for version in ("s3v4", "s3"):
            with self.subTest(version):
                form = client(signature_version=version).generate_presigned_post("forms", version)
                answer = self.post(form)
                self.assertEqual(204, answer.status, answer.data)
                body = self.s3.get_object(Bucket="forms", Key=version)["Body"].read()
                self.assertEqual(b"abc", body)

    def test_fields_and_conditions(self):
        fields = {"acl": "bucket-owner-full-control", "Content-Type": "image/png"}
        conditions = [
            {"acl": "bucket-owner-full-control"},
            ["starts-with", "$Content-Type", "image/"],
            ["content-length-range", 1, 1_000_000],
            {"success_action_status": "201"},
            {"x-amz-meta-who": "me"},
        ]
        form = self.s3.generate_presigned_post(
            "forms", "user/${filename}", Fields=fields, Conditions=conditions
        )
        extra = {"success_action_status": "201", "x-amz-meta-who": "me"}
        answer = self.post(form, content=b"x" * 1_000_000, **extra)

        self.assertEqual(201, answer.status, answer.data)
        document = ElementTree.fromstring(answer.data)
        self.assertEqual("PostResponse", document.tag)
        self.assertEqual("user/a b.txt", document.findtext("Key"))
        # The address of the answer is that of the object.
        self.assertEqual(200, HTTP.request("HEAD", document.findtext("Location")).status)
        head = self.s3.head_object(Bucket="forms", Key="user/a b.txt")
        self.assertEqual(1_000_000, head["ContentLength"])
        self.assertEqual("image/png", head["ContentType"])
        self.assertEqual({"who": "me"}, head["Metadata"])

        too_large = self.post(form, content=b"x" * 1_000_001, **extra)
        self.assertEqual("EntityTooLarge", self.code(too_large))
        self.assertEqual(
            "1000001", ElementTree.fromstring(too_large.data).findtext("ProposedSize")
        )
        self.assertEqual("EntityTooSmall", self.code(self.post(form, content=b"", **extra)))
        refused = self.post(form, **{**extra, "Content-Type": "text/html"})
        self.assertEqual(
            'Invalid according to Policy: Policy Condition failed:'
            ' ["starts-with", "$Content-Type", "image/"]',
            self.message(refused),
        )
        refused = self.post(form, **{**extra, "x-amz-meta-other": "1"})
        self.assertEqual(
            "Invalid according to Policy: Extra input fields: x-amz-meta-other",
            self.message(refused),
        )

    def test_redirect(self):
        url = "http://pages.test/done"
        form = self.s3.generate_presigned_post(
            "forms",
            "redirected",
            Fields={"success_action_redirect": url},
            Conditions=[{"success_action_redirect": url}],
        )
        answer = self.post(form)
        self.assertEqual(303, answer.status, answer.data)
        self.assertEqual(
            url + "?bucket=forms&key=redirected&etag=%22900150983cd24fb0d6963f7d28e17f72%22",
            answer.headers["Location"],
        )

    def test_tampered_and_expired(self):
        s3 = client(signature_version="s3v4")
        form = s3.generate_presigned_post("forms", "tampered")
        self.assertEqual(
            "SignatureDoesNotMatch", self.code(self.post(form, **{"x-amz-signature": "0" * 64}))
        )
        self.assertEqual("AccessDenied", self.code(self.post(form, key="elsewhere")))
        expired = s3.generate_presigned_post("forms", "expired", ExpiresIn=-1)
        self.assertEqual(
            "Invalid according to Policy: Policy expired.", self.message(self.post(expired))
        )


if __name__ == "__main__":
    unittest.main()
