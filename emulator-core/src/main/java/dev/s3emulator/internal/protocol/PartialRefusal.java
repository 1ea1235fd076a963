package dev.s3emulator.internal.protocol;

import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.S3Exception;
import java.util.Optional;

/**
 * One entry of a batch that is refused while the batch as a whole succeeds.
 *
 * @param key the key
 * @param versionId the version id as sent
 * @param error why
 */
public record PartialRefusal(ObjectKey key, Optional<String> versionId, S3Exception error) {}
