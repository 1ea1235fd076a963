package dev.s3emulator.internal.domain.listing;

import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.ObjectVersion;

/** A key whose newest entry is an object, and that object. */
public record ListedObject(ObjectKey key, ObjectVersion version) {}
