/**
 * The embeddable S3 emulator: start an {@link dev.s3emulator.S3EmulatorServer} and point a client
 * at it.
 */
@NullMarked
package dev.s3emulator;

import org.jspecify.annotations.NullMarked;
