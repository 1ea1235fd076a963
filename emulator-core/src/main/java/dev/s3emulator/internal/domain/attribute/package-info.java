/** What S3 keeps about a version beside its content and metadata, as plain values without rules. */
@NullMarked
package dev.s3emulator.internal.domain.attribute;

import org.jspecify.annotations.NullMarked;
