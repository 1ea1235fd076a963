/** The policies that limit what forms of browsers may upload. */
@NullMarked
package dev.s3emulator.internal.auth.post;

import org.jspecify.annotations.NullMarked;
