package dev.s3emulator.internal.domain.multipart;

import dev.s3emulator.internal.domain.ETag;
import dev.s3emulator.internal.domain.ObjectContent;
import dev.s3emulator.internal.domain.Part;
import dev.s3emulator.internal.domain.PartedBlob;
import dev.s3emulator.internal.domain.checksum.Checksum;
import dev.s3emulator.internal.domain.checksum.ChecksumType;
import dev.s3emulator.internal.domain.checksum.CrcCombiner;
import java.util.List;

/** The rule of making the content of an object of parts: nothing is copied and no byte is read. */
public final class Joining {

  private Joining() {}

  /**
   * Returns the content with its digests.
   *
   * @param parts at least one, in order, whose checksums are of one algorithm
   * @param type what the checksum of the object covers; FULL_OBJECT goes with CRCs only
   */
  public static ObjectContent join(List<Part> parts, ChecksumType type) {
    return ObjectContent.of(
        new PartedBlob(parts),
        ETag.ofParts(parts.stream().map(Part::eTag).toList()),
        checksum(parts, type));
  }

  private static Checksum checksum(List<Part> parts, ChecksumType type) {
    if (type == ChecksumType.COMPOSITE) {
      return Checksum.compositeOf(parts.stream().map(part -> part.content().checksum()).toList());
    }
    Checksum whole = parts.get(0).content().checksum();
    for (Part part : parts.subList(1, parts.size())) {
      whole = CrcCombiner.combine(whole, part.content().checksum(), part.size());
    }
    return whole;
  }
}
