/** Which operation a request means. */
@NullMarked
package dev.s3emulator.internal.routing;

import org.jspecify.annotations.NullMarked;
