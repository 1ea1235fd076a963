/** Requests, responses and what they are made of, free of any web server. */
@NullMarked
package dev.s3emulator.internal.protocol;

import org.jspecify.annotations.NullMarked;
