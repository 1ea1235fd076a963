/**
 * Every key of keys.json, stored, listed, read and deleted by the AWS SDK for JavaScript. Prints what
 * became of each: {"name of the key": "works"}, or which step failed and how.
 */

const assert = require("node:assert/strict");
const {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  S3ServiceException,
} = require("@aws-sdk/client-s3");
const { keysOf, newBucket, put, s3 } = require("./connection.js");
const keys = require("./keys.json");

/** Takes a key through its life and returns "works", or which step failed and how. */
async function lifeOf(Key) {
  const Bucket = await newBucket();
  let step = "put";
  try {
    await put(Bucket, Key, Key);
    step = "list";
    const listed = await keysOf(Bucket);
    if (listed[0] !== Key) {
      return `list: ${JSON.stringify(listed)}`;
    }
    step = "get";
    const got = await s3.send(new GetObjectCommand({ Bucket, Key }));
    assert.equal(await got.Body.transformToString(), Key);
    step = "delete";
    await s3.send(new DeleteObjectCommand({ Bucket, Key }));
    assert.deepEqual(await keysOf(Bucket), []);
    step = "batch delete";
    await put(Bucket, Key);
    const deleted = await s3.send(
      new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key }] } }),
    );
    assert.deepEqual(deleted.Deleted, [{ Key }]);
    assert.deepEqual(await keysOf(Bucket), []);
  } catch (failure) {
    // Of S3's errors the name is the code.
    return `${step}: ${failure instanceof S3ServiceException ? failure.name : failure.message}`;
  }
  return "works";
}

async function main() {
  const lives = {};
  for (const [name, key] of Object.entries(keys)) {
    lives[name] = await lifeOf(key);
  }
  console.log(JSON.stringify(lives, null, 2));
}

main();
