/** The operations on what keeps versions from being deleted, one file each. */
@NullMarked
package dev.s3emulator.internal.operation.objectlock;

import org.jspecify.annotations.NullMarked;
