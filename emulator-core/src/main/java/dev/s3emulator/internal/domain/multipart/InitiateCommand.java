package dev.s3emulator.internal.domain.multipart;

import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.Upload.UploadedObject;
import dev.s3emulator.internal.domain.UploadChecksum;

/**
 * A request to create an upload.
 *
 * @param object what the object will be
 * @param checksum the checksum of its parts and of its object
 */
public record InitiateCommand(ObjectKey key, UploadedObject object, UploadChecksum checksum) {}
