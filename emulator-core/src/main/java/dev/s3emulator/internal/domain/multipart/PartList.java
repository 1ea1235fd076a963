package dev.s3emulator.internal.domain.multipart;

import dev.s3emulator.internal.domain.ObjectContent;
import dev.s3emulator.internal.domain.Part;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.Upload;
import dev.s3emulator.internal.domain.UploadChecksum;
import dev.s3emulator.internal.domain.checksum.Checksum;
import dev.s3emulator.internal.domain.checksum.ChecksumAlgorithm;
import dev.s3emulator.internal.domain.checksum.ChecksumType;
import java.util.ArrayList;
import java.util.List;

/** Compares the list of parts of a request with those of the upload, and joins them. */
final class PartList {

  private final Upload upload;
  private final CompleteCommand command;

  private PartList(Upload upload, CompleteCommand command) {
    this.upload = upload;
    this.command = command;
  }

  /**
   * Returns the object that the listed parts make.
   *
   * @throws S3Exception if the request does not fit the upload
   */
  static ObjectContent join(Upload upload, CompleteCommand command) {
    return new PartList(upload, command).join();
  }

  private ObjectContent join() {
    requireType();
    requireOrder();
    List<Part> parts = new ArrayList<>(command.parts().size());
    for (ListedPart listed : command.parts()) {
      Part part = require(listed);
      parts.add(part);
      if (parts.size() < command.parts().size() && part.size() < Part.MIN_SIZE) {
        throw S3Exception.of(S3Error.ENTITY_TOO_SMALL)
            .with("ProposedSize", part.size())
            .with("MinSizeAllowed", Part.MIN_SIZE)
            .with("PartNumber", part.number())
            .with("ETag", part.eTag());
      }
    }
    ObjectContent content = Joining.join(parts, upload.checksum().type());
    requireSize(content.blob().size());
    requireChecksum(content.checksum());
    return content;
  }

  private void requireType() {
    UploadChecksum declared = upload.checksum();
    if (command.type().isPresent()
        && !(declared.declared() && declared.type() == command.type().get())) {
      throw S3Exception.invalidRequest(
          "The upload was created using the "
              + (declared.declared() ? declared.type().name() : "null")
              + " checksum mode. The complete request must use the same checksum mode.");
    }
  }

  /**
   * Numbers ascend. Those of a composite checksum also leave none out: the reference says so of the
   * algorithms that existed then, and elsewhere speaks of a status 500, which would help nobody.
   */
  private void requireOrder() {
    boolean withoutGaps = upload.checksum().type() == ChecksumType.COMPOSITE;
    int previous = 0;
    for (ListedPart listed : command.parts()) {
      int number = listed.number();
      if (number < 1) {
        throw S3Exception.invalidArgument(
            "PartNumber must be >= 1", "PartNumber", Integer.toString(number));
      }
      if (number <= previous || (withoutGaps && number != previous + 1)) {
        throw S3Exception.of(S3Error.INVALID_PART_ORDER)
            .with("UploadId", upload.id())
            .because(
                number <= previous
                    ? "Part " + number + " is listed behind part " + previous + "."
                    : "The parts of a composite checksum are numbered 1, 2, 3 without gaps.");
      }
      previous = number;
    }
  }

  private Part require(ListedPart listed) {
    Part part =
        upload
            .part(listed.number())
            .orElseThrow(() -> invalidPart(listed, "No part of this number was uploaded."));
    if (!part.eTag().toString().equals(listed.eTag())) {
      throw invalidPart(listed, "The part has the entity tag " + part.eTag() + ".");
    }
    UploadChecksum declared = upload.checksum();
    if (!declared.declared()) {
      // Nobody could know the checksum that S3 keeps by itself.
      if (!listed.checksums().isEmpty()) {
        throw invalidPart(listed, "The upload was created without a checksum algorithm.");
      }
      return part;
    }
    String checksum = listed.checksums().get(declared.algorithm());
    if (checksum == null && declared.type() == ChecksumType.COMPOSITE) {
      throw missingChecksum(listed);
    }
    if (checksum != null && !checksum.equals(part.content().checksum().base64())) {
      throw invalidPart(listed, "The part has the checksum " + part.content().checksum() + ".");
    }
    return part;
  }

  private S3Exception invalidPart(ListedPart listed, String reason) {
    return S3Exception.of(S3Error.INVALID_PART)
        .with("UploadId", upload.id())
        .with("PartNumber", listed.number())
        .with("ETag", listed.eTag())
        .because(reason);
  }

  private S3Exception missingChecksum(ListedPart listed) {
    for (ChecksumAlgorithm other : ChecksumAlgorithm.values()) {
      if (listed.checksums().containsKey(other)) {
        return S3Exception.of(
            S3Error.BAD_DIGEST,
            "The "
                + other.headerSuffix()
                + " you specified for part "
                + listed.number()
                + " did not match what we received.");
      }
    }
    return S3Exception.invalidRequest(
        "The upload was created using a "
            + upload.checksum().algorithm().headerSuffix()
            + " checksum. The complete request must include the checksum for each part. It was"
            + " missing for part "
            + listed.number()
            + " in the request.");
  }

  private void requireSize(long computed) {
    if (command.size().isPresent() && command.size().get() != computed) {
      throw S3Exception.invalidRequest(
          "The provided 'x-amz-mp-object-size' header value "
              + command.size().get()
              + " does not match what was computed: "
              + computed);
    }
  }

  /** A composite checksum may come without the number of its parts, as attributes show it. */
  private void requireChecksum(Checksum computed) {
    if (command.checksum().isEmpty()) {
      return;
    }
    CompleteCommand.ExpectedChecksum expected = command.checksum().get();
    if (expected.algorithm() != computed.algorithm()) {
      // What S3 says here is not known; these are its words about a part with another algorithm.
      throw upload.checksum().mismatch(expected.algorithm());
    }
    if (!expected.value().equals(computed.headerValue())
        && !expected.value().equals(computed.base64())) {
      throw S3Exception.of(
          S3Error.BAD_DIGEST,
          "The "
              + computed.algorithm().headerSuffix()
              + " you specified did not match the calculated checksum.");
    }
  }
}
