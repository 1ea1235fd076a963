package dev.s3emulator.internal.domain.listing;

import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.VersionId;
import org.jspecify.annotations.Nullable;

/**
 * After what a page of versions begins.
 *
 * @param key the key, or a common prefix
 * @param versionId the entry of the key, or null for all of them
 */
public record VersionMarker(ObjectKey key, @Nullable VersionId versionId) {}
