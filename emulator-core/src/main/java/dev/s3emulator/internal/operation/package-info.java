/** The catalog of operations. */
@NullMarked
package dev.s3emulator.internal.operation;

import org.jspecify.annotations.NullMarked;
