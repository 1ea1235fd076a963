package dev.s3emulator.internal.domain;

/**
 * A request to store an object, by upload or by copy.
 *
 * @param key where to store it
 * @param content what was staged or is shared with the source of a copy
 * @param metadata what the request says about it
 * @param tags its tags
 * @param precondition what must hold for the current entry of the key
 */
public record WriteCommand(
    ObjectKey key,
    ObjectContent content,
    ObjectMetadata metadata,
    TagSet tags,
    WritePrecondition precondition) {}
