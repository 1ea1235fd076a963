package dev.s3emulator.internal.domain;

import dev.s3emulator.internal.domain.checksum.Checksum;
import dev.s3emulator.store.BlobRef;

/**
 * The content of an object version: where the bytes are and what was computed over them. A copy
 * shares it with its source.
 */
public record ObjectContent(BlobRef blob, ETag eTag, Checksum checksum) {}
