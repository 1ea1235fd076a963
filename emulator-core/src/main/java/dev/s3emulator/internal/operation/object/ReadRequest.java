package dev.s3emulator.internal.operation.object;

import dev.s3emulator.internal.domain.ByteRange;
import dev.s3emulator.internal.domain.ETagCondition;
import dev.s3emulator.internal.domain.ObjectContent;
import dev.s3emulator.internal.domain.Part;
import dev.s3emulator.internal.domain.PartedBlob;
import dev.s3emulator.internal.domain.ReadConditions;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.VersionId;
import dev.s3emulator.internal.lookup.VersionParameter;
import dev.s3emulator.internal.protocol.Dates;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.S3Request;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * What GetObject and HeadObject ask for; reading it is the check of its form.
 *
 * @param range the value of the Range header
 * @param partNumber the number of the part that is wanted alone
 * @param withChecksum whether the answer shows the checksum
 * @param customerKey the key of an object that its customer encrypts
 * @param overrides the headers that the answer has instead of the stored ones
 */
record ReadRequest(
    Optional<VersionId> versionId,
    ReadConditions conditions,
    Optional<String> range,
    Optional<Integer> partNumber,
    boolean withChecksum,
    Optional<CustomerKey> customerKey,
    Map<String, String> overrides) {

  /**
   * Returns what a request asks for.
   *
   * @throws S3Exception InvalidArgument or InvalidRequest for what cannot be asked
   */
  static ReadRequest of(S3Request request) {
    Optional<VersionId> versionId = VersionParameter.of(request);
    Optional<Integer> partNumber = partNumber(request);
    Optional<String> range = request.headerValue(S3Headers.RANGE);
    if (range.isPresent() && partNumber.isPresent()) {
      throw S3Exception.invalidRequest(
          "Cannot specify both Range header and partNumber query parameter");
    }
    EncryptionHeaders.refuse(request);
    return new ReadRequest(
        versionId,
        conditions(request, ""),
        range,
        partNumber,
        withChecksum(request),
        CustomerKey.of(request),
        ResponseOverrides.of(request));
  }

  /**
   * Returns the conditions of a request.
   *
   * @param prefix what stands before their names, {@code x-amz-copy-source-} or nothing
   */
  static ReadConditions conditions(S3Request request, String prefix) {
    String ifMatch = request.header(prefix + S3Headers.IF_MATCH);
    String ifUnmodified = request.header(prefix + S3Headers.IF_UNMODIFIED_SINCE);
    String ifNoneMatch = request.header(prefix + S3Headers.IF_NONE_MATCH);
    String ifModified = request.header(prefix + S3Headers.IF_MODIFIED_SINCE);
    if (ifMatch == null && ifUnmodified == null && ifNoneMatch == null && ifModified == null) {
      return ReadConditions.NONE;
    }
    return new ReadConditions(
        Optional.ofNullable(ifMatch).map(ETagCondition::parse),
        Optional.ofNullable(ifUnmodified).flatMap(ReadRequest::time),
        Optional.ofNullable(ifNoneMatch).map(ETagCondition::parse),
        Optional.ofNullable(ifModified).flatMap(ReadRequest::time));
  }

  /** S3 compares whole seconds; HTTP ignores a date that cannot be read. */
  private static Optional<Instant> time(String value) {
    return Dates.parseHttp(value).map(time -> time.truncatedTo(ChronoUnit.SECONDS));
  }

  /**
   * Returns the bytes that are wanted of an object, or empty for all of it.
   *
   * @throws S3Exception InvalidRange or InvalidPartNumber if it has no such bytes
   */
  Optional<ByteRange> rangeOf(ObjectContent content) {
    long size = content.blob().size();
    if (partNumber.isEmpty()) {
      return range.flatMap(header -> ByteRange.parse(header, size));
    }
    Optional<PartedBlob> parts = content.parts();
    int count = parts.map(blob -> blob.parts().size()).orElse(1);
    int index = partNumber.get() - 1;
    if (index >= count) {
      throw S3Exception.of(S3Error.INVALID_PART_NUMBER)
          .with("PartNumberRequested", partNumber.get())
          .with("ActualPartCount", count);
    }
    long first = parts.map(blob -> blob.start(index)).orElse(0L);
    long length = parts.map(blob -> blob.parts().get(index).size()).orElse(size);
    // What S3 says of a part of no bytes is not known; no Content-Range could describe it.
    return length == 0 ? Optional.empty() : Optional.of(new ByteRange(first, first + length - 1));
  }

  private static Optional<Integer> partNumber(S3Request request) {
    String text = request.parameter("partNumber");
    if (text == null) {
      return Optional.empty();
    }
    return Optional.of(Part.parseNumber(text));
  }

  private static boolean withChecksum(S3Request request) {
    String mode = request.header(S3Headers.CHECKSUM_MODE);
    if (mode != null && !mode.equalsIgnoreCase("ENABLED")) {
      throw S3Exception.invalidRequest("Value for x-amz-checksum-mode header is invalid.");
    }
    return mode != null;
  }
}
