/**
 * The one fixed order in which a request is answered, and the one place where errors are caught.
 */
@NullMarked
package dev.s3emulator.internal.pipeline;

import org.jspecify.annotations.NullMarked;
