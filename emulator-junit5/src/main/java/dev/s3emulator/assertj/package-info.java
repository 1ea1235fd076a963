/** Assertions about an emulator, in the manner of AssertJ, which only this package needs. */
@NullMarked
package dev.s3emulator.assertj;

import org.jspecify.annotations.NullMarked;
