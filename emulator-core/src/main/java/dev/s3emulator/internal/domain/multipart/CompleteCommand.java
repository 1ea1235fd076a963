package dev.s3emulator.internal.domain.multipart;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.s3emulator.internal.domain.ETag;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.WritePrecondition;
import dev.s3emulator.internal.domain.checksum.ChecksumAlgorithm;
import dev.s3emulator.internal.domain.checksum.ChecksumDigest;
import dev.s3emulator.internal.domain.checksum.ChecksumType;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * A request to complete an upload.
 *
 * @param uploadId the id as the request gives it
 * @param parts the parts of the object
 * @param precondition what must hold for the current object of the key
 * @param type the checksum type that the client expects
 * @param checksum the checksum of the object that the client expects
 * @param size the size of the object that the client expects
 */
public record CompleteCommand(
    ObjectKey key,
    String uploadId,
    List<ListedPart> parts,
    WritePrecondition precondition,
    Optional<ChecksumType> type,
    Optional<ExpectedChecksum> checksum,
    Optional<Long> size) {

  /** A checksum in base64, a composite one perhaps with the number of its parts. */
  public record ExpectedChecksum(ChecksumAlgorithm algorithm, String value) {}

  /** Keeps a copy of the list. */
  public CompleteCommand {
    parts = List.copyOf(parts);
  }

  /** Returns a digest of the list of parts, which tells whether another request names the same. */
  ETag listDigest() {
    ChecksumDigest md5 = ChecksumAlgorithm.MD5.newDigest();
    for (ListedPart part : parts) {
      md5.update(ByteBuffer.wrap((part.number() + " " + part.eTag() + "\n").getBytes(UTF_8)));
    }
    return ETag.ofMd5(md5.digest());
  }
}
