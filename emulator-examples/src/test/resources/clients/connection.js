/** The connection of the other scripts to the emulator, and what they say to it besides deleting. */

const assert = require("node:assert/strict");
const { randomUUID } = require("node:crypto");
const {
  CreateBucketCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  S3Client,
} = require("@aws-sdk/client-s3");

function connect(endpoint) {
  return new S3Client({
    endpoint,
    region: "us-east-1",
    credentials: {
      accessKeyId: "AKIAIOSFODNN7EXAMPLE",
      secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
    },
    forcePathStyle: true,
  });
}

const s3 = connect(process.env.S3_ENDPOINT ?? "http://127.0.0.1:9000");

/** Makes an empty bucket and returns its name. */
async function newBucket(versioning) {
  const Bucket = `bucket-${randomUUID()}`;
  await s3.send(new CreateBucketCommand({ Bucket }));
  if (versioning) {
    const VersioningConfiguration = { Status: versioning };
    await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration }));
  }
  return Bucket;
}

/** Stores an object and returns S3's answer. */
function put(Bucket, Key, Body = "a photo") {
  return s3.send(new PutObjectCommand({ Bucket, Key, Body }));
}

/** Returns the keys that a listing shows, those of hidden objects not. */
async function keysOf(Bucket) {
  const page = await s3.send(new ListObjectsV2Command({ Bucket }));
  return (page.Contents ?? []).map((entry) => entry.Key);
}

/** Returns the delete markers and the versions that are left. */
async function versionsOf(Bucket) {
  const page = await s3.send(new ListObjectVersionsCommand({ Bucket }));
  return { versions: page.Versions ?? [], markers: page.DeleteMarkers ?? [] };
}

/** Returns an answer without what every answer has and what is not there. */
function answer({ $metadata, ...rest }) {
  return JSON.parse(JSON.stringify(rest));
}

/** Sends a command that S3 must refuse; returns status, code and message. */
async function refused(command) {
  try {
    await s3.send(command);
  } catch (error) {
    return [error.$metadata?.httpStatusCode, error.name, error.message];
  }
  return assert.fail(`S3 refuses ${JSON.stringify(command.input)}, but it was done`);
}

/** Runs the samples by their titles. The first that fails ends the script. */
async function run(samples) {
  for (const [title, sample] of Object.entries(samples)) {
    await sample();
    console.log("ok:", title);
  }
}

module.exports = { answer, connect, keysOf, newBucket, put, refused, run, s3, versionsOf };
