/** The only code that knows Undertow. */
@NullMarked
package dev.s3emulator.internal.http;

import org.jspecify.annotations.NullMarked;
