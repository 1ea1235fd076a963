/** Finds what a request names in the state, for all groups of operations. */
@NullMarked
package dev.s3emulator.internal.lookup;

import org.jspecify.annotations.NullMarked;
