/** Operations on objects, and on the multipart uploads that become objects. */
@NullMarked
package dev.s3emulator.internal.operation.object;

import org.jspecify.annotations.NullMarked;
