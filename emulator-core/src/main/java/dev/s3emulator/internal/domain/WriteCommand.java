package dev.s3emulator.internal.domain;

import dev.s3emulator.internal.domain.attribute.VersionAttributes;

/**
 * A request to store an object, by upload or by copy.
 *
 * @param key where to store it
 * @param content what was staged or is shared with the source of a copy
 * @param metadata what the request says about it
 * @param tags its tags
 * @param attributes what else is kept about it
 * @param precondition what must hold for the current entry of the key
 */
public record WriteCommand(
    ObjectKey key,
    ObjectContent content,
    ObjectMetadata metadata,
    TagSet tags,
    VersionAttributes attributes,
    WritePrecondition precondition) {

  /** Makes a command with the attributes of an upload that says nothing about them. */
  public WriteCommand(
      ObjectKey key,
      ObjectContent content,
      ObjectMetadata metadata,
      TagSet tags,
      WritePrecondition precondition) {
    this(key, content, metadata, tags, VersionAttributes.DEFAULT, precondition);
  }
}
