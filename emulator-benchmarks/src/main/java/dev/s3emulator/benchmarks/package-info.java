/** JMH benchmarks, side by side with a bare Undertow. */
@NullMarked
package dev.s3emulator.benchmarks;

import org.jspecify.annotations.NullMarked;
