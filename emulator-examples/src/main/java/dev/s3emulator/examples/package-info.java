/** Examples that the README quotes. They are compiled and run by the build. */
@NullMarked
package dev.s3emulator.examples;

import org.jspecify.annotations.NullMarked;
