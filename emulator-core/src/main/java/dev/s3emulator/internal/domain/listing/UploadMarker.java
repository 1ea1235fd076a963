package dev.s3emulator.internal.domain.listing;

import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.UploadId;
import org.jspecify.annotations.Nullable;

/**
 * After what a page of uploads begins.
 *
 * @param key the key, or a common prefix
 * @param id the upload to the key, which may be gone, or null for all of them
 */
public record UploadMarker(ObjectKey key, @Nullable UploadId id) {}
