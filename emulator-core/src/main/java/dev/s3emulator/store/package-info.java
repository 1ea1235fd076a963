/** The storage SPI: where the bytes of objects live. */
@NullMarked
package dev.s3emulator.store;

import org.jspecify.annotations.NullMarked;
