/** The rules of multipart uploads, as pure functions over a bucket. */
@NullMarked
package dev.s3emulator.internal.domain.multipart;

import org.jspecify.annotations.NullMarked;
