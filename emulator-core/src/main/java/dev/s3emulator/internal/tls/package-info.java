/** The certificate of a server with HTTPS, made when the server starts. */
@NullMarked
package dev.s3emulator.internal.tls;

import org.jspecify.annotations.NullMarked;
