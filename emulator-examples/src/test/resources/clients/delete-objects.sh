#!/usr/bin/env bash
# delete-object and delete-objects of the AWS command line: the samples of their documentation, and
# each of their options. Runs against http://127.0.0.1:9000 or the endpoint in S3_ENDPOINT, an emulator
# that was started with --mfa-device serial=20899872,codes=301749
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

export AWS_ENDPOINT_URL=http://127.0.0.1:9000
export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE
export AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
export AWS_DEFAULT_REGION=us-east-1

export AWS_ENDPOINT_URL="${S3_ENDPOINT:-$AWS_ENDPOINT_URL}"
export AWS_PAGER=

bucket="my-bucket-$$-$RANDOM"
errors="$(mktemp)"
trap 'rm -f "$errors"' EXIT

s3api() {
  aws s3api --output json "$1" --bucket "$bucket" "${@:2}"
}

# fails WHERE WHAT WAS
fails() {
  printf 'line %s: expected\n%s\nbut there was\n%s\n' "$1" "$2" "$3" >&2
  exit 1
}

# expect TEXT COMMAND...: what a command prints, white space aside; "ID" stands for any version id.
expect() {
  local wanted="$1" printed
  printed="$("${@:2}")"
  printed="$(sed -E 's/"[A-Za-z0-9._]{32}"/"ID"/g' <<<"$printed" | tr -d '[:space:]')"
  [[ "$printed" == "$(tr -d '[:space:]' <<<"$wanted")" ]] ||
    fails "${BASH_LINENO[0]}" "$wanted" "$printed"
}

# refused TEXT COMMAND...: a command that S3 refuses, with this text in what the user is told.
refused() {
  local wanted="$1"
  if "${@:2}" >"$errors" 2>&1; then
    fails "${BASH_LINENO[0]}" "$wanted" "success: $(cat "$errors")"
  fi
  grep --quiet --fixed-strings -- "$wanted" "$errors" ||
    fails "${BASH_LINENO[0]}" "$wanted" "$(cat "$errors")"
}

ok() {
  echo "ok: $1"
}

s3api create-bucket >"$errors"

# A bucket without versioning: S3 has nothing to tell.
expect '' s3api delete-object --key test.txt
ok 'delete-object without versioning'

# Conditions: an ETag, or anything at all with an asterisk.
s3api put-object --key test.txt --body delete.json >"$errors"
refused '(PreconditionFailed) when calling the DeleteObject operation' \
  s3api delete-object --key test.txt --if-match '"0123"'
expect '' s3api delete-object --key test.txt --if-match '*'
refused '(NoSuchKey) when calling the DeleteObject operation: The specified key does not exist.' \
  s3api delete-object --key test.txt --if-match '*'
ok '--if-match'

# Conditions of directory buckets: other buckets answer 501.
refused '(NotImplemented)' s3api delete-object --key test.txt --if-match-size 3
refused '(NotImplemented)' \
  s3api delete-object --key test.txt --if-match-last-modified-time 2026-01-31T12:00:00Z
ok '--if-match-size and --if-match-last-modified-time'

# An expected owner protects the buckets of others.
refused '(AccessDenied) when calling the DeleteObject operation: Access Denied' \
  s3api delete-object --key test.txt --expected-bucket-owner 111122223333
expect '' s3api delete-object --key test.txt --expected-bucket-owner 123456789012
ok '--expected-bucket-owner'

# The owner of a bucket may say that the requester pays; a bucket without Object Lock refuses the
# bypass; an MFA device has its code behind one blank.
expect '' s3api delete-object --key test.txt --request-payer requester
refused 'x-amz-bypass-governance-retention is only applicable to Object Lock enabled buckets.' \
  s3api delete-object --key test.txt --bypass-governance-retention
refused 'Mfa header is invalid' s3api delete-object --key test.txt --mfa 301749
ok '--request-payer, --bypass-governance-retention and --mfa'

# A versioned bucket: a delete marker hides the object.
s3api put-bucket-versioning --versioning-configuration Status=Enabled
version="$(s3api put-object --key test.txt --query VersionId --output text)"
expect '{"DeleteMarker": true, "VersionId": "ID"}' s3api delete-object --key test.txt
expect '{"VersionId": "ID"}' s3api delete-object --key test.txt --version-id "$version"
ok 'delete-object with versioning, and --version-id'

# The documented sample of delete-objects, with its file.
expect '
  {"Deleted": [
    {"Key": "test1.txt", "DeleteMarker": true, "DeleteMarkerVersionId": "ID"},
    {"Key": "test2.txt", "DeleteMarker": true, "DeleteMarkerVersionId": "ID"}]}' \
  s3api delete-objects --delete file://delete.json
ok 'delete-objects --delete file://'

# The same in one line, where a version id that S3 cannot have issued fails alone.
version="$(s3api put-object --key test.txt --query VersionId --output text)"
expect '
  {"Deleted": [{"Key": "test.txt", "VersionId": "ID"}],
   "Errors": [{"Key": "test.txt", "VersionId": "abc", "Code": "NoSuchVersion",
               "Message": "The specified version does not exist."}]}' \
  s3api delete-objects --delete \
  "Objects=[{Key=test.txt,VersionId=$version},{Key=test.txt,VersionId=abc}],Quiet=false"
ok 'delete-objects in shorthand'

# Quiet: S3 only tells what failed, here nothing.
expect '' s3api delete-objects --delete 'Objects=[{Key=a},{Key=b}],Quiet=true'
expect '{"Errors": [{"Key": "never-there", "Code": "NoSuchKey",
                     "Message": "The specified key does not exist."}]}' \
  s3api delete-objects --delete 'Objects=[{Key=a},{Key=never-there,ETag=0123}],Quiet=true'
ok 'Quiet, and ETag'

# Conditions of directory buckets: other buckets refuse the whole request.
refused '(MalformedXML)' s3api delete-objects --delete 'Objects=[{Key=a},{Key=b,Size=3}]'
refused '(MalformedXML)' \
  s3api delete-objects --delete 'Objects=[{Key=b,LastModifiedTime=2026-01-31T12:00:00Z}]'
ok 'Size and LastModifiedTime'

# All in one document, which `aws s3api delete-objects --generate-cli-skeleton` writes.
expect '{"Deleted": [{"Key": "a", "DeleteMarker": true, "DeleteMarkerVersionId": "ID"}]}' \
  aws s3api --output json delete-objects --cli-input-json '{
    "Bucket": "'"$bucket"'",
    "Delete": {"Objects": [{"Key": "a"}], "Quiet": false},
    "RequestPayer": "requester",
    "ExpectedBucketOwner": "123456789012",
    "ChecksumAlgorithm": "SHA256"}'
refused 'x-amz-bypass-governance-retention is only applicable to Object Lock enabled buckets.' \
  s3api delete-objects --delete file://delete.json --bypass-governance-retention
refused 'Mfa header is invalid' s3api delete-objects --delete file://delete.json --mfa 301749
ok '--cli-input-json, and the options of delete-objects'

# MFA Delete: versions go with a code of the owner's device only.
s3api put-bucket-versioning --versioning-configuration Status=Enabled,MFADelete=Enabled \
  --mfa '20899872 301749'
version="$(s3api put-object --key test.txt --query VersionId --output text)"
refused 'Mfa Authentication must be used for this request' \
  s3api delete-object --key test.txt --version-id "$version"
expect '{"Deleted": [{"Key": "test.txt", "VersionId": "ID"}]}' \
  s3api delete-objects --delete "Objects=[{Key=test.txt,VersionId=$version}]" --mfa '20899872 301749'
ok '--mfa'

# Object Lock: in governance mode versions go with the bypass only.
bucket="$bucket-locked"
s3api create-bucket --object-lock-enabled-for-bucket >"$errors"
version="$(s3api put-object --key test.txt --query VersionId --output text \
  --object-lock-mode GOVERNANCE --object-lock-retain-until-date 2999-12-31T00:00:00Z)"
refused 'Access Denied because object protected by object lock.' \
  s3api delete-object --key test.txt --version-id "$version"
expect '{"VersionId": "ID"}' \
  s3api delete-object --key test.txt --version-id "$version" --bypass-governance-retention
ok '--bypass-governance-retention'

# Each algorithm that this command line can compute: version 1 lacks some, or the package awscrt.
computed=()
for algorithm in CRC32 SHA1 SHA256 SHA512 CRC32C CRC64NVME MD5 XXHASH64 XXHASH3 XXHASH128; do
  if s3api delete-objects --delete 'Objects=[{Key=a}],Quiet=true' \
    --checksum-algorithm "$algorithm" >"$errors" 2>&1; then
    computed+=("$algorithm")
  else
    grep --quiet -E 'Missing Dependency|Unsupported checksum|Invalid choice' "$errors" ||
      fails "$LINENO" "$algorithm" "$(cat "$errors")"
  fi
done
[[ "${computed[*]}" == 'CRC32 SHA1 SHA256'* ]] || fails "$LINENO" 'CRC32 SHA1 SHA256' "${computed[*]}"
ok "--checksum-algorithm: ${computed[*]}"
