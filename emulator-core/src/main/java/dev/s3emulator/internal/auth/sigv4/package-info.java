/** AWS Signature Version 4, in headers, in the query and in the chunks of a body. */
@NullMarked
package dev.s3emulator.internal.auth.sigv4;

import org.jspecify.annotations.NullMarked;
