package dev.s3emulator.internal.operation.bucket;

import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.ObjectVersion;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.VersionEntry;
import dev.s3emulator.internal.domain.attribute.Restoration;
import dev.s3emulator.internal.domain.checksum.Checksum;
import dev.s3emulator.internal.domain.listing.ListingPage;
import dev.s3emulator.internal.protocol.Dates;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.xml.XmlWriter;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes what the documents of all listings of keys have in common. Used by one thread. */
final class ListingDocument {

  private static final int CHARACTERS_PER_ENTRY = 400;

  private final XmlWriter xml;
  private final ListingParameters parameters;

  /** The time of the last entry and its text: neighbours are often of the same second. */
  private Instant time = Instant.EPOCH;

  private String timeText = Dates.iso(Instant.EPOCH);

  /** The time at which restorations are looked at, or null where they are not shown. */
  private @Nullable Instant restoreStatusAt;

  /** Starts the document of a page. */
  ListingDocument(
      String root, String bucketName, ListingParameters parameters, ListingPage<?> page) {
    this.parameters = parameters;
    xml = XmlWriter.document(root, 512 + page.size() * CHARACTERS_PER_ENTRY);
    xml.element("Name", bucketName);
    name("Prefix", parameters.prefix());
  }

  /** Shows how far restorations are if the request asks for it. */
  ListingDocument restoreStatus(S3Request request, Instant now) {
    restoreStatusAt = ListingParameters.showsRestoreStatus(request) ? now : null;
    return this;
  }

  /** Returns the writer, for what only one listing has. */
  XmlWriter xml() {
    return xml;
  }

  /** Writes an element that the encoding type applies to. */
  ListingDocument name(String element, String text) {
    xml.element(element, parameters.encode(text));
    return this;
  }

  /** Writes how the page was cut out; the delimiter and the encoding type only if there are any. */
  ListingDocument frame(@Nullable String delimiter, boolean truncated) {
    xml.element("MaxKeys", parameters.maxKeys());
    if (delimiter != null) {
      name("Delimiter", delimiter);
    }
    xml.elementIfPresent("EncodingType", parameters.encodingType())
        .element("IsTruncated", truncated);
    return this;
  }

  /** Writes the time of an entry. */
  void lastModified(VersionEntry entry) {
    if (!entry.lastModified().equals(time)) {
      time = entry.lastModified();
      timeText = Dates.iso(time);
    }
    xml.element("LastModified", timeText);
  }

  /** Writes what listings show of an object from its time on; the owner only if it is not null. */
  void content(ObjectVersion version, @Nullable Owner owner) {
    lastModified(version);
    Checksum checksum = version.checksum();
    xml.quotedElement("ETag", version.eTag().toString())
        .element("ChecksumAlgorithm", checksum.algorithm().wireName())
        .element("ChecksumType", checksum.type().name())
        .element("Size", version.size());
    if (owner != null) {
      owner(owner);
    }
    xml.element("StorageClass", version.metadata().storageClass().name());
    if (restoreStatusAt != null) {
      version.attributes().restoration().ifPresent(this::restoration);
    }
  }

  private void restoration(Restoration restoration) {
    Restoration.Status status =
        restoration.at(Objects.requireNonNull(restoreStatusAt, "asked for only where it is shown"));
    if (status != Restoration.Status.EXPIRED) {
      boolean ongoing = status == Restoration.Status.ONGOING;
      xml.start("RestoreStatus")
          .element("IsRestoreInProgress", ongoing)
          .elementIfPresent("RestoreExpiryDate", ongoing ? null : Dates.iso(restoration.expiry()))
          .end();
    }
  }

  /** Writes an owner. S3 shows no display names in listings any more. */
  void owner(Owner owner) {
    xml.start("Owner").element("ID", owner.canonicalId()).end();
  }

  /** Writes the common prefixes and returns the document. */
  byte[] finish(List<ObjectKey> commonPrefixes) {
    for (ObjectKey commonPrefix : commonPrefixes) {
      xml.start("CommonPrefixes");
      name("Prefix", commonPrefix.toString());
      xml.end();
    }
    return xml.finish();
  }
}
