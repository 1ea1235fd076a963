package dev.s3emulator.internal.domain.listing;

import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.VersionEntry;

/**
 * One entry of a key.
 *
 * @param latest whether it is the newest of its key
 */
public record ListedVersion(ObjectKey key, VersionEntry entry, boolean latest) {}
