package dev.s3emulator.internal.domain.checksum;

/** What a checksum of an object covers; the constants are spelled as on the wire. */
public enum ChecksumType {
  /** The checksum of all bytes of the object. */
  FULL_OBJECT,

  /** The checksum of the concatenated checksums of the parts of a multipart upload. */
  COMPOSITE
}
