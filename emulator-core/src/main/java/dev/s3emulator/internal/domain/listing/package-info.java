/** Pages of keys and of versions, found by seeking, as pure functions over a bucket. */
@NullMarked
package dev.s3emulator.internal.domain.listing;

import org.jspecify.annotations.NullMarked;
