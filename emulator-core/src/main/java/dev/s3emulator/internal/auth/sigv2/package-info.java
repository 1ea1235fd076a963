/** AWS Signature Version 2 of old clients, in a header and in the query. */
@NullMarked
package dev.s3emulator.internal.auth.sigv2;

import org.jspecify.annotations.NullMarked;
