package dev.s3emulator.internal.domain;

import dev.s3emulator.internal.domain.attribute.VersionAttributes;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.pcollections.TreePMap;

/**
 * A multipart upload that is neither completed nor aborted.
 *
 * @param initiated when it was created, in whole seconds: the time of the object too
 * @param initiator who created it, and so owns the object
 * @param object what the object will be, as its creation said
 * @param checksum the checksum of its parts and of its object
 * @param replacesObject whether the key had an object when the upload was created
 * @param parts the parts by number
 */
public record Upload(
    UploadId id,
    ObjectKey key,
    Instant initiated,
    Owner initiator,
    UploadedObject object,
    UploadChecksum checksum,
    boolean replacesObject,
    TreePMap<Integer, Part> parts) {

  /** What the creation of an upload says about its object. */
  public record UploadedObject(
      ObjectMetadata metadata, TagSet tags, VersionAttributes attributes) {}

  /** Returns the upload with this part, which takes the place of the one with its number. */
  public Upload with(Part part) {
    return new Upload(
        id,
        key,
        initiated,
        initiator,
        object,
        checksum,
        replacesObject,
        parts.plus(part.number(), part));
  }

  /** Returns the part with this number. */
  public Optional<Part> part(int number) {
    return Optional.ofNullable(parts.get(number));
  }

  /** Returns the parts behind this number, in order. */
  public Collection<Part> partsBehind(int number) {
    return parts.tailMap(number, false).values();
  }
}
