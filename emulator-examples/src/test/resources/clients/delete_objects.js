/**
 * DeleteObject and DeleteObjects of the AWS SDK for JavaScript: the documented samples, conditions
 * and a key that fails.
 *
 * Runs against http://127.0.0.1:9000 or the endpoint in S3_ENDPOINT. The package
 * `@aws-sdk/client-s3` is found where Node.js looks for packages, or by NODE_PATH.
 */

const assert = require("node:assert/strict");
const {
  ChecksumAlgorithm,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  paginateListObjectsV2,
  waitUntilObjectNotExists,
} = require("@aws-sdk/client-s3");
const { answer, keysOf, newBucket, put, refused, run, s3, versionsOf } = require("./connection.js");

/** S3 promises no order of the answers. */
function byKey(entries) {
  return [...entries].sort((a, b) => (`${a.Key} ${a.VersionId}` < `${b.Key} ${b.VersionId}` ? -1 : 1));
}

run({
  "DeleteObject: without versioning S3 has nothing to tell": async () => {
    const Bucket = await newBucket();
    await put(Bucket, "objectkey.jpg");

    const deleted = await s3.send(new DeleteObjectCommand({ Bucket, Key: "objectkey.jpg" }));

    assert.deepEqual(answer(deleted), {});
    assert.equal(deleted.$metadata.httpStatusCode, 204);
    assert.deepEqual(await keysOf(Bucket), []);
    await waitUntilObjectNotExists({ client: s3, maxWaitTime: 30 }, { Bucket, Key: "objectkey.jpg" });
  },

  "DeleteObject: with versioning a delete marker hides the object": async () => {
    const Bucket = await newBucket("Enabled");
    const { VersionId } = await put(Bucket, "HappyFace.jpg");

    const marker = await s3.send(new DeleteObjectCommand({ Bucket, Key: "HappyFace.jpg" }));
    assert.equal(marker.DeleteMarker, true);
    assert.deepEqual(await keysOf(Bucket), []);

    const gone = await s3.send(new DeleteObjectCommand({ Bucket, Key: "HappyFace.jpg", VersionId }));
    assert.deepEqual(answer(gone), { VersionId });
    const left = await versionsOf(Bucket);
    assert.deepEqual(left.versions, []);
    assert.deepEqual(left.markers.map((entry) => entry.VersionId), [marker.VersionId]);
  },

  "DeleteObject: only if the ETag matches": async () => {
    const Bucket = await newBucket();
    const { ETag } = await put(Bucket, "a");

    assert.deepEqual(
      await refused(new DeleteObjectCommand({ Bucket, Key: "a", IfMatch: '"0123"' })),
      [412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold"],
    );
    await s3.send(new DeleteObjectCommand({ Bucket, Key: "a", IfMatch: ETag }));
    assert.deepEqual(await keysOf(Bucket), []);
  },

  "DeleteObjects: two versions of HappyFace.jpg are gone for good": async () => {
    const Bucket = await newBucket("Enabled");
    const objects = [];
    for (const body of ["first", "second"]) {
      const { VersionId } = await put(Bucket, "HappyFace.jpg", body);
      objects.push({ Key: "HappyFace.jpg", VersionId });
    }

    const deleted = await s3.send(
      new DeleteObjectsCommand({ Bucket, Delete: { Objects: objects, Quiet: false } }),
    );

    assert.deepEqual(byKey(deleted.Deleted), byKey(objects));
    assert.equal(deleted.Errors, undefined);
    assert.deepEqual(await versionsOf(Bucket), { versions: [], markers: [] });
  },

  "DeleteObjects: two keys of a versioned bucket get delete markers": async () => {
    const Bucket = await newBucket("Enabled");
    await put(Bucket, "objectkey1");
    await put(Bucket, "objectkey2");

    const deleted = await s3.send(
      new DeleteObjectsCommand({
        Bucket,
        Delete: { Objects: [{ Key: "objectkey1" }, { Key: "objectkey2" }], Quiet: false },
      }),
    );

    const { versions, markers } = await versionsOf(Bucket);
    assert.equal(versions.length, 2);
    assert.deepEqual(
      byKey(deleted.Deleted),
      markers.map(({ Key, VersionId }) => ({
        Key,
        DeleteMarker: true,
        DeleteMarkerVersionId: VersionId,
      })),
    );
  },

  "DeleteObjects: a key fails alone, also quietly": async () => {
    const Bucket = await newBucket("Enabled");
    await put(Bucket, "a");
    const Objects = [{ Key: "a" }, { Key: "a", VersionId: "abc" }];

    const deleted = await s3.send(
      new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }),
    );

    assert.deepEqual(answer(deleted), {
      Errors: [
        {
          Key: "a",
          VersionId: "abc",
          Code: "NoSuchVersion",
          Message: "The specified version does not exist.",
        },
      ],
    });
  },

  "DeleteObjects: Size is for directory buckets; others refuse the whole request": async () => {
    const Bucket = await newBucket();
    const Objects = [{ Key: "a" }, { Key: "b", Size: 3 }];
    const [status, code] = await refused(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
    assert.deepEqual([status, code], [400, "MalformedXML"]);
  },

  "DeleteObjects: with the checksums that the package computes by itself": async () => {
    const Bucket = await newBucket();
    const { CRC32, CRC32C, CRC64NVME, SHA1, SHA256 } = ChecksumAlgorithm;
    for (const algorithm of [CRC32, CRC32C, CRC64NVME, SHA1, SHA256]) {
      const deleted = await s3.send(
        new DeleteObjectsCommand({
          Bucket,
          Delete: { Objects: [{ Key: "a" }] },
          ChecksumAlgorithm: algorithm,
        }),
      );
      assert.deepEqual(deleted.Deleted, [{ Key: "a" }], algorithm);
    }
  },

  "paginateListObjectsV2: page by page": async () => {
    const Bucket = await newBucket();
    const wanted = ["a", "b", "c", "d", "e"];
    await Promise.all(wanted.map((key) => put(Bucket, key)));
    const seen = [];
    for await (const page of paginateListObjectsV2({ client: s3, pageSize: 2 }, { Bucket })) {
      seen.push(...page.Contents.map((entry) => entry.Key));
    }
    assert.deepEqual(seen, wanted);
  },
});
