/** Operations on objects. */
@NullMarked
package dev.s3emulator.internal.operation.object;

import org.jspecify.annotations.NullMarked;
