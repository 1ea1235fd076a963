/** The aws-chunked body encoding. */
@NullMarked
package dev.s3emulator.internal.protocol.chunked;

import org.jspecify.annotations.NullMarked;
