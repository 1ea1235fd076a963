/** The checksum algorithms of S3 and the values they give. */
@NullMarked
package dev.s3emulator.internal.domain.checksum;

import org.jspecify.annotations.NullMarked;
