/** The configurations that a bucket may have: immutable values that check themselves. */
@NullMarked
package dev.s3emulator.internal.domain.configuration;

import org.jspecify.annotations.NullMarked;
