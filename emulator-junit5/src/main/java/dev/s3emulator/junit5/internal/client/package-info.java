/** The factories of the clients that the emulator knows itself. */
@NullMarked
package dev.s3emulator.junit5.internal.client;

import org.jspecify.annotations.NullMarked;
