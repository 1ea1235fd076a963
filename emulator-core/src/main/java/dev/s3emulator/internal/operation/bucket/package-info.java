/** Operations on buckets and listings of them. */
@NullMarked
package dev.s3emulator.internal.operation.bucket;

import org.jspecify.annotations.NullMarked;
